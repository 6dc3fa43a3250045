import { type Statement, statement } from '../statement.ts'

/** A row of table `notice`, as it is stored. */
export type NoticeRow = {
  id: string
  application_id: string
  seq: number
  kind: string
  contact: string
  state: string
  tries: number
  next_at: number | null
  made_at: number
  ended_at: number | null
  why: string | null
}

/** A new notice as the commit of its event writes it. */
export type NewNotice = Pick<NoticeRow, 'id' | 'application_id' | 'seq' | 'kind' | 'contact'>

const columns = `id, application_id, seq, kind, contact, state, tries, next_at, made_at, ended_at,
  why`

/** Writes a notice that waits to be sent. */
export function insertNotice(row: NewNotice, now: number): Statement {
  return statement(
    `INSERT INTO notice (id, application_id, seq, kind, contact, state, next_at, made_at)
     VALUES (?1, ?2, ?3, ?4, ?5, 'waiting', ?6, ?6)`,
    row.id,
    row.application_id,
    row.seq,
    row.kind,
    row.contact,
    now,
  )
}

/** Reads the notices of a case in their order. */
export function selectNotices(receipt: string): Statement {
  return statement(
    `SELECT ${columns} FROM notice WHERE application_id = ? ORDER BY seq LIMIT 200`,
    receipt,
  )
}

/** When an applicant was told, and by which contact. */
export type ToldRow = { contact: string; ended_at: number }

/** Reads when an applicant was told, and by which contact. */
export function selectToldOf(receipt: string): Statement {
  return statement(
    `SELECT contact, ended_at FROM notice WHERE application_id = ? AND state = 'sent'
     ORDER BY seq LIMIT 200`,
    receipt,
  )
}

/** Reads one notice. */
export function selectNotice(id: string): Statement {
  return statement(`SELECT ${columns} FROM notice WHERE id = ?`, id)
}

/** Takes a notice up to be sent, until `until` (epoch ms); answers a row only to the one who got it. */
export function takeNotice(id: string, now: number, until: number): Statement {
  return statement(
    `UPDATE notice SET state = 'sending', tries = tries + 1, next_at = ?3
     WHERE id = ?1 AND next_at <= ?2 RETURNING ${columns}`,
    id,
    now,
    until,
  )
}

/** What a notice is sent by: the sealed fields of its case, and whether the applicant wants it. */
export type AddresseeRow = { sealed: string; notices: number; state: string }

/** Reads the case of a notice. */
export function selectAddressee(id: string): Statement {
  return statement(
    `SELECT sealed, notices, state FROM application
     WHERE id = (SELECT application_id FROM notice WHERE id = ?)`,
    id,
  )
}

/** Ends a notice (已发送、未能发送、不再发送). */
export function endNotice(
  id: string,
  state: 'sent' | 'failed' | 'cancelled',
  why: string | null,
  now: number,
): Statement {
  return statement(
    'UPDATE notice SET state = ?2, why = ?3, ended_at = ?4, next_at = NULL WHERE id = ?1',
    id,
    state,
    why,
    now,
  )
}

/** Puts a notice back after a try that came to nothing. */
export function retryNotice(id: string, why: string, at: number): Statement {
  return statement(
    "UPDATE notice SET state = 'waiting', why = ?2, next_at = ?3 WHERE id = ?1 AND state = 'sending'",
    id,
    why,
    at,
  )
}

/** Puts a notice off without counting the try: the contact was just told of something else. */
export function postponeNotice(id: string, at: number): Statement {
  return statement(
    `UPDATE notice SET state = 'waiting', tries = tries - 1, next_at = ?2
     WHERE id = ?1 AND state = 'sending'`,
    id,
    at,
  )
}

/**
 * Holds a notice until another day, without counting the try (改日发送): of those of one case that are
 * held only the newest stays, since all say the same.
 */
export function holdNotice(id: string, receipt: string, at: number, now: number): Statement[] {
  return [
    statement(
      `UPDATE notice SET state = 'held', tries = tries - 1, why = 'daily-limit', next_at = ?2
       WHERE id = ?1 AND state = 'sending'`,
      id,
      at,
    ),
    statement(
      `UPDATE notice SET state = 'folded', next_at = NULL, ended_at = ?2
       WHERE application_id = ?1 AND state = 'held' AND seq <
         (SELECT max(seq) FROM notice WHERE application_id = ?1 AND state = 'held')`,
      receipt,
      now,
    ),
  ]
}

/** Cancels what waits of a case, or what of it waits for one contact (不再发送). */
export function cancelNotices(
  receipt: string,
  why: string,
  now: number,
  contact: string | null,
): Statement {
  return statement(
    `UPDATE notice SET state = 'cancelled', why = ?2, ended_at = ?3, next_at = NULL
     WHERE application_id = ?1 AND next_at IS NOT NULL AND (?4 IS NULL OR contact = ?4)`,
    receipt,
    why,
    now,
    contact,
  )
}

/** Removes the notices of a case that is destroyed. */
export function deleteNotices(receipt: string): Statement {
  return statement('DELETE FROM notice WHERE application_id = ?', receipt)
}

/** Keeps whether the applicant wants to be told of the progress. */
export function keepNoticeConsent(receipt: string, wanted: boolean): Statement {
  return statement('UPDATE application SET notices = ? WHERE id = ?', wanted ? 1 : 0, receipt)
}
