import { idsIn, type Membership } from '../../domain/agency/offices.ts'
import { type Statement, statement } from '../statement.ts'
import { tellOffices } from './coverage.ts'

/** One figure of an agency's month. */
export type MonthCell = { month: string; row: string; col: string; n: number }

/**
 * An agency's months by value (报送): `cells` are all figures of `months` as they stood when the
 * journal's last event was `version`; `position` says up to which event nothing is left to report.
 */
export type Report = {
  agency: string
  /** the offices whose subtree holds the agency, itself included, from the top down, in their years */
  offices: readonly Membership[]
  months: readonly string[]
  cells: readonly MonthCell[]
  /** when those of the months were closed that are (epoch ms), and what changed afterwards */
  closings: readonly { month: string; closedAt: number; corrections: number }[]
  version: number
  position: number
  /** epoch ms */
  at: number
}

/** An unchanged position is stamped anew only after this many ms, so that a repeated message writes nothing. */
const restampAfter = 3_600_000

/**
 * The statement that lets a batch through only while the region has followed the agency's journal
 * to `position` (0: not at all): whoever was faster has taken in what this report would say.
 */
export function holdPosition(agency: string, position: number): Statement {
  return statement(
    `INSERT INTO agency_sync (agency_id, position, synced_at) SELECT ?1, NULL, 0
     WHERE coalesce((SELECT position FROM agency_sync WHERE agency_id = ?1), 0) <> CAST(?2 AS INTEGER)`,
    agency,
    position,
  )
}

/** Says whether a batch was rolled back because the position had moved on. */
export function positionMoved(error: unknown): boolean {
  return error instanceof Error && error.message.includes('agency_sync.position')
}

/** JSON of the offices above, by each year of the report's months. */
function pathsOf({ months, offices }: Report): Record<string, string> {
  const years = [...new Set(months.map((month) => month.slice(0, 4)))]
  return Object.fromEntries(years.map((year) => [year, JSON.stringify(idsIn(offices, year))]))
}

/** Months of the report that are newer than what the region holds. */
const fresh = `SELECT m.value AS month FROM json_each(?2) m
  WHERE ?3 > coalesce(
    (SELECT version FROM agency_month a WHERE a.agency_id = ?1 AND a.month = m.value), -1)`

/**
 * The statements that take a report in (汇总), for one batch with the items that go with it: the
 * difference to the old figures goes to every office above, then the figures are replaced. Each
 * month is guarded by its version, so a repeated or late report changes nothing.
 */
export function takeIn(report: Report): Statement[] {
  const { agency, version, position, at } = report
  const months = JSON.stringify(report.months)
  const cells = JSON.stringify(report.cells)
  return [
    statement(
      `WITH fresh AS MATERIALIZED (${fresh}),
      moved AS MATERIALIZED (
        SELECT month, row, col, sum(n) AS n FROM (
          SELECT value->>'month' AS month, value->>'row' AS row, value->>'col' AS col,
                 value->>'n' AS n FROM json_each(?4)
          UNION ALL
          SELECT month, row, col, -n FROM agency_cell
          WHERE agency_id = ?1 AND month IN (SELECT month FROM fresh))
        WHERE month IN (SELECT month FROM fresh)
        GROUP BY month, row, col HAVING sum(n) <> 0),
      sums AS MATERIALIZED (
        SELECT month AS period, row, col, n FROM moved
        UNION ALL
        SELECT substr(month, 1, 4), row, col, sum(n) FROM moved
        GROUP BY substr(month, 1, 4), row, col HAVING sum(n) <> 0)
      INSERT INTO office_cell (office_id, period, row, col, n)
      SELECT office.value->>'id', period, row, col, n FROM sums, json_each(?5) office
      WHERE substr(period, 1, 4) BETWEEN office.value->>'from' AND office.value->>'to'
      ON CONFLICT DO UPDATE SET n = n + excluded.n`,
      agency,
      months,
      version,
      cells,
      JSON.stringify(report.offices),
    ),
    statement(
      `DELETE FROM agency_cell WHERE agency_id = ?1 AND month IN (${fresh})
       AND (month, row, col) NOT IN (
         SELECT value->>'month', value->>'row', value->>'col' FROM json_each(?4))`,
      agency,
      months,
      version,
      cells,
    ),
    statement(
      `INSERT INTO agency_cell (agency_id, month, row, col, n)
       SELECT ?1, value->>'month', value->>'row', value->>'col', value->>'n' FROM json_each(?4)
       WHERE value->>'month' IN (${fresh})
       ON CONFLICT DO UPDATE SET n = excluded.n WHERE n <> excluded.n`,
      agency,
      months,
      version,
      cells,
    ),
    statement(
      `INSERT INTO agency_month (agency_id, month, version, reported_at, closed_at, corrections, offices)
       SELECT ?1, f.month, ?3, ?4, c.value->>'closedAt', coalesce(c.value->>'corrections', 0),
         ?6 ->> ('$."' || substr(f.month, 1, 4) || '"')
       FROM (${fresh}) f LEFT JOIN json_each(?5) c ON c.value->>'month' = f.month WHERE true
       ON CONFLICT DO UPDATE SET version = excluded.version, reported_at = excluded.reported_at,
         closed_at = excluded.closed_at, corrections = excluded.corrections,
         offices = excluded.offices`,
      agency,
      months,
      version,
      at,
      JSON.stringify(report.closings),
      JSON.stringify(pathsOf(report)),
    ),
    ...tellOffices(agency, report.offices),
    statement(
      `INSERT INTO agency_sync (agency_id, position, synced_at) VALUES (?1, ?2, ?3)
       ON CONFLICT DO UPDATE SET position = max(position, excluded.position),
         synced_at = max(synced_at, excluded.synced_at)
       WHERE excluded.position > position OR excluded.synced_at > synced_at + ?4`,
      agency,
      position,
      at,
      restampAfter,
    ),
  ]
}
