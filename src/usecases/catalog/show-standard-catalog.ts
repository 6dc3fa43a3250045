import {
  coverageOf,
  type CoveredMatter,
  type FieldCoverage,
} from '../../domain/catalog/coverage.ts'
import { pilotFields } from '../../domain/catalog/standard-matters.data.ts'
import { mattersFor, unkeptFields } from '../../domain/catalog/standard-scope.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { localDateOf, toRfc3339 } from '../../domain/time/instant.ts'
import { type FiledItemLink, readMatters } from '../../store/tenant/item/matter.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'

/** A matter with what stands under it; `newest` the last items, times in RFC 3339. */
export type MatterView = CoveredMatter['matter'] &
  Omit<CoveredMatter, 'matter'> & {
    newest: { id: string; title: string; publishedAt: string }[]
  }

/** A field of the standard catalogue with its coverage. */
export type FieldView = Omit<FieldCoverage, 'matters'> & { matters: MatterView[] }

/** The standard catalogue of an agency (基层政务公开标准目录) with its coverage. */
export type StandardCatalog = {
  on: string
  pilotFields: readonly string[]
  /** pilot fields of whose matters no row is kept: nothing is known of their coverage */
  unkeptFields: readonly string[]
  applicable: number
  covered: number
  fields: FieldView[]
}

/** Items quoted under a matter; the test of 平昌 looks at twice as many days. */
const quotedItems = 3
const testedItems = 8

/** Shows the standard catalogue (标准目录, 国办发〔2019〕54号): every matter with its elements and the items filed against it. */
export async function showStandardCatalog(
  ctx: Pick<Ctx, 'agency' | 'db' | 'now'>,
): Promise<Result<StandardCatalog>> {
  const matters = mattersFor(ctx.agency)
  const rows = await readMatters(
    ctx.db,
    matters.map(({ id }) => id),
    testedItems,
  )
  const today = localDateOf(ctx.now)
  const figures = new Map(
    rows.map(({ matter, count, newest }) => [
      matter,
      { count, days: newest.map(({ publishedAt }) => localDateOf(publishedAt)) },
    ]),
  )
  const newest = new Map(rows.map((row) => [row.matter, row.newest.slice(0, quotedItems)]))
  const fields = coverageOf(matters, figures, today).map((field) => fieldView(field, newest))
  return ok({
    on: today,
    pilotFields,
    unkeptFields,
    applicable: fields.reduce((sum, { applicable }) => sum + applicable, 0),
    covered: fields.reduce((sum, { covered }) => sum + covered, 0),
    fields,
  })
}

function fieldView(
  { field, applicable, covered, gaps, newestOn, matters }: FieldCoverage,
  newest: ReadonlyMap<string, readonly FiledItemLink[]>,
): FieldView {
  return {
    field,
    applicable,
    covered,
    gaps,
    newestOn,
    matters: matters.map(({ matter, ...found }) =>
      Object.assign({}, matter, found, {
        newest: (newest.get(matter.id) ?? []).map(({ id, title, publishedAt }) => {
          return { id, title, publishedAt: toRfc3339(publishedAt) }
        }),
      }),
    ),
  }
}

/** The same for officers, who see the gaps and warnings of their agency (标准目录覆盖). */
export async function showCoverage(ctx: Ctx): Promise<Result<StandardCatalog>> {
  return may(ctx.actor, 'catalog.examine') ? showStandardCatalog(ctx) : turnAway(ctx.actor)
}
