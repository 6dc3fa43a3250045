import { type Statement, statement } from '../../statement.ts'

/**
 * Changes single sealed fields of a case and leaves the others as they are (更正、删除): null takes a
 * field out. What was destroyed meanwhile is not written again.
 */
export function changeSealed(
  receipt: string,
  fields: Readonly<Record<string, string | null>>,
): Statement {
  return statement(
    "UPDATE application SET sealed = json_patch(sealed, ?2) WHERE id = ?1 AND state <> 'destroyed'",
    receipt,
    JSON.stringify(fields),
  )
}

/** Changes how the information is to be given; null leaves it. */
export function changeDelivery(
  receipt: string,
  form: string | null,
  route: string | null,
): Statement {
  return statement(
    `UPDATE application SET delivery_form = coalesce(?2, delivery_form),
       delivery_route = coalesce(?3, delivery_route) WHERE id = ?1`,
    receipt,
    form,
    route,
  )
}

/** A row of the journal that concerns the data of a case. */
export type DataEventRow = {
  entity_id: string
  seq: number
  kind: string
  at: number
  data: string
}

/** Reads what stands beside the history of a case: who looked, and what became of its data. */
export function selectDataEvents(receipt: string): Statement {
  return statement(
    `SELECT entity_id, seq, kind, at, data FROM event
     WHERE entity = 'application' AND entity_id >= ?1 || '/' AND entity_id < ?1 || '0'
     ORDER BY entity, entity_id, seq LIMIT 1000`,
    receipt,
  )
}

/** A row of table `identity_correction`. */
export type CorrectionRow = {
  id: string
  application_id: string
  state: string
  fields: string
  asked_at: number
  decided_at: number | null
  sealed: string | null
  answer_sealed: string | null
}

const columns = `id, application_id, state, fields, asked_at, decided_at, sealed, answer_sealed`

/** Writes a correction that is asked for. */
export function insertCorrection(
  row: Pick<CorrectionRow, 'id' | 'application_id' | 'fields' | 'asked_at'> & { sealed: string },
): Statement {
  return statement(
    `INSERT INTO identity_correction (id, application_id, state, fields, asked_at, sealed)
     VALUES (?, ?, 'asked', ?, ?, ?)`,
    row.id,
    row.application_id,
    row.fields,
    row.asked_at,
    row.sealed,
  )
}

/** Reads one correction. */
export function selectCorrection(id: string): Statement {
  return statement(`SELECT ${columns} FROM identity_correction WHERE id = ?`, id)
}

/** Reads the corrections of a case, oldest first. */
export function selectCorrectionsOf(receipt: string): Statement {
  return statement(
    `SELECT ${columns} FROM identity_correction WHERE application_id = ?
     ORDER BY asked_at, id LIMIT 50`,
    receipt,
  )
}

/** A correction that waits, with the number of its case. */
export type WaitingCorrectionRow = CorrectionRow & {
  number_year: number | null
  number_serial: number | null
}

/** Reads the corrections that wait for a decision, oldest first. */
export function selectWaitingCorrections(limit: number): Statement {
  return statement(
    `SELECT c.id, c.application_id, c.state, c.fields, c.asked_at, c.decided_at, c.sealed,
       c.answer_sealed, a.number_year, a.number_serial
     FROM identity_correction c INDEXED BY identity_correction_waiting
     JOIN application a ON a.id = c.application_id
     WHERE c.state = 'asked' ORDER BY c.asked_at, c.id LIMIT ? + 0`,
    limit,
  )
}

/** Decides a correction: what was asked goes, the answer stays. */
export function decideCorrection(
  id: string,
  decided: { state: string; by: string; at: number; answer: string | null },
): Statement {
  return statement(
    `UPDATE identity_correction SET state = ?2, decided_by = ?3, decided_at = ?4,
       answer_sealed = ?5, sealed = NULL WHERE id = ?1 AND state = 'asked'`,
    id,
    decided.state,
    decided.by,
    decided.at,
    decided.answer,
  )
}

/** Removes the corrections of a case that is destroyed. */
export function deleteCorrections(receipt: string): Statement {
  return statement('DELETE FROM identity_correction WHERE application_id = ?', receipt)
}

/** Counts what was erased and is not overwritten yet. */
export function countOverwritten(): Statement {
  return statement("SELECT count(*) AS n FROM event WHERE topic = 'overwrite'")
}

/** Takes out of the outbox what was erased before an instant and is overwritten now. */
export function settleOverwritten(until: number): Statement {
  return statement("UPDATE event SET topic = NULL WHERE topic = 'overwrite' AND at <= ?", until)
}
