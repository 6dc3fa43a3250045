import { facetKeys } from '../../domain/item/facet-keys.ts'
import type { CellDelta, Fact } from '../../domain/shared/journal.ts'
import { differences, type Difference } from '../../domain/statistics/difference.ts'
import { tallyFacets, type FacetDelta } from '../../domain/statistics/facet-tally.ts'
import { readAllFacetCounts, readFiled } from '../../store/tenant/item/facet-count.ts'
import { findColumn } from '../catalog/column-path.ts'
import { contentEpoch } from '../content-epoch.ts'
import type { Tenant } from '../context.ts'

const pageSize = 5000

/**
 * Recounts the numbers beside an agency's lists from what those lists show (分面重算) and answers
 * where they differ; `period` of a difference is the list, `col` the choice. What changes meanwhile
 * cannot be told from a difference: then there is none, until the next time.
 */
export async function recountFacets({
  agency,
  db,
}: Pick<Tenant, 'agency' | 'db'>): Promise<Difference[]> {
  const before = await contentEpoch({ db })
  const stands = (await readAllFacetCounts(db)).flatMap(({ scope, counts }) =>
    cellsOf({ scope, counts: numbersOf(counts) }),
  )
  const filed: CellDelta[] = []
  for (let after = 0; ;) {
    const page = await readFiled(db, after, pageSize)
    const facts = page.map((item): Fact => {
      // What was filed under an id that its column no longer has is counted there.
      const above = findColumn(agency, item.category)?.path.slice(0, -1) ?? []
      const facets = facetKeys(item, [...above.map(({ id }) => id), item.category])
      return { kind: 'item.published', data: { on: '', columns: [], facets } }
    })
    filed.push(...tallyFacets(facts).flatMap(cellsOf))
    after = page.at(-1)?.docid ?? after
    if (page.length < pageSize) break
  }
  return (await contentEpoch({ db })) === before ? differences(stands, filed) : []
}

function cellsOf({ scope, counts }: FacetDelta): CellDelta[] {
  return Object.entries(counts).map(([col, n]) => ({ period: scope, row: 'facet', col, n }))
}

function numbersOf(json: string): Record<string, number> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only `addFacetCounts` writes this column
  return JSON.parse(json) as Record<string, number>
}
