import type { KeyRange } from '../../../domain/application/open-key.ts'
import { type Statement, statement } from '../../statement.ts'
import { applicationColumns } from './application.ts'

/** Where a page begins: after this place in the list ('' before all) and receipt. */
export type After = { at: string; id: string }

// The words of the partial indexes; without them SQLite would not use these.
const open = 'number_serial IS NOT NULL AND decided_on IS NULL'
const done = 'decided_on IS NOT NULL'

/** Open cases, those without a running clock first, then by due day. */
export function selectOpen(after: After, limit: number): Statement {
  return statement(
    `SELECT ${applicationColumns} FROM application INDEXED BY application_open
     WHERE ${open} AND (open_key, id) > (?, ?) ORDER BY open_key, id LIMIT ? + 0`,
    after.at,
    after.id,
    limit,
  )
}

/** Open cases of one state in the same order. */
export function selectOpenState(after: After, state: string, limit: number): Statement {
  return statement(
    `SELECT ${applicationColumns} FROM application INDEXED BY application_undecided
     WHERE decided_on IS NULL AND state = ?1 AND (open_key, id) > (?2, ?3)
     ORDER BY open_key, id LIMIT ?4 + 0`,
    state,
    after.at,
    after.id,
    limit,
  )
}

/** Open cases in some stretches of the list, which are given in its order. */
export function selectRanges(after: After, ranges: readonly KeyRange[], limit: number): Statement {
  const left = ranges
    .filter(({ to }) => to > after.at)
    .map(({ from, to }) =>
      from > after.at ? { from, to, id: '' } : { from: after.at, to, id: after.id },
    )
  // The loops are nested as written (CROSS JOIN), so rows come in the order of the list and the
  // limit ends the reading; an ORDER BY would read every row first.
  return statement(
    `SELECT ${applicationColumns} FROM (SELECT value AS stretch FROM json_each(?))
     CROSS JOIN application INDEXED BY application_open
     WHERE ${open} AND (open_key, id) > (stretch ->> 'from', stretch ->> 'id')
       AND open_key < stretch ->> 'to' LIMIT ? + 0`,
    JSON.stringify(left),
    limit,
  )
}

/** Open cases of which a co-unit is silent past its day (协办逾期), the longest first. */
export function selectCoOverdue(after: After, today: string, limit: number): Statement {
  return statement(
    `SELECT ${applicationColumns} FROM application INDEXED BY application_co_due
     WHERE co_due IS NOT NULL AND decided_on IS NULL AND co_due < ? AND (co_due, id) > (?, ?)
     ORDER BY co_due, id LIMIT ? + 0`,
    today,
    after.at,
    after.id,
    limit,
  )
}

/** Decided cases, newest first; `before` '' begins at the newest. */
export function selectDone(before: After, limit: number): Statement {
  return statement(
    `SELECT ${applicationColumns} FROM application
     WHERE ${done} AND (decided_on, id) < (?, ?)
     ORDER BY decided_on DESC, id DESC LIMIT ? + 0`,
    ...top(before),
    limit,
  )
}

/** Decided cases of one state, newest first. */
export function selectDoneState(before: After, state: string, limit: number): Statement {
  return statement(
    `SELECT ${applicationColumns} FROM application INDEXED BY application_done
     WHERE ${done} AND state = ?1 AND (decided_on, id) < (?2, ?3)
     ORDER BY decided_on DESC, id DESC LIMIT ?4 + 0`,
    state,
    ...top(before),
    limit,
  )
}

/** Applications that the queue has not brought yet (待登记). */
export function selectUnregistered(afterId: string, limit: number): Statement {
  return statement(
    `SELECT ${applicationColumns} FROM application INDEXED BY application_undecided
     WHERE decided_on IS NULL AND state = 'submitted' AND open_key IS NULL AND id > ?
     ORDER BY id LIMIT ? + 0`,
    afterId,
    limit,
  )
}

/** The application with a number. */
export function selectNumbered(year: number, serial: number): Statement {
  return statement(
    `SELECT ${applicationColumns} FROM application
     WHERE number_year = ? AND number_serial = ? AND number_serial IS NOT NULL`,
    year,
    serial,
  )
}

/** Applications whose receipt begins with a text. */
export function selectReceipts(prefix: string, limit: number): Statement {
  return statement(
    `SELECT ${applicationColumns} FROM application
     WHERE id >= ?1 AND id < ?1 || '~' ORDER BY id LIMIT ?2 + 0`,
    prefix,
    limit,
  )
}

/** What is kept of the open cases: JSON text of their number by key. */
export type TallyRow = { counts: string }

/** Reads how many open cases have each key, and how many are answered but not closed. */
export function selectTally(): Statement {
  return statement('SELECT counts FROM application_tally WHERE id = 1')
}

// A bound that is always there lets the index be entered at it; an alternative would scan to it.
function top({ at, id }: After): [string, string] {
  return at === '' ? ['9999', ''] : [at, id]
}
