import * as z from 'zod'
import { listValues, type ListValues } from '../../domain/item/kinds/list-columns.ts'
import { ok, refuse, refuseField, type Result } from '../../domain/shared/refusal.ts'
import { pageLimit } from '../../domain/shared/validate/fields.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { type ItemChange, readChanges } from '../../store/region/item-change.ts'
import type { Ctx, RegionCtx } from '../context.ts'
import { subtreeOf } from '../statistics/read-figures.ts'
import { type ItemAgency, itemRow, type ItemRow, type OriginOf } from './item-view.ts'

/** What a caller of the change feed may ask; `cursor` is where the last answer ended. */
export const changeQuery = {
  cursor: z.string().max(40).optional(),
  limit: pageLimit.optional(),
  scope: z.enum(['own', 'subtree']).optional(),
} as const

/** One entry of the change feed (变更): an item as it is now, or that the public lost it. */
export type Change = { agency: ItemAgency; id: string } & (
  | { change: 'put'; item: ChangedItem }
  | { change: 'gone'; item: null }
)

/** An item with its whole text; after `shownUntil` it is no longer shown (公示期满). */
export type ChangedItem = Omit<ItemRow, 'found' | 'exact' | 'agency'> & {
  listed: ListValues
  body: string
  shownUntil: string | null
}

/** A page of the feed: `cursor` is where to go on later, `next` where to go on now (null: all read). */
export type ChangePage = { items: Change[]; cursor: string; next: string | null }

const usualLimit = 20
const form = /^(?<feed>[0-9a-z]{1,11})\.(?<place>[0-9a-z]{1,11})$/

/**
 * Lists what was published, changed and withdrawn since a place (增量变更), oldest change first, each
 * item once as it is now, so that whoever follows it keeps an exact copy. Refuses `invalid` for a
 * cursor that is none, and `feed-restarted` for one of a former copy of the region.
 */
export async function listChanges(
  { agency, now }: Pick<Ctx, 'agency' | 'now'>,
  { region, agencies }: Pick<RegionCtx, 'region' | 'agencies'>,
  query: z.output<z.ZodObject<typeof changeQuery>>,
  originOf: OriginOf,
): Promise<Result<ChangePage>> {
  const from = placeOf(query.cursor)
  if (from === null) return refuseField('/cursor', { problem: 'ill-formed', what: 'cursor' })
  const isOwn = query.scope !== 'subtree'
  const members = subtreeOf(agencies, agency.id)
  const read = await readChanges(
    region,
    from.place,
    query.limit ?? usualLimit,
    isOwn ? { agency: agency.id } : { members: members.map(({ id }) => id) },
  )
  // A place that was never reached is of a copy that has been put back to an earlier state since.
  const isForeign = from.feed !== null && (from.feed !== read.feed || from.place > read.newest)
  if (isForeign) return refuse({ code: 'feed-restarted' })
  const byId = new Map(members.map((member) => [member.id, member]))
  const ownerOf = (id: string): ItemAgency => {
    const owner = byId.get(id)
    return owner === undefined
      ? { id, name: id, origin: '' }
      : { id, name: owner.name, origin: originOf(owner) }
  }
  const cursor = `${read.feed.toString(36)}.${read.end.toString(36)}`
  return ok({
    items: read.changes.map((change) => changeOf(change, ownerOf(change.agencyId), now)),
    cursor,
    next: read.isLast ? null : cursor,
  })
}

function changeOf({ itemId, item }: ItemChange, agency: ItemAgency, now: number): Change {
  const today = localDateOf(now)
  // What was to be shown until a day is over with it, before the job has taken it out.
  if (item === null || (item.shownUntil !== null && item.shownUntil < today)) {
    return { change: 'gone', agency, id: itemId, item: null }
  }
  const { body, shownUntil, ...row } = { id: itemId, ...item }
  const { found: _found, exact: _exact, agency: _agency, ...shown } = itemRow(row, agency, today)
  return {
    change: 'put',
    agency,
    id: itemId,
    item: { ...shown, listed: listValues(row.listed, today), body, shownUntil },
  }
}

function placeOf(cursor: string | undefined): { feed: number | null; place: number } | null {
  if (cursor === undefined || cursor === '') return { feed: null, place: 0 }
  const parts = form.exec(cursor)?.groups
  if (parts?.['feed'] === undefined || parts['place'] === undefined) return null
  return { feed: Number.parseInt(parts['feed'], 36), place: Number.parseInt(parts['place'], 36) }
}
