import { ok, type Result } from '../../../domain/shared/refusal.ts'
import { readRegionLines } from '../../../store/region/item-list.ts'
import { readListLines } from '../../../store/tenant/item/list.ts'
import type { Ctx, RegionCtx } from '../../context.ts'
import type { Facets } from './facets.ts'
import { filtersOf, keptScope, type ItemQuery } from './item-query.ts'
import { type Finding, itemLine, type OriginOf } from '../item-view.ts'
import { ownSource } from '../list-items.ts'
import { subtreeSource } from '../list-region-items.ts'
import { readPage } from '../read-page.ts'

type Own = Pick<Ctx, 'agency' | 'db' | 'keys' | 'now'>
type Region = Pick<RegionCtx, 'region' | 'agencies'>

/**
 * Finds published items for people (查找信息), in an agency or, as the query says, in all below it
 * too: a page of the listing with numbers beside it. Official words are searched beside everyday
 * ones unless the query says `words=typed`. Refuses `invalid` for a foreign cursor.
 */
export async function findItems(
  ctx: Own,
  region: Region,
  query: ItemQuery,
  originOf: OriginOf,
): Promise<Result<Finding>> {
  const widen = query.words !== 'typed'
  if (query.scope === 'subtree') {
    const source = subtreeSource(ctx, region, query, originOf, readRegionLines)
    return readPage(source, query, { facets: true, scope: null, widen }, itemLine)
  }
  const source = ownSource(ctx, query, originOf, readListLines)
  const scope = keptScope(query, filtersOf(ctx.agency, query))
  return readPage(source, query, { facets: true, scope, widen }, itemLine)
}

/** Counts by how much each further choice would narrow a listing (分面计数), without its rows. */
export async function countFacets(
  ctx: Own,
  region: Region,
  { cursor: _cursor, sort: _sort, ...query }: ItemQuery,
): Promise<Result<Facets>> {
  const words = query.words ?? 'typed'
  const page = await findItems(ctx, region, { ...query, words, limit: 1 }, () => '')
  return page.ok ? ok(page.value.facets ?? noFacets) : page
}

const noFacets: Facets = {
  category: [],
  year: [],
  theme: [],
  genre: [],
  validity: [],
  issuer: [],
  total: { count: 0, capped: false },
}
