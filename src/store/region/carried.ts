import type { CellDelta } from '../../domain/shared/journal.ts'
import type { Carried } from '../../domain/agency/offices.ts'

/**
 * Reads what offices carry over of agencies that came to them or went (机构调整转入、转出), as cells of the time
 * before: from what the region holds of those agencies' months. Nothing is asked where none did.
 */
export async function readCarried(
  region: D1Database,
  moves: readonly Carried[],
): Promise<(CellDelta & { office: string })[]> {
  if (moves.length === 0) return []
  const { results } = await region
    .prepare(
      `SELECT m.value->>'office' AS office, 'carried' AS period, c.row, c.col,
         sum(c.n * (m.value->>'sign')) AS n
       FROM json_each(?) m CROSS JOIN agency_cell c ON c.agency_id = m.value->>'agency'
         AND c.month BETWEEN m.value->>'from' AND m.value->>'to'
       GROUP BY office, c.row, c.col`,
    )
    .bind(JSON.stringify(moves))
    .all<CellDelta & { office: string }>()
  return results
}
