import { type Statement, statement } from '../statement.ts'
import { inPeriods } from './coverage.ts'

/** A month whose figures stand in the sums of other offices than they should: JSON of both lists of ids. */
export type StrayMonth = { month: string; was: string; becomes: string }

/** The stray months that still stand as they were read, and which office gets (1) or gives (-1) which of them. */
const net = `stray AS MATERIALIZED (
    SELECT m.month, m.offices AS was, s.value->>'becomes' AS becomes FROM json_each(?2) s
    CROSS JOIN agency_month m ON m.agency_id = ?1 AND m.month = s.value->>'month'
      AND m.offices = s.value->>'was'),
  net AS MATERIALIZED (
    SELECT office, month, sum(sign) AS sign FROM (
      SELECT o.value AS office, month, -1 AS sign FROM stray, json_each(was) o
      UNION ALL SELECT o.value, month, 1 FROM stray, json_each(becomes) o)
    GROUP BY office, month HAVING sum(sign) <> 0)`

/**
 * The statements that bring an agency's months from the sums of the offices that were above it to those that
 * are (机构调整), for the batch of its next report. Months that another batch has brought already stay.
 */
export function rehome(agency: string, months: readonly StrayMonth[]): Statement[] {
  if (months.length === 0) return []
  const stray = JSON.stringify(months)
  return [
    statement(
      `WITH ${net},
      moved AS MATERIALIZED (
        SELECT office, c.month, c.row, c.col, c.n * sign AS n FROM net
        CROSS JOIN agency_cell c ON c.agency_id = ?1 AND c.month = net.month)
      INSERT INTO office_cell (office_id, period, row, col, n)
      SELECT office, period, row, col, n FROM (
        SELECT office, month AS period, row, col, n FROM moved
        UNION ALL
        SELECT office, substr(month, 1, 4), row, col, sum(n) FROM moved
        GROUP BY office, substr(month, 1, 4), row, col) WHERE n <> 0
      ON CONFLICT DO UPDATE SET n = n + excluded.n`,
      agency,
      stray,
    ),
    statement(
      `WITH ${net},
      counted AS MATERIALIZED (
        SELECT office, m.month, m.told, sign FROM net
        CROSS JOIN agency_month m ON m.agency_id = ?1 AND m.month = net.month AND m.told IS NOT NULL)
      INSERT INTO office_coverage (office_id, period, reporting, corrections)
      SELECT office, period, sign, sum(told) * sign FROM (${inPeriods})
      GROUP BY office, period, sign
      ON CONFLICT DO UPDATE SET reporting = reporting + excluded.reporting,
        corrections = corrections + excluded.corrections`,
      agency,
      stray,
    ),
    statement(
      `UPDATE agency_month SET offices = s.value->>'becomes' FROM json_each(?2) s
       WHERE agency_id = ?1 AND month = s.value->>'month' AND offices = s.value->>'was'`,
      agency,
      stray,
    ),
  ]
}

/** Plans to note which offices hold the months of which that was not kept yet. */
export function noteOffices(
  agency: string,
  months: readonly Pick<StrayMonth, 'month' | 'becomes'>[],
): Statement[] {
  if (months.length === 0) return []
  return [
    statement(
      `UPDATE agency_month SET offices = s.value->>'becomes' FROM json_each(?2) s
       WHERE agency_id = ?1 AND month = s.value->>'month' AND offices IS NULL`,
      agency,
      JSON.stringify(months),
    ),
  ]
}

/** Plans that an agency's journal is followed from its beginning, so that its items are found below their offices. */
export function followAnew(agency: string): Statement[] {
  return [statement('UPDATE agency_sync SET position = 0 WHERE agency_id = ?', agency)]
}
