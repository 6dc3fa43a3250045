import { facet } from '../../domain/item/search-query.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { readRegionList } from '../../store/region/item-list.ts'
import type { Ctx, RegionCtx } from '../context.ts'
import { facetsOf, queryIdentity, type ItemQuery } from './item-query.ts'
import type { ItemPage, OriginOf } from './item-view.ts'
import { readPage } from './list-items.ts'

/** Lists what an agency and all agencies below it have published (本级及下级信息), newest first. */
export async function listRegionItems(
  { agency, keys }: Pick<Ctx, 'agency' | 'keys'>,
  { region, agencies }: Pick<RegionCtx, 'region' | 'agencies'>,
  query: ItemQuery,
  originOf: OriginOf,
): Promise<Result<ItemPage>> {
  const facets = [facet('office', agency.id), ...facetsOf(agency, query)]
  return readPage(keys, `subtree|${queryIdentity(query)}`, query, facets, {
    read: (part) => readRegionList(region, part),
    agencyOf: ({ agencyId }) => {
      const publisher = agencies.find(({ id }) => id === agencyId)
      return publisher === undefined
        ? { id: agencyId, name: agencyId, origin: '' }
        : { id: agencyId, name: publisher.name, origin: originOf(publisher) }
    },
  })
}
