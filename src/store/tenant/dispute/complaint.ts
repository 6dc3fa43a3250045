import { type Statement, statement } from '../../statement.ts'

/** A row of table `complaint`, with who handles the application. */
export type ComplaintRow = {
  id: string
  version: number
  state: string
  origin: string
  application_id: string
  filed_on: string
  answered_on: string | null
  finding: string | null
  sealed: string
  answer_sealed: string | null
  handler: string | null
  number_year: number | null
  number_serial: number | null
}

const columns = `c.id, c.version, c.state, c.origin, c.application_id, c.filed_on, c.answered_on,
  c.finding, c.sealed, c.answer_sealed, a.handler, a.number_year, a.number_serial`
const from = 'FROM complaint c LEFT JOIN application a ON a.id = c.application_id'

/** Reads one complaint. */
export function selectComplaint(id: string): Statement {
  return statement(`SELECT ${columns} ${from} WHERE c.id = ?`, id)
}

/** Reads complaints that have no answer, the oldest first. */
export function selectOpenComplaints(limit: number): Statement {
  return statement(
    `SELECT ${columns} ${from} WHERE c.state = 'filed' ORDER BY c.filed_on, c.id LIMIT ? + 0`,
    limit,
  )
}

/** Which answered complaints: answered from a day to a day, with one of some findings. */
export type AnsweredFilter = { from: string; to: string; findings: readonly string[] }

/** Reads answered complaints, the newest answer first. */
export function selectAnsweredComplaints(
  filter: AnsweredFilter,
  after: { on: string; id: string } | null,
  limit: number,
): Statement {
  return statement(
    `SELECT ${columns} ${from} WHERE c.answered_on IS NOT NULL
       AND (?1 IS NULL OR (c.answered_on, c.id) < (?1, ?2))
       AND c.answered_on BETWEEN ?4 AND ?5 AND c.finding IN (SELECT value FROM json_each(?6))
     ORDER BY c.answered_on DESC, c.id DESC LIMIT ?3 + 0`,
    after?.on ?? null,
    after?.id ?? null,
    limit,
    filter.from,
    filter.to,
    JSON.stringify(filter.findings),
  )
}

/** Reads the complaints about an application, oldest first; an applicant reads only those of their own. */
export function selectComplaintsOf(application: string, origin: 'applicant' | null): Statement {
  return statement(
    `SELECT ${columns} ${from} WHERE c.application_id = ?1 AND (?2 IS NULL OR c.origin = ?2)
     ORDER BY c.filed_on, c.id LIMIT 20`,
    application,
    origin,
  )
}

/** Writes a new complaint. */
export function insertComplaint(row: {
  id: string
  origin: string
  applicationId: string
  madeOn: string
  sealed: string
}): Statement {
  return statement(
    `INSERT INTO complaint (id, version, state, origin, application_id, filed_on, sealed)
     VALUES (?, 1, 'filed', ?, ?, ?, ?)`,
    row.id,
    row.origin,
    row.applicationId,
    row.madeOn,
    row.sealed,
  )
}

/** Writes the answer to a complaint. */
export function answerComplaintRow(
  id: string,
  row: { version: number; answeredOn: string; finding: string; sealed: string },
): Statement {
  return statement(
    `UPDATE complaint SET version = ?2, state = 'answered', answered_on = ?3, finding = ?4,
       answer_sealed = ?5 WHERE id = ?1`,
    id,
    row.version,
    row.answeredOn,
    row.finding,
    row.sealed,
  )
}
