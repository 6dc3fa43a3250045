import { type Statement, statement } from '../../statement.ts'

/** What the office above found here (收到的问题), as last told under its version `told` there; `evidence` is JSON. */
export type ReceivedFindingRow = {
  sender: string
  id: string
  version: number
  state: string
  kind: string
  what: string
  evidence: string
  first_period: string
  times: number
  due_on: string
  letter_id: string
  told: number
  answers: number
  answer: string | null
  answered_on: string | null
  opinion: string | null
  changed_at: number
}

const columns = `sender, id, version, state, kind, what, evidence, first_period, times, due_on, letter_id,
  told, answers, answer, answered_on, opinion, changed_at`

/** Reads one finding of a sender. */
export function selectReceivedFinding(sender: string, id: string): Statement {
  return statement(
    `SELECT ${columns} FROM received_finding WHERE sender = ? AND id = ?`,
    sender,
    id,
  )
}

/** Reads the findings of a sender by their ids, which are JSON. */
export function selectReceivedOf(sender: string, ids: readonly string[]): Statement {
  return statement(
    `SELECT ${columns} FROM received_finding
     WHERE sender = ? AND id IN (SELECT value FROM json_each(?)) LIMIT 1000`,
    sender,
    JSON.stringify(ids),
  )
}

/** Reads what was found here: what waits for an answer first, then the newest. */
export function selectReceivedFindings(limit: number): Statement {
  return statement(
    `SELECT ${columns} FROM received_finding
     ORDER BY CASE state WHEN 'open' THEN 0 WHEN 'answered' THEN 1 ELSE 2 END, due_on, id LIMIT ? + 0`,
    limit,
  )
}

/** Plans the whole row of a received finding, new or changed. */
export function putReceivedFinding(row: ReceivedFindingRow): Statement {
  return statement(
    `INSERT INTO received_finding (${columns})
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
     ON CONFLICT (sender, id) DO UPDATE SET version = ?3, state = ?4, what = ?6, evidence = ?7,
       times = ?9, due_on = ?10, letter_id = ?11, told = ?12, answers = ?13, answer = ?14,
       answered_on = ?15, opinion = ?16, changed_at = ?17`,
    row.sender,
    row.id,
    row.version,
    row.state,
    row.kind,
    row.what,
    row.evidence,
    row.first_period,
    row.times,
    row.due_on,
    row.letter_id,
    row.told,
    row.answers,
    row.answer,
    row.answered_on,
    row.opinion,
    row.changed_at,
  )
}
