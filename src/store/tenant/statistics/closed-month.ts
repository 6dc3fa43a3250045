import { type Statement, statement } from '../../statement.ts'

/** A month as its agency closed it (结账), and its corrections; `name` is the officer's, null for the schedule. */
export type ClosedMonthRow = {
  month: string
  closedAt: number
  name: string | null
  corrections: number
  open: number
}

/** Plans the closing of a month; it stays closed. */
export function closeMonthRow(month: string, at: number, by: string): Statement {
  return statement(
    'INSERT INTO closed_month (month, closed_at, closed_by) VALUES (?, ?, ?)',
    month,
    at,
    by,
  )
}

/** Reads the newest month that is closed. */
export function selectLastClosed(): Statement {
  return statement('SELECT max(month) AS month FROM closed_month')
}

/** Reads the closed months of some, each with its corrections. */
export function selectClosedMonths(months: readonly string[]): Statement {
  return statement(
    `SELECT m.month, m.closed_at AS closedAt, s.name,
       (SELECT count(*) FROM correction c WHERE c.month = m.month) AS corrections,
       (SELECT count(*) FROM correction c WHERE c.month = m.month AND c.reason IS NULL) AS open
     FROM closed_month m LEFT JOIN staff s ON s.id = m.closed_by
     WHERE m.month IN (SELECT value FROM json_each(?)) ORDER BY m.month`,
    JSON.stringify(months),
  )
}
