import { bulk, type Statement, statement } from '../../statement.ts'

/** A finding as it is stored; `evidence` and `history` are JSON. */
export type FindingRow = {
  id: string
  kind: string
  key: string | null
  rule: string
  agency: string
  what: string
  evidence: string
  first_period: string
  last_period: string
  times: number
  due_on: string
  version: number
  state: string
  letter_id: string | null
  history: string
  closed_on: string | null
  changed_at: number
}

const columns = `id, kind, key, rule, agency, what, evidence, first_period, last_period, times, due_on,
  version, state, letter_id, history, closed_on, changed_at`

/** Most findings of a kind that are read at once. */
const most = 2000

/** Reads one finding. */
export function selectFinding(id: string): Statement {
  return statement(`SELECT ${columns} FROM bulletin_finding WHERE id = ?`, id)
}

/** Reads the findings of a kind that wait, the oldest first. */
export function selectWaiting(kind: string): Statement {
  return statement(
    `SELECT ${columns} FROM bulletin_finding WHERE kind = ? AND state IN ('open', 'answered')
     ORDER BY agency, first_period, id LIMIT ? + 0`,
    kind,
    most,
  )
}

/** Reads the findings of a kind that were closed or dropped on a day or later. */
export function selectClosedSince(kind: string, day: string): Statement {
  return statement(
    `SELECT ${columns} FROM bulletin_finding WHERE kind = ? AND closed_on >= ?
     ORDER BY closed_on DESC, id LIMIT 500`,
    kind,
    day,
  )
}

/** Reads the findings of a kind that were closed, of some keys. */
export function selectClosedOf(kind: string, keys: readonly string[]): Statement {
  return statement(
    `SELECT ${columns} FROM bulletin_finding WHERE kind = ?1 AND state = 'closed'
       AND key IN (SELECT value FROM json_each(?2)) ORDER BY closed_on, id LIMIT ?3 + 0`,
    kind,
    JSON.stringify(keys),
    most,
  )
}

/** Plans findings, new or changed, in as few statements as their number allows. */
export function putFindings(rows: readonly FindingRow[]): Statement[] {
  return bulk(
    `INSERT INTO bulletin_finding (${columns})
     SELECT value->>'id', value->>'kind', value->>'key', value->>'rule', value->>'agency', value->>'what',
       value->>'evidence', value->>'first_period', value->>'last_period', value->>'times', value->>'due_on',
       value->>'version', value->>'state', value->>'letter_id', value->>'history', value->>'closed_on',
       value->>'changed_at' FROM json_each(?1) WHERE true
     ON CONFLICT (id) DO UPDATE SET what = excluded.what, evidence = excluded.evidence,
       last_period = excluded.last_period, times = excluded.times, due_on = excluded.due_on,
       version = excluded.version, state = excluded.state, letter_id = excluded.letter_id,
       history = excluded.history, closed_on = excluded.closed_on, changed_at = excluded.changed_at`,
    rows,
  )
}

/** How many findings of a kind wait, and how many of them past their day (未销号、逾期). */
export type FindingCount = { kind: string; waiting: number; overdue: number }

/** Counts the findings that wait by kind. */
export function selectFindingCounts(today: string): Statement {
  return statement(
    `SELECT kind, count(*) AS waiting, sum(due_on < ?) AS overdue FROM bulletin_finding
     WHERE state IN ('open', 'answered') GROUP BY kind`,
    today,
  )
}
