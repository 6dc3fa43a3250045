import { ok, type Result } from '../../domain/shared/refusal.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import type { ListLine, ListPart, ListRead } from '../../store/listing.ts'
import { readList } from '../../store/tenant/item/list.ts'
import type { Ctx } from '../context.ts'
import { filtersOf, tokensOf, type ItemQuery } from './finding/item-query.ts'
import { type ItemPage, itemRow, type OriginOf } from './item-view.ts'
import { readPage, type Source } from './read-page.ts'

type Own = Pick<Ctx, 'agency' | 'db' | 'keys' | 'now'>

/**
 * Lists what an agency has published (信息列表), newest first; only what was typed is searched
 * unless the query says `words=also`. Refuses `invalid` for a foreign cursor.
 */
export async function listItems(
  ctx: Own,
  query: ItemQuery,
  originOf: OriginOf,
): Promise<Result<ItemPage>> {
  const widen = query.words === 'also'
  const source = ownSource(ctx, query, originOf, readList)
  const page = await readPage(source, query, { facets: false, scope: null, widen }, itemRow)
  return page.ok ? ok({ items: page.value.items, next: page.value.next }) : page
}

/** Where an agency's own items are read for a query, and by which reading. */
export function ownSource<R extends ListLine>(
  { agency, db, keys, now }: Own,
  query: ItemQuery,
  originOf: OriginOf,
  read: (db: D1Database, part: ListPart) => Promise<ListRead<R>>,
): Source<R> {
  const shown = { id: agency.id, name: agency.name, origin: originOf(agency) }
  return {
    keys,
    agency,
    today: localDateOf(now),
    name: 'own',
    tokens: tokensOf(filtersOf(agency, query)),
    issuer: agency.name,
    read: (part) => read(db, part),
    agencyOf: () => shown,
    ownerOf: () => agency,
  }
}
