import { type Statement, statement } from '../statement.ts'

/** The newest national version of a year (放假安排). */
export type CalendarYearRow = {
  year: number
  n: number
  id: string
  content: string
  put_at: number
}

/** Reads the national versions in force. */
export function selectCalendarYears(): Statement {
  return statement(
    'SELECT year, n, edition_id AS id, content, put_at FROM calendar_year ORDER BY year LIMIT 200',
  )
}

/** Puts a national version in force for everybody; an older one changes nothing. */
export function putCalendarYear({ year, n, id, content, put_at: at }: CalendarYearRow): Statement {
  return statement(
    `INSERT INTO calendar_year (year, n, edition_id, content, put_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (year) DO UPDATE SET n = excluded.n, edition_id = excluded.edition_id,
       content = excluded.content, put_at = excluded.put_at WHERE excluded.n > calendar_year.n`,
    year,
    n,
    id,
    content,
    at,
  )
}

/** A draft by which agencies count without changing anything (试算). */
export type TrialRow = { key: string; year: number; content: string }

/** Asks for a trial. */
export function putTrial({ key, year, content }: TrialRow, at: number): Statement {
  return statement(
    `INSERT INTO calendar_trial (key, year, content, asked_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET asked_at = excluded.asked_at`,
    key,
    year,
    content,
    at,
  )
}

/** Reads a trial. */
export function selectTrial(key: string): Statement {
  return statement('SELECT key, year, content FROM calendar_trial WHERE key = ?', key)
}

/** What one agency counted. */
export type CountRow = {
  agency_id: string
  cases: number
  moved: number
  renewed: number
  at: number
}

/** Writes down what an agency counted; counted again, the newer stands. */
export function putCount(subject: string, count: CountRow): Statement {
  return statement(
    `INSERT INTO calendar_count (subject, agency_id, cases, moved, renewed, at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET cases = excluded.cases, moved = excluded.moved,
       renewed = excluded.renewed, at = excluded.at`,
    subject,
    count.agency_id,
    count.cases,
    count.moved,
    count.renewed,
    count.at,
  )
}

/** Reads what agencies counted, those with most moved days first. */
export function selectCounts(subject: string): Statement {
  return statement(
    `SELECT agency_id, cases, moved, renewed, at FROM calendar_count WHERE subject = ?
     ORDER BY moved DESC, agency_id LIMIT 2000`,
    subject,
  )
}

/** Reads which agencies have counted by what is in force now. */
export function selectCounted(): Statement {
  return statement(
    `SELECT agency_id FROM calendar_count WHERE subject = 'force:' || (
       SELECT group_concat(year || '-' || n, ',') FROM (SELECT year, n FROM calendar_year ORDER BY year))`,
  )
}
