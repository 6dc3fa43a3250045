import { type Statement, statement } from '../statement.ts'

/** What an officer looked at (人工核查); `name` is the officer's. */
export type SelfCheckRow = {
  id: string
  rule: string
  subject: string
  checkedOn: string
  absent: 0 | 1
  tries: number | null
  failed: number | null
  elsewhere: number | null
  sinceOn: string | null
  lastOn: string | null
  answeredOn: string | null
  proof: string
  recordedAt: number
  overAt: number | null
  struck: 0 | 1
  name: string | null
}

const columns = `c.id, c.rule, c.subject, c.checked_on AS checkedOn, c.absent, c.tries, c.failed, c.elsewhere,
  c.since_on AS sinceOn, c.last_on AS lastOn, c.answered_on AS answeredOn, c.proof,
  c.recorded_at AS recordedAt, c.over_at AS overAt, c.struck`

/** Reads the records that speak now, by rule; the newest of each first. */
export function selectSelfChecks(limit: number): Statement {
  return statement(
    `SELECT ${columns}, NULL AS name FROM self_check c WHERE c.over_at IS NULL
     ORDER BY c.rule, c.subject LIMIT ? + 0`,
    limit,
  )
}

/** Reads the records of one rule, those that are over too, the newest first. */
export function selectSelfChecksOf(rule: string, limit: number): Statement {
  return statement(
    `SELECT ${columns}, s.name FROM self_check c LEFT JOIN staff s ON s.id = c.recorded_by
     WHERE c.rule = ? ORDER BY c.recorded_at DESC, c.id LIMIT ? + 0`,
    rule,
    limit,
  )
}

/** Ends what was recorded of a rule and subject before: the newer record speaks. */
export function endSelfChecks(rule: string, subject: string, at: number): Statement {
  return statement(
    'UPDATE self_check SET over_at = ?3 WHERE rule = ?1 AND subject = ?2 AND over_at IS NULL',
    rule,
    subject,
    at,
  )
}

/** Strikes out a record that was made by mistake. */
export function strikeSelfCheck(id: string, at: number): Statement {
  return statement('UPDATE self_check SET over_at = ?2, struck = 1 WHERE id = ?1', id, at)
}

/** Writes a record. */
export function insertSelfCheck(row: {
  id: string
  rule: string
  subject: string
  checkedOn: string
  absent: boolean
  tries: number | null
  failed: number | null
  elsewhere: number | null
  sinceOn: string | null
  lastOn: string | null
  answeredOn: string | null
  proof: string
  recordedBy: string
  recordedAt: number
}): Statement {
  return statement(
    `INSERT INTO self_check (id, rule, subject, checked_on, absent, tries, failed, elsewhere, since_on,
       last_on, answered_on, proof, recorded_by, recorded_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.id,
    row.rule,
    row.subject,
    row.checkedOn,
    row.absent ? 1 : 0,
    row.tries,
    row.failed,
    row.elsewhere,
    row.sinceOn,
    row.lastOn,
    row.answeredOn,
    row.proof,
    row.recordedBy,
    row.recordedAt,
  )
}
