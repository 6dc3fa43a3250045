import { readBatch } from '../read.ts'
import { statement } from '../statement.ts'

/** Reads which agency's item the region knows under an index number; `match` is the number's filter. */
export async function readRegionNumber(
  region: D1Database,
  match: string,
): Promise<{ agencyId: string; itemId: string } | null> {
  const [[row]] = await readBatch<[{ agencyId: string; itemId: string }]>(region, [
    statement(
      `SELECT p.agency_id AS agencyId, p.item_id AS itemId
       FROM region_search s CROSS JOIN region_item p ON p.docid = s.rowid
       WHERE s.region_search MATCH ? ORDER BY s.rowid DESC LIMIT 1`,
      match,
    ),
  ])
  return row ?? null
}
