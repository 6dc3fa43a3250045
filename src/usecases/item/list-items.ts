import { ok, type Result } from '../../domain/shared/refusal.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import type { ListRow } from '../../store/listing.ts'
import { readList } from '../../store/tenant/item-list.ts'
import type { Ctx } from '../context.ts'
import { filtersOf, tokensOf, type ItemQuery } from './item-query.ts'
import type { ItemPage, OriginOf } from './item-view.ts'
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
  const page = await readPage(ownSource(ctx, query, originOf), query, {
    facets: false,
    scope: null,
    widen,
  })
  return page.ok ? ok({ items: page.value.items, next: page.value.next }) : page
}

/** Where an agency's own items are read for a query. */
export function ownSource(
  { agency, db, keys, now }: Own,
  query: ItemQuery,
  originOf: OriginOf,
): Source<ListRow> {
  const shown = { id: agency.id, name: agency.name, origin: originOf(agency) }
  return {
    keys,
    agency,
    today: localDateOf(now),
    name: 'own',
    tokens: tokensOf(filtersOf(agency, query)),
    read: (part) => readList(db, part),
    agencyOf: () => shown,
  }
}
