import { facet } from '../../domain/item/search-query.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { readRegionList, type RegionListRow } from '../../store/region/item-list.ts'
import type { Ctx, RegionCtx } from '../context.ts'
import { filtersOf, tokensOf, type ItemQuery } from './item-query.ts'
import type { ItemPage, OriginOf } from './item-view.ts'
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
  const page = await readPage(subtreeSource(ctx, region, query, originOf), query, wants)
  return page.ok ? ok({ items: page.value.items, next: page.value.next }) : page
}

/** Where the items of a subtree are read for a query. */
export function subtreeSource(
  { agency, keys, now }: Own,
  { region, agencies }: Region,
  query: ItemQuery,
  originOf: OriginOf,
): Source<RegionListRow> {
  return {
    keys,
    agency,
    today: localDateOf(now),
    name: 'subtree',
    tokens: [facet('office', agency.id), ...tokensOf(filtersOf(agency, query))],
    read: (part) => readRegionList(region, part),
    agencyOf: ({ agencyId }) => {
      const publisher = agencies.find(({ id }) => id === agencyId)
      return publisher === undefined
        ? { id: agencyId, name: agencyId, origin: '' }
        : { id: agencyId, name: publisher.name, origin: originOf(publisher) }
    },
  }
}
