import { facet } from '../../domain/item/search-query.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import type { ListLine, ListPart, ListRead } from '../../store/listing.ts'
import { type OfAgency, readRegionList } from '../../store/region/item-list.ts'
import type { Ctx, RegionCtx } from '../context.ts'
import { filtersOf, tokensOf, type ItemQuery } from './finding/item-query.ts'
import { type ItemPage, itemRow, type OriginOf } from './item-view.ts'
import { readPage, type Source } from './read-page.ts'

type Own = Pick<Ctx, 'agency' | 'keys' | 'now'>
type Region = Pick<RegionCtx, 'region' | 'agencies'>

/** Lists what an agency and all agencies below it have published (本级及下级信息), newest first. */
export async function listRegionItems(
  ctx: Own,
  region: Region,
  query: ItemQuery,
  originOf: OriginOf,
): Promise<Result<ItemPage>> {
  const widen = query.words === 'also'
  const wants = { facets: false, scope: null, widen }
  const source = subtreeSource(ctx, region, query, originOf, readRegionList)
  const page = await readPage(source, query, wants, itemRow)
  return page.ok ? ok({ items: page.value.items, next: page.value.next }) : page
}

/** Where the items of a subtree are read for a query, and by which reading. */
export function subtreeSource<R extends ListLine>(
  { agency, keys, now }: Own,
  { region, agencies }: Region,
  query: ItemQuery,
  originOf: OriginOf,
  read: (region: D1Database, part: ListPart) => Promise<ListRead<OfAgency<R>>>,
): Source<OfAgency<R>> {
  return {
    keys,
    agency,
    today: localDateOf(now),
    name: 'subtree',
    tokens: [facet('office', agency.id), ...tokensOf(filtersOf(agency, query))],
    // Of many agencies each names its own.
    issuer: '',
    read: (part) => read(region, part),
    ownerOf: (agencyId) => agencies.find(({ id }) => id === agencyId) ?? agency,
    agencyOf: ({ agencyId }) => {
      const publisher = agencies.find(({ id }) => id === agencyId)
      return publisher === undefined
        ? { id: agencyId, name: agencyId, origin: '' }
        : { id: agencyId, name: publisher.name, origin: originOf(publisher) }
    },
  }
}
