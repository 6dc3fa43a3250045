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

/** Two figures by hand that make a rate, as rows of cells. */
export type AttestedPair = { code: string; numerator: string; denominator: string }

/** Reads the codes of the pairs of which a member attested one figure of a month and not the other. */
export async function readUnmatched(
  region: D1Database,
  members: readonly string[],
  pairs: readonly AttestedPair[],
  [first, last]: readonly [string, string],
): Promise<string[]> {
  const { results } = await region
    .prepare(
      `SELECT pair.value->>'code' AS code FROM json_each(?4) pair WHERE EXISTS (
         SELECT 1 FROM agency_cell
         WHERE agency_id IN (SELECT value FROM json_each(?1)) AND month BETWEEN ?2 AND ?3
           AND row IN (pair.value->>'numerator', pair.value->>'denominator')
           AND col = 'attested' AND n > 0
         GROUP BY agency_id, month HAVING count(*) = 1)`,
    )
    .bind(JSON.stringify(members), first, last, JSON.stringify(pairs))
    .all<{ code: string }>()
  return results.map(({ code }) => code)
}
