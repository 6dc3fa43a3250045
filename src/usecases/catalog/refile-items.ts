import * as z from 'zod'
import type { Agency } from '../../domain/agency/agency.ts'
import { refileInput } from '../../domain/catalog/refile-input.ts'
import { facetKeys } from '../../domain/item/facet-keys.ts'
import { facetTokens, indexGrams } from '../../domain/item/index-text.ts'
import { facet, matchQuery } from '../../domain/item/search-query.ts'
import type { NewEvent } from '../../domain/shared/journal.ts'
import {
  type FieldError,
  ok,
  refuse,
  refuseField,
  type Result,
} from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { commit } from '../../store/commit.ts'
import { bumpContent } from '../../store/tenant/content-version.ts'
import {
  type MovableItem,
  type MovedItem,
  newestOfColumns,
  readMovable,
  refileItems as refileRows,
} from '../../store/tenant/item/refile.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { findColumn, placedColumns, type PlacedColumn } from './column-path.ts'

/** How many items were moved, how many stood there already. */
export type Refiled = { to: string; moved: number; unchanged: number }

const counted = z.object({ columns: z.array(z.string()) })

/**
 * Moves published items to another column of the agency (调整栏目): index number, address and day of
 * publication stay; counts, search and the region follow. Refuses `invalid` naming the items that
 * are not there, `stale` when one of them changed meanwhile.
 */
export async function refileItems(ctx: Ctx, raw: unknown): Promise<Result<Refiled>> {
  const { agency, actor, db } = ctx
  if (!may(actor, 'catalog.refile')) return turnAway(actor)
  const input = parseInput(refileInput, raw)
  if (!input.ok) return input
  const column = findColumn(agency, input.value.to)
  if (column === null) {
    return refuseField('/to', {
      problem: 'not-listed',
      allowed: placedColumns(agency).map(({ name }) => name),
    })
  }
  const ids = [...new Set(input.value.items)]
  const found = await readMovable(db, ids)
  const missing = missingOf(input.value.items, found)
  if (missing.length > 0) return refuse({ code: 'invalid', errors: missing })
  const moving = found.filter(({ category }) => category !== column.id)
  const result = { to: column.id, moved: moving.length, unchanged: found.length - moving.length }
  if (moving.length === 0) return ok(result)
  const done = await moveItems(
    ctx,
    moving.map((item) => ({ item, column })),
  )
  return done.ok ? ok(result) : done
}

/** Files items under columns in one act, each under its own; refuses `stale` when one changed meanwhile. */
export async function moveItems(
  ctx: Ctx,
  moves: readonly { item: MovableItem; column: PlacedColumn }[],
): Promise<Result<null>> {
  const { agency } = ctx
  const events = moves.map(({ item, column }) => moveOf(agency, item, column))
  const changed = new Set(events.flatMap(({ data }) => [...data.columns, ...data.removed]))
  const done = await commit(ctx, {
    events,
    statements: [
      ...refileRows(moves.map(({ item, column }) => rowOf(item, column))),
      ...newestOfColumns([...changed].map((id) => ({ id, match: matchOf(id) }))),
      bumpContent(),
    ],
  })
  if (!done.ok) return refuse({ code: 'stale' })
  await ctx.post({ v: 1, kind: 'sync', tenant: agency.id })
  return ok(null)
}

function missingOf(asked: readonly string[], found: readonly MovableItem[]): FieldError[] {
  const known = new Set(found.map(({ id }) => id))
  return asked.flatMap((id, index) =>
    known.has(id)
      ? []
      : [{ pointer: `/items/${index}`, problem: 'ill-formed' as const, what: 'item' as const }],
  )
}

/** The event of one move; what counted the item until now stands in the journal. */
function moveOf(
  agency: Agency,
  item: MovableItem,
  column: PlacedColumn,
): NewEvent & { kind: 'item.refiled' } {
  const columns = column.path.map(({ id }) => id)
  const formerColumns = countedBy(agency, item)
  return {
    entity: 'item',
    entityId: item.id,
    seq: item.seq + 1,
    kind: 'item.refiled',
    data: {
      columns,
      removed: formerColumns.filter((id) => !columns.includes(id)),
      added: columns.filter((id) => !formerColumns.includes(id)),
      facets: facetKeys(item, columns),
      formerFacets: facetKeys(item, formerColumns),
    },
  }
}

/** The columns under which an item counts by now, as the journal says (计入栏目). */
export function countedBy(agency: Agency, item: MovableItem): readonly string[] {
  const read = counted.safeParse(JSON.parse(item.counted ?? 'null'))
  if (read.success) return read.data.columns
  return findColumn(agency, item.category)?.path.map(({ id }) => id) ?? [item.category]
}

function rowOf(item: MovableItem, { id, path }: PlacedColumn): MovedItem {
  const columns = path.map((above) => above.id)
  return {
    id: item.id,
    category: id,
    facets: facetTokens(item, columns).join(' '),
    grams: indexGrams(item),
  }
}

function matchOf(column: string): string {
  return matchQuery(null, [facet('category', column)]) ?? ''
}
