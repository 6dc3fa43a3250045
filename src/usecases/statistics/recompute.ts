import { membershipsOf } from '../../domain/agency/offices.ts'
import type { CellDelta, Fact } from '../../domain/shared/journal.ts'
import { type Difference, differences } from '../../domain/statistics/difference.ts'
import { tallyAll } from '../../domain/statistics/tally.ts'
import { readAgencyCells, readOfficeSums } from '../../store/region/agency-cell.ts'
import { readAllCells } from '../../store/tenant/statistics/cell.ts'
import { readJournal } from '../../store/tenant/journal/cell-journal.ts'
import type { RegionCtx, Tenant } from '../context.ts'
import { readFact } from './read-fact.ts'
import { recountFacets } from './recount-facets.ts'

const pageSize = 5000

/** What a recomputation found (重算结果): nothing, when all is well. */
export type Recomputation = {
  events: number
  cells: number
  /** the agency's figures against its journal */
  own: Difference[]
  /** the region's copy against the agency's figures; null while the region lies behind the journal */
  region: Difference[] | null
  /** the sums that this office sees against the figures of the agencies below it and its own (E8) */
  office: Difference[]
  /** the numbers beside the lists against what the lists show */
  facets: Difference[]
}

/**
 * Recomputes every figure of an agency from its journal (重算) and compares it with the agency's
 * cells, with the region's copy and with the sums above. It reads only; the journal up to one moment and the cells of
 * that moment are compared, so work going on meanwhile is no difference.
 */
export async function recompute(
  { agency, db }: Pick<Tenant, 'agency' | 'db'>,
  { region, agencies }: Pick<RegionCtx, 'region' | 'agencies'>,
): Promise<Recomputation> {
  const copy = await readAgencyCells(region, agency.id)
  const { version, cells } = await readAllCells(db)
  const { events, counted } = await countJournal(db, version)
  const members = membershipsOf(agencies, agency.id)
  const { stands, sums } = await readOfficeSums(region, agency.id, members)
  const months = cells.filter((cell) => cell.period.length === 7)
  return {
    events,
    cells: cells.length,
    own: differences(cells, counted),
    region: copy.position === version ? differences(copy.cells, months) : null,
    office: differences(stands, sums),
    facets: await recountFacets({ agency, db }),
  }
}

async function countJournal(
  db: D1Database,
  upTo: number,
): Promise<{ events: number; counted: CellDelta[] }> {
  let events = 0
  let after = 0
  const totals: CellDelta[] = []
  for (;;) {
    const page = await readJournal(db, after, upTo, pageSize)
    const facts = page.map(readFact).filter((fact): fact is Fact => fact !== null)
    totals.push(...tallyAll(facts))
    events += page.length
    after = page.at(-1)?.id ?? upTo
    if (page.length < pageSize) return { events, counted: totals }
  }
}
