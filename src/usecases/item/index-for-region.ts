import type { Agency } from '../../domain/agency/agency.ts'
import { facetTokens, indexGrams, publicationMinute } from '../../domain/item/index-text.ts'
import { facet } from '../../domain/item/search-query.ts'
import type { IndexedItem, RegionItem } from '../../store/region/item.ts'
import { findColumn } from '../catalog/column-path.ts'

/** Prepares an agency's item for the region's index (区域索引): every office above may filter by itself. */
export function indexForRegion(agency: Agency, item: RegionItem): IndexedItem {
  const columns = findColumn(agency, item.category)?.path.map(({ id }) => id) ?? [item.category]
  const tokens = [
    ...agency.path.map((office) => facet('office', office)),
    ...facetTokens(item, columns),
    facet('indexNumber', item.indexNumber),
  ]
  return {
    ...item,
    minute: publicationMinute(item.publishedAt),
    facets: tokens.join(' '),
    grams: indexGrams(item),
  }
}
