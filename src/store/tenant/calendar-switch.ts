import { bulk, type Statement, statement } from '../statement.ts'

/** One change of the calendar in use: open cases, days that moved, days that only changed their basis. */
export type SwitchRow = {
  n: number
  mark: string
  at: number
  cases: number
  moved: number
  renewed: number
}

/** Reads the newest changes of the calendar in use. */
export function selectSwitches(limit: number): Statement {
  return statement(
    'SELECT n, mark, at, cases, moved, renewed FROM calendar_switch ORDER BY n DESC LIMIT ? + 0',
    limit,
  )
}

/** Reads one of them. */
export function selectSwitch(n: number): Statement {
  return statement('SELECT n, mark, at, cases, moved, renewed FROM calendar_switch WHERE n = ?', n)
}

/** Writes one down. */
export function insertSwitch({ n, mark, at, cases, moved, renewed }: SwitchRow): Statement {
  return statement(
    'INSERT INTO calendar_switch (n, mark, at, cases, moved, renewed) VALUES (?, ?, ?, ?, ?, ?)',
    n,
    mark,
    at,
    cases,
    moved,
    renewed,
  )
}

/** A day that a change moved, and the case as it is named. */
export type MoveRow = {
  application_id: string
  what: string
  from_on: string | null
  to_on: string | null
  number_year: number | null
  number_serial: number | null
}

/** Reads the days that a change moved, after a case. */
export function selectMoves(n: number, after: string, limit: number): Statement {
  return statement(
    `SELECT m.application_id, m.what, m.from_on, m.to_on, a.number_year, a.number_serial
     FROM calendar_move m JOIN application a ON a.id = m.application_id
     WHERE m.switch_n = ? AND m.application_id > ? ORDER BY m.application_id, m.what LIMIT ? + 0`,
    n,
    after,
    limit,
  )
}

/** Writes down the days that a change moved. */
export function insertMoves(
  n: number,
  moves: readonly { receipt: string; what: string; from: string | null; to: string | null }[],
): Statement[] {
  return bulk(
    `INSERT INTO calendar_move (switch_n, application_id, what, from_on, to_on)
     SELECT ?2, value ->> 'receipt', value ->> 'what', value ->> 'from', value ->> 'to'
     FROM json_each(?1)`,
    moves,
    n,
  )
}
