import type { Consultation } from '../../domain/consultation/consultation.ts'
import { type Statement, statement } from '../statement.ts'

const columns = `letter_id AS letterId, agency_id AS agencyId, digest, asked_at AS askedAt,
  due_on AS dueOn, answer, reason, answered_as AS answeredAs, answered_at AS answeredAt`

/** A question as its table keeps it. */
export type ConsultationRow = Consultation & { itemId: string }

/** Writes a question to another agency about the text of an item. */
export function insertConsultation(row: {
  letterId: string
  itemId: string
  edition: number
  digest: string
  agencyId: string
  askedAt: number
  dueOn: string
}): Statement {
  return statement(
    `INSERT INTO item_consultation (letter_id, item_id, edition, digest, agency_id, asked_at, due_on)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    row.letterId,
    row.itemId,
    row.edition,
    row.digest,
    row.agencyId,
    row.askedAt,
    row.dueOn,
  )
}

/** Reads all questions about one text of an item. */
export function selectConsultations(itemId: string, digest: string): Statement {
  return statement(
    `SELECT ${columns}, item_id AS itemId FROM item_consultation
     WHERE item_id = ? AND digest = ? ORDER BY agency_id, asked_at LIMIT 200`,
    itemId,
    digest,
  )
}

/** Reads the question that a letter asked. */
export function selectConsultation(letterId: string): Statement {
  return statement(
    `SELECT ${columns}, item_id AS itemId FROM item_consultation WHERE letter_id = ?`,
    letterId,
  )
}

/** Writes the answer to a question; the first one stays. */
export function answerConsultationRow(
  letterId: string,
  reply: { answer: string; reason: string; as: string },
  at: number,
): Statement {
  return statement(
    `UPDATE item_consultation SET answer = ?2, reason = ?3, answered_as = ?4, answered_at = ?5
     WHERE letter_id = ?1 AND answer IS NULL`,
    letterId,
    reply.answer,
    reply.reason,
    reply.as,
    at,
  )
}
