/** An agency that attested a figure by hand, or said that it does not apply. */
export type AttestingRow = { id: string; row: string }

/** Reads which members spoke of which figures by hand in the months from `first` to `last`. */
export async function readAttesting(
  region: D1Database,
  members: readonly string[],
  rows: readonly string[],
  [first, last]: readonly [string, string],
): Promise<AttestingRow[]> {
  const { results } = await region
    .prepare(
      `SELECT DISTINCT agency_id AS id, row FROM agency_cell
       WHERE agency_id IN (SELECT value FROM json_each(?)) AND month BETWEEN ? AND ?
         AND row IN (SELECT value FROM json_each(?))
         AND col IN ('attested', 'notApplicable') AND n > 0`,
    )
    .bind(JSON.stringify(members), first, last, JSON.stringify(rows))
    .all<AttestingRow>()
  return results
}
