import { bulk, type Statement, statement } from '../../statement.ts'

/** An application moved over from another register. */
export type ImportedRow = {
  id: string
  state: 'received' | 'closed'
  channel: string
  applicantClass: string
  arrivedAt: number
  year: number
  serial: number
  receivedOn: string
  dueOn: string | null
  dueOf: number | null
  dueProvisional: 0 | 1 | null
  extensionDays: number
  calendar: string | null
  ledger: string
  decidedOn: string | null
  outcome: string | null
  sealed: string
  originKey: string
}

/** What stands of a case that was moved over before. */
export type OriginRow = {
  origin_key: string
  channel: string
  applicant_class: string
  received_on: string
  decided_on: string | null
  outcome: string | null
}

/** Finds which cases of another register are here already. */
export function selectOrigins(keys: readonly string[]): Statement[] {
  return bulk(
    `SELECT origin_key, channel, applicant_class, received_on, decided_on, outcome
     FROM json_each(?1) JOIN application ON origin_key = value
     WHERE origin_key IS NOT NULL`,
    keys,
  )
}

/** Reads the last number given in each year. */
export function selectLastSerials(years: readonly number[]): Statement {
  return statement(
    `SELECT value AS year, coalesce((SELECT max(number_serial) FROM application
       WHERE number_year = value AND number_serial IS NOT NULL), 0) AS serial
     FROM json_each(?1)`,
    JSON.stringify(years),
  )
}

/** Writes moved applications. */
export function insertImported(rows: readonly ImportedRow[]): Statement[] {
  return bulk(
    `INSERT INTO application (id, version, state, channel, applicant_class, arrived_at,
       number_year, number_serial, received_on, due_on, due_of, due_provisional, extension_days, calendar, ledger,
       decided_on, ended_on, outcome, sealed, origin_key)
     SELECT value->>'id', 1, value->>'state', value->>'channel', value->>'applicantClass',
       value->>'arrivedAt', value->>'year', value->>'serial', value->>'receivedOn',
       value->>'dueOn', value->>'dueOf', value->>'dueProvisional', value->>'extensionDays', value->>'calendar',
       value->>'ledger', value->>'decidedOn', value->>'decidedOn', value->>'outcome', value->>'sealed', value->>'originKey'
     FROM json_each(?1)`,
    rows,
  )
}
