import { type Statement, statement } from '../../statement.ts'
import { applicationColumns } from '../application/application.ts'
import type { InstrumentRow } from '../application/instrument.ts'

/** A closed case as it may be drawn. */
export type DrawableRow = { receipt: string; unit: string | null; outcome: string | null }

/** Reads the cases that ended between two days, both included (评查总体). */
export function selectPopulation(from: string, to: string, limit: number): Statement {
  return statement(
    `SELECT id AS receipt, unit, outcome FROM application INDEXED BY application_ended
     WHERE state IN ('closed', 'archived') AND ended_on BETWEEN ?1 AND ?2 ORDER BY ended_on, id LIMIT ?3 + 0`,
    from,
    to,
    limit,
  )
}

/** Reads the applications that were drawn. */
export function selectDrawn(receipts: readonly string[]): Statement {
  return statement(
    `SELECT ${applicationColumns} FROM application WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(receipts),
  )
}

/** An event of a case that was drawn. */
export type DrawnEventRow = {
  receipt: string
  seq: number
  kind: string
  actor: string
  data: string
}

/** Reads who drew up, checked, signed, served and was given the cases that were drawn. */
export function selectDrawnEvents(receipts: readonly string[]): Statement {
  return statement(
    `SELECT entity_id AS receipt, seq, kind, actor, data FROM (SELECT value AS receipt FROM json_each(?))
     CROSS JOIN event ON entity = 'application' AND entity_id = receipt
     WHERE kind IN ('application.imported', 'application.assigned', 'application.claimed', 'application.drafted',
       'application.checked', 'application.signed', 'application.replied', 'application.redo-ordered')
     ORDER BY entity_id, seq LIMIT 5000`,
    JSON.stringify(receipts),
  )
}

/** An instrument of a case that was drawn. */
export type DrawnInstrumentRow = InstrumentRow & { application_id: string }

/** Reads the instruments in force of the cases that were drawn. */
export function selectDrawnInstruments(receipts: readonly string[]): Statement {
  return statement(
    `SELECT application_id, id, seq, kind, year, serial, written_on, addressee, sealed, void
     FROM (SELECT value AS receipt FROM json_each(?))
     CROSS JOIN application_instrument ON application_id = receipt
     WHERE void = 0 ORDER BY application_id, seq LIMIT 2000`,
    JSON.stringify(receipts),
  )
}
