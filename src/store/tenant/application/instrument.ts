import { type Statement, statement } from '../../statement.ts'

/** A row of table `application_instrument`. */
export type InstrumentRow = {
  id: string
  seq: number
  kind: string
  year: number
  serial: number
  written_on: string
  addressee: string
  sealed: string
  void: number
}

const columns = 'id, seq, kind, year, serial, written_on, addressee, sealed, void'

/** A new instrument as the commit of its step writes it. */
export type NewInstrument = {
  id: string
  applicationId: string
  seq: number
  kind: string
  year: number
  writtenOn: string
  addressee: string
  sealed: string
}

/**
 * Writes an instrument with the next number of its kind and year (文书编号), inside the batch of its
 * step, so that a rolled-back batch uses none and none is left out.
 */
export function insertInstrument(row: NewInstrument): Statement {
  return statement(
    `INSERT INTO application_instrument
       (id, application_id, seq, kind, year, serial, written_on, addressee, sealed)
     VALUES (?1, ?2, ?3, ?4, ?5,
       (SELECT coalesce(max(serial), 0) + 1 FROM application_instrument WHERE kind = ?4 AND year = ?5),
       ?6, ?7, ?8)`,
    row.id,
    row.applicationId,
    row.seq,
    row.kind,
    row.year,
    row.writtenOn,
    row.addressee,
    row.sealed,
  )
}

/** Voids the instruments of one event (作废); their numbers stay used. */
export function voidInstruments(applicationId: string, seq: number): Statement {
  return statement(
    'UPDATE application_instrument SET void = 1 WHERE application_id = ? AND seq = ?',
    applicationId,
    seq,
  )
}

/** Reads the instruments of an application in their order. */
export function selectInstruments(applicationId: string): Statement {
  return statement(
    `SELECT ${columns} FROM application_instrument
     WHERE application_id = ? ORDER BY seq, id LIMIT 200`,
    applicationId,
  )
}

/** Reads one instrument of an application. */
export function selectInstrument(applicationId: string, id: string): Statement {
  return statement(
    `SELECT ${columns} FROM application_instrument WHERE id = ? AND application_id = ?`,
    id,
    applicationId,
  )
}
