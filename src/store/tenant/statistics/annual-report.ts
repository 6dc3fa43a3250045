import type { ReportWork } from '../../../domain/report/annual/types.ts'
import { type Statement, statement } from '../../statement.ts'

/** An edition of a report as it is stored; `figures` is JSON of what was checked, null while it is computed. */
export type ReportRow = {
  year: number
  edition: number
  version: number
  state: string
  format: string
  entered: number
  prose: string
  figures: string | null
  reasons: string
  remarks: string
  note: string | null
  item_id: string | null
  digest: string | null
  letter_id: string | null
  checked_by: string | null
  submitted_on: string | null
  decided_on: string | null
  changed_by: string
  changed_at: number
}

const columns = `year, edition, version, state, format, entered, prose, figures, reasons, remarks, note,
  item_id, digest, letter_id, checked_by, submitted_on, decided_on, changed_by, changed_at`

/** Reads the editions of a year's report, the newest first. */
export function selectReport(year: number): Statement {
  return statement(
    `SELECT ${columns} FROM annual_report WHERE year = ? ORDER BY edition DESC LIMIT 100`,
    year,
  )
}

/** Reads the newest edition of every year's report, the newest year first. */
export function selectReports(): Statement {
  return statement(
    `SELECT ${columns} FROM annual_report r
     WHERE edition = (SELECT max(edition) FROM annual_report o WHERE o.year = r.year)
     ORDER BY year DESC LIMIT 100`,
  )
}

/** An edition that may be public: its row, and what the public reads of its item now. */
export type PublicReportRow = ReportRow & {
  item_edition: number
  published_at: number
  content: string
}

const published = `SELECT ${columns
  .split(',')
  .map((name) => `r.${name.trim()}`)
  .join(', ')},
    e.n AS item_edition, e.published_at, e.content
  FROM annual_report r
  JOIN published p ON p.id = r.item_id
  JOIN edition e ON e.item_id = r.item_id AND e.n = (
    SELECT max(n) FROM edition l WHERE l.item_id = r.item_id AND l.is_open = 1)
  WHERE r.state = 'cleared' AND r.item_id IS NOT NULL`

/** Reads the editions of a year, newest first, beside what the public reads of their item. */
export function selectPublicReport(year: number): Statement {
  return statement(`${published} AND r.year = ? ORDER BY r.edition DESC LIMIT 20`, year)
}

/** Reads the years that have a public report with its title, address and day, the newest first. */
export function selectPublicYears(): Statement {
  return statement(
    `SELECT r.year, max(r.edition) AS edition, r.format, p.id AS itemId, p.title,
       p.index_number AS indexNumber, p.published_at AS publishedAt
     FROM annual_report r JOIN published p ON p.id = r.item_id
     WHERE r.state = 'cleared' GROUP BY r.year ORDER BY r.year DESC LIMIT 100`,
  )
}

/** What a change writes beside the work itself. */
export type ReportChange = {
  figures: string | null
  checkedBy: string | null
  changedBy: string
  changedAt: number
}

/** Plans the whole row of an edition, new or changed. */
export function putReport(work: ReportWork, change: ReportChange): Statement {
  return statement(
    `INSERT INTO annual_report (${columns})
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
     ON CONFLICT (year, edition) DO UPDATE SET version = ?3, state = ?4, format = ?5, prose = ?7,
       figures = ?8, reasons = ?9, remarks = ?10, note = ?11, item_id = ?12, digest = ?13,
       letter_id = ?14, checked_by = ?15, submitted_on = ?16, decided_on = ?17, changed_by = ?18,
       changed_at = ?19`,
    work.year,
    work.edition,
    work.version,
    work.state,
    work.format,
    work.entered ? 1 : 0,
    JSON.stringify(work.prose),
    change.figures,
    JSON.stringify(work.reasons),
    JSON.stringify(work.remarks),
    work.note,
    work.itemId,
    work.digest,
    work.letterId,
    change.checkedBy,
    work.submittedOn,
    work.decidedOn,
    change.changedBy,
    change.changedAt,
  )
}
