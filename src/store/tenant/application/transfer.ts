import { type Statement, statement } from '../../statement.ts'

/** A row of table `application_transfer`; `state` is sent, done or declined, for what came: taken. */
export type TransferRow = {
  id: string
  application_id: string
  direction: 'out' | 'in'
  agency: string
  basis: string
  sent_on: string
  state: 'sent' | 'done' | 'declined' | 'taken'
  number: string | null
  sealed: string | null
  object_key: string | null
}

const columns = `id, application_id, direction, agency, basis, sent_on, state, number, sealed,
  object_key`

/** Writes a transfer that leaves or came (移送). */
export function insertTransfer(row: TransferRow): Statement {
  return statement(
    `INSERT INTO application_transfer (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.id,
    row.application_id,
    row.direction,
    row.agency,
    row.basis,
    row.sent_on,
    row.state,
    row.number,
    row.sealed,
    row.object_key,
  )
}

/** Notes what the other agency answered; its dossier is no longer on the way. */
export function closeTransfer(
  id: string,
  state: 'done' | 'declined',
  sealed: string | null,
): Statement {
  return statement(
    'UPDATE application_transfer SET state = ?2, sealed = ?3, object_key = NULL WHERE id = ?1',
    id,
    state,
    sealed,
  )
}

/** Reads one transfer by its letter. */
export function selectTransfer(id: string): Statement {
  return statement(`SELECT ${columns} FROM application_transfer WHERE id = ?`, id)
}

/** Reads the transfers of an application, oldest first. */
export function selectTransfers(applicationId: string): Statement {
  return statement(
    `SELECT ${columns} FROM application_transfer WHERE application_id = ? ORDER BY id LIMIT 20`,
    applicationId,
  )
}

/** A case linked to another by a split. */
export type LinkedRow = {
  id: string
  number_year: number | null
  number_serial: number | null
  state: string
}

/** Reads the cases that were split together with one: its origin first, then the parts. */
export function selectLinked(id: string): Statement {
  return statement(
    `SELECT id, number_year, number_serial, state FROM application
     WHERE id IN (SELECT coalesce(split_from, id) FROM application WHERE id = ?1
       UNION SELECT part.id FROM application AS this JOIN application AS part
         ON part.split_from = coalesce(this.split_from, this.id) WHERE this.id = ?1)
       AND id <> ?1
     ORDER BY split_from IS NOT NULL, number_year, number_serial LIMIT 50`,
    id,
  )
}

/** Names the case that a case was split off from. */
export function markSplitFrom(id: string, origin: string): Statement {
  return statement(
    `UPDATE application SET split_from = (SELECT coalesce(split_from, id) FROM application WHERE id = ?2)
     WHERE id = ?1`,
    id,
    origin,
  )
}
