import { bulk, type Statement, statement } from '../../statement.ts'

/** A proposal to publish (同类申请) with the application that stands first in it. */
export type SameRequestRow = {
  id: string
  version: number
  state: string
  raisedAt: number
  nCases: number
  nApplicants: number
  decidedAt: number | null
  decidedBy: string | null
  reasonSealed: string | null
  itemId: string | null
}

/** An application that shares a mark with another. */
export type CandidateRow = {
  receipt: string
  applicant: string
  sealed: string
  groupId: string | null
}

const columns = `id, version, state, raised_at AS raisedAt, n_cases AS nCases,
  n_applicants AS nApplicants, decided_at AS decidedAt, decided_by AS decidedBy,
  reason_sealed AS reasonSealed, item_id AS itemId`

/** Plans the marks of an application; those that it has stay. */
export function insertMarks(receipt: string, marks: readonly string[]): Statement[] {
  return bulk(
    `INSERT OR IGNORE INTO request_mark (mark, application_id)
     SELECT value, ?2 FROM json_each(?1)`,
    marks,
    receipt,
  )
}

/** Most applications that one is compared with. */
const mostCandidates = 40

/** Reads applications that share a mark with one: a bounded number, however many there are. */
export function selectCandidates(receipt: string, marks: readonly string[]): Statement {
  return statement(
    `SELECT a.id AS receipt, coalesce(a.applicant_mac, a.id) AS applicant, a.sealed,
       c.same_request_id AS groupId
     FROM (SELECT DISTINCT application_id FROM request_mark
       WHERE mark IN (SELECT value FROM json_each(?1)) AND application_id <> ?2
       LIMIT ?3 + 0) m
     JOIN application a ON a.id = m.application_id
     LEFT JOIN same_request_case c ON c.application_id = a.id`,
    JSON.stringify(marks),
    receipt,
    mostCandidates,
  )
}

/** Who asked, as a keyed digest, and the proposal that the application belongs to. */
export type OwnRow = { applicant: string; groupId: string | null }

/** Reads who asked by an application, and the proposal that it belongs to. */
export function selectGroupOf(receipt: string): Statement {
  return statement(
    `SELECT coalesce(a.applicant_mac, a.id) AS applicant, c.same_request_id AS groupId
     FROM application a LEFT JOIN same_request_case c ON c.application_id = a.id WHERE a.id = ?`,
    receipt,
  )
}

/** Plans a new proposal with its members. */
export function insertSameRequest(
  row: { id: string; raisedAt: number; nApplicants: number },
  members: readonly { receipt: string; applicant: string }[],
): Statement[] {
  return [
    statement(
      `INSERT INTO same_request (id, version, state, raised_at, n_cases, n_applicants)
       VALUES (?, 1, 'open', ?, ?, ?)`,
      row.id,
      row.raisedAt,
      members.length,
      row.nApplicants,
    ),
    ...bulk(
      `INSERT INTO same_request_case (application_id, same_request_id, applicant)
       SELECT value->>'receipt', ?2, value->>'applicant' FROM json_each(?1)`,
      members,
      row.id,
    ),
  ]
}

/** Plans to put an application into a proposal; an applicant who asked before is counted once. */
export function joinSameRequest(
  id: string,
  version: number,
  { receipt, applicant }: { receipt: string; applicant: string },
): Statement[] {
  return [
    statement(
      `UPDATE same_request SET version = ?2, n_cases = n_cases + 1,
         n_applicants = n_applicants + NOT EXISTS (SELECT 1 FROM same_request_case
           WHERE same_request_id = ?1 AND applicant = ?3)
       WHERE id = ?1`,
      id,
      version,
      applicant,
    ),
    statement(
      `INSERT INTO same_request_case (application_id, same_request_id, applicant)
       VALUES (?, ?, ?)`,
      receipt,
      id,
      applicant,
    ),
  ]
}

/** Plans the decision on a proposal. */
export function decideSameRequest(
  id: string,
  decided: {
    version: number
    state: string
    by: string
    at: number
    reasonSealed: string | null
    itemId: string | null
  },
): Statement {
  return statement(
    `UPDATE same_request SET version = ?2, state = ?3, decided_by = ?4, decided_at = ?5,
       reason_sealed = ?6, item_id = ?7 WHERE id = ?1`,
    id,
    decided.version,
    decided.state,
    decided.by,
    decided.at,
    decided.reasonSealed,
    decided.itemId,
  )
}

/** Reads proposals of a state, the newest first, from a place on. */
export function selectSameRequests(
  state: string,
  before: { at: number; id: string } | null,
  limit: number,
): Statement {
  return statement(
    `SELECT ${columns} FROM same_request
     WHERE state = ?1 AND (raised_at, id) < (?2, ?3) ORDER BY raised_at DESC, id DESC LIMIT ?4 + 0`,
    state,
    before?.at ?? Number.MAX_SAFE_INTEGER,
    before?.id ?? '',
    limit,
  )
}

/** Reads one proposal. */
export function selectSameRequest(id: string): Statement {
  return statement(`SELECT ${columns} FROM same_request WHERE id = ?`, id)
}

/** Of each proposal, the application that stands first in it. */
export type FirstRow = { groupId: string; receipt: string; sealed: string }

/** Reads the first application of each of some proposals. */
export function selectFirsts(ids: readonly string[]): Statement {
  return statement(
    `SELECT g.value AS groupId, a.id AS receipt, a.sealed FROM json_each(?1) g
     JOIN application a ON a.id = (SELECT application_id FROM same_request_case
       WHERE same_request_id = g.value ORDER BY application_id LIMIT 1)`,
    JSON.stringify(ids),
  )
}
