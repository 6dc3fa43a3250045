import type { DueStretch } from '../../../domain/application/retention.ts'
import { bulk, type Statement, statement } from '../../statement.ts'

/** A case as its retention is judged. */
export type RetainedRow = {
  id: string
  version: number
  state: string
  number_year: number | null
  number_serial: number | null
  outcome: string | null
  ended_on: string | null
  dispute_mark: string | null
  destruction_id: string | null
}

const columns = `id, version, state, number_year, number_serial, outcome, ended_on, dispute_mark,
  destruction_id`
// The words of the partial index; without them SQLite would not use it.
const waiting = `state IN ('closed', 'archived', 'withdrawn', 'abandoned', 'converted', 'transferred')
  AND destruction_id IS NULL AND dispute_mark IS NOT 'pending'`

/** Reads cases whose term is over and that stand on no list yet, group by group, oldest first. */
export function selectDue(stretches: readonly DueStretch[], limit: number): Statement {
  // The loops are nested as written (CROSS JOIN), so that the limit ends the reading.
  return statement(
    `SELECT ${columns} FROM (SELECT value AS stretch FROM json_each(?))
     CROSS JOIN application INDEXED BY application_retained
     WHERE ${waiting} AND retention_group = stretch ->> 'group'
       AND ended_on >= stretch ->> 'from' AND ended_on < stretch ->> 'before' LIMIT ? + 0`,
    JSON.stringify(stretches),
    limit,
  )
}

/** Reads cases by receipt as their retention is judged. */
export function selectRetained(receipts: readonly string[]): Statement {
  return statement(
    `SELECT ${columns} FROM (SELECT value AS receipt FROM json_each(?))
     CROSS JOIN application ON id = receipt`,
    JSON.stringify(receipts),
  )
}

/** Puts cases on a list of destruction. */
export function listCases(receipts: readonly string[], destruction: string): Statement {
  return statement(
    `UPDATE application SET destruction_id = ?2
     WHERE id IN (SELECT value FROM json_each(?1)) AND destruction_id IS NULL`,
    JSON.stringify(receipts),
    destruction,
  )
}

/** Takes the cases of a list off it again. */
export function releaseCases(destruction: string): Statement {
  return statement(
    `UPDATE application SET destruction_id = NULL WHERE destruction_id = ?1 AND id IN
       (SELECT application_id FROM destruction_case WHERE destruction_id = ?1)`,
    destruction,
  )
}

/** A line of a list as it is proposed. */
export type NewListed = {
  receipt: string
  number: string
  outcome: string | null
  group: string
  years: number
  endedOn: string
  keptUntil: string
}

/** Writes the lines of a list. */
export function insertListed(destruction: string, rows: readonly NewListed[]): Statement[] {
  return bulk(
    `INSERT INTO destruction_case (destruction_id, application_id, state, number, outcome,
       retention_group, years, ended_on, kept_until)
     SELECT ?2, value->>'receipt', 'listed', value->>'number', value->>'outcome', value->>'group',
       value->>'years', value->>'endedOn', value->>'keptUntil' FROM json_each(?1)`,
    rows,
    destruction,
  )
}
