import { matchQuery, queryRuns } from '../../domain/item/search-query.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import type { Keyring } from '../../store/keyring.ts'
import { readList, type ListPart, type ListRow } from '../../store/tenant/item-list.ts'
import type { Ctx } from '../context.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { facetsOf, isOldestFirst, queryIdentity, type ItemQuery } from './item-query.ts'
import { itemRow, type ItemAgency, type ItemPage, type OriginOf } from './item-view.ts'

/** Rows of a page when the query does not say. */
const usualLimit = 20

/** Lists what an agency has published (信息列表), newest first; refuses `invalid` for a foreign cursor. */
export async function listItems(
  ctx: Pick<Ctx, 'agency' | 'db' | 'keys'>,
  query: ItemQuery,
  originOf: OriginOf,
): Promise<Result<ItemPage>> {
  const { agency, db, keys } = ctx
  const { id, name } = agency
  const shown = { id, name, origin: originOf(agency) }
  return readPage(keys, `own|${queryIdentity(query)}`, query, facetsOf(agency, query), {
    read: (part) => readList(db, part),
    agencyOf: () => shown,
  })
}

type Source<R extends ListRow> = {
  read: (part: ListPart) => Promise<readonly R[]>
  agencyOf: (row: R) => ItemAgency
}

/** Reads one page of a listing from wherever its rows are kept; one row more tells whether it goes on. */
export async function readPage<R extends ListRow>(
  keys: Keyring,
  asked: string,
  query: ItemQuery,
  facets: readonly string[],
  { read, agencyOf }: Source<R>,
): Promise<Result<ItemPage>> {
  const after = await readCursor(keys, asked, query.cursor)
  if (!after.ok) return after
  const q = query.q === undefined || query.q.trim() === '' ? null : query.q
  const match = matchQuery(q, facets)
  if (match === null) return ok({ items: [], next: null })
  const limit = query.limit ?? usualLimit
  const quote = q?.trim().split(/\s/u, 1)[0] ?? null
  const oldestFirst = isOldestFirst(query)
  const runs = q === null ? null : queryRuns(q)
  const rows = await read({ match, oldestFirst, after: after.value, limit: limit + 1, quote })
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return ok({
    items: rows
      .slice(0, limit)
      .map((row) =>
        itemRow(row, agencyOf(row), runs === null ? null : { runs, passage: row.passage ?? '' }),
      ),
    next: last === undefined ? null : await writeCursor(keys, asked, last.docid),
  })
}
