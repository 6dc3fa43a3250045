import type { Membership } from '../../domain/agency/offices.ts'
import type { CellDelta } from '../../domain/shared/journal.ts'
import { readBatch } from '../read.ts'
import { statement } from '../statement.ts'
import { selectCounts } from './coverage.ts'

/** Reads what the region holds of an agency's months, and up to which event, in one batch. */
export async function readAgencyCells(
  region: D1Database,
  agency: string,
): Promise<{ position: number | null; cells: CellDelta[] }> {
  const [sync, cells] = await region.batch<CellDelta & { position: number }>([
    region.prepare('SELECT position FROM agency_sync WHERE agency_id = ?').bind(agency),
    region
      .prepare('SELECT month AS period, row, col, n FROM agency_cell WHERE agency_id = ?')
      .bind(agency),
  ])
  return {
    position: sync?.results[0]?.position ?? null,
    cells: (cells?.results ?? []).map(({ period, row, col, n }) => ({ period, row, col, n })),
  }
}

/** Reads an office's figures and counts, and the sums of its members' (E8), at one moment. */
export async function readOfficeSums(
  region: D1Database,
  office: string,
  members: readonly Membership[],
): Promise<{ stands: CellDelta[]; sums: CellDelta[] }> {
  const [stands, sums, counts, counted] = await readBatch<
    [CellDelta, CellDelta, CellDelta, CellDelta]
  >(region, [
    statement('SELECT period, row, col, n FROM office_cell WHERE office_id = ?', office),
    statement(
      `WITH mine AS MATERIALIZED (
         SELECT month, row, col, sum(n) AS n FROM json_each(?) member
         CROSS JOIN agency_cell ON agency_id = member.value->>'id'
           AND substr(month, 1, 4) BETWEEN member.value->>'from' AND member.value->>'to'
         GROUP BY month, row, col)
       SELECT month AS period, row, col, n FROM mine
       UNION ALL
       SELECT substr(month, 1, 4), row, col, sum(n) FROM mine
       GROUP BY substr(month, 1, 4), row, col`,
      JSON.stringify(members),
    ),
    ...selectCounts(office, members),
  ])
  return { stands: [...stands, ...counts], sums: [...sums, ...counted] }
}
