import { bulk, type Statement, statement } from '../../statement.ts'
import { type ApplicationRow, applicationColumns } from './application.ts'

/** An open case with all that is kept of its due day. */
export type DueRow = ApplicationRow & {
  due_of: number | null
  waits_from: string | null
  waits_days: number | null
}

/** Reads open cases by receipt, after one of them. */
export function selectDues(afterId: string, limit: number): Statement {
  return statement(
    `SELECT ${applicationColumns}, due_of, waits_from, waits_days FROM application
     WHERE number_serial IS NOT NULL AND decided_on IS NULL AND id > ? ORDER BY id LIMIT ? + 0`,
    afterId,
    limit,
  )
}

/** A due day counted anew; written only over the version that was `seen`. */
export type NewDue = {
  id: string
  seen: number
  version: number
  dueOn: string | null
  dueOf: number | null
  dueProvisional: 0 | 1
  waitsUntil: string | null
  calendar: string
}

/** Writes due days that were counted anew. */
export function updateDues(rows: readonly NewDue[]): Statement[] {
  return bulk(
    `UPDATE application SET version = fresh.row ->> 'version', due_on = fresh.row ->> 'dueOn',
       due_of = fresh.row ->> 'dueOf', due_provisional = fresh.row ->> 'dueProvisional',
       calendar = fresh.row ->> 'calendar', waits_until = fresh.row ->> 'waitsUntil'
     FROM (SELECT value AS row FROM json_each(?1)) AS fresh
     WHERE application.id = fresh.row ->> 'id' AND application.version = fresh.row ->> 'seen'`,
    rows,
  )
}
