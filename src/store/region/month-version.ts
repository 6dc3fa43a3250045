/** A month of an agency as the region holds it, and its version there (报送版本). */
export type MonthVersion = { id: string; month: string; version: number }

/** Reads which months from `first` to `last` each of `members` reported, and in which version: O(members). */
export async function readMonthVersions(
  region: D1Database,
  members: readonly string[],
  first: string,
  last: string,
): Promise<MonthVersion[]> {
  const { results } = await region
    .prepare(
      `SELECT m.agency_id AS id, m.month, m.version FROM json_each(?1) member
       CROSS JOIN agency_month m ON m.agency_id = member.value AND m.month BETWEEN ?2 AND ?3`,
    )
    .bind(JSON.stringify(members), first, last)
    .all<MonthVersion>()
  return results
}
