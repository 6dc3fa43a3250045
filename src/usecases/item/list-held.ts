import type { Result } from '../../domain/shared/refusal.ts'
import { ok } from '../../domain/shared/refusal.ts'
import { prepare } from '../../store/statement.ts'
import { type HeldRow, selectHeld } from '../../store/tenant/item-held.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { readPlace, signPlace } from '../signed-place.ts'

/** An item that the public may not see, as staff see it. */
export type HeldItem = {
  id: string
  indexNumber: string
  attribute: string
  docNumber: string | null
  title: string
  issuer: string
  writtenOn: string | null
  category: string
  theme: string | null
  genre: string | null
  validity: string
  summary: string | null
  /** steps open to this actor now; drafting and review are not there yet */
  actions: string[]
}

/** Lists what an agency keeps from the public (未公开信息): 依申请公开 and 不予公开, for its own staff. */
export async function listHeld(
  ctx: Ctx,
  { limit = 20, cursor }: { limit?: number | undefined; cursor?: string | undefined },
): Promise<Result<{ items: HeldItem[]; next: string | null }>> {
  if (!may(ctx.actor, 'item.list-desk')) return turnAway(ctx.actor)
  const place = await readPlace(ctx.keys, 'held-items', cursor)
  if (!place.ok) return place
  const [found] = await ctx.db.batch<HeldRow>(
    prepare(ctx.db, [selectHeld(place.value ?? '', limit + 1)]),
  )
  const rows = found?.results ?? []
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const goesOn = rows.length > limit && last !== undefined
  return ok({
    items: shown.map(heldItem),
    next: goesOn ? await signPlace(ctx.keys, 'held-items', last.id) : null,
  })
}

function heldItem(row: HeldRow): HeldItem {
  const { id, attribute, title, issuer, category, theme, genre, validity, summary } = row
  return {
    id,
    indexNumber: row.index_number,
    attribute,
    docNumber: row.doc_number,
    title,
    issuer,
    writtenOn: row.written_on,
    category,
    theme,
    genre,
    validity,
    summary,
    actions: [],
  }
}
