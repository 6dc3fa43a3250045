import type { Letter } from '../../domain/letter/letter.ts'
import { type Statement, statement } from '../statement.ts'

/** A letter in a list: `other` is the agency at the other end, `at` when it was sent or came. */
export type LetterLine = {
  id: string
  other: string
  kind: string
  subject: string
  dueOn: string | null
  at: number
  deliveredAt: number | null
  answeredAt: number | null
}

/** A letter in full; `answeredBy` is the letter that answered it. */
export type LetterRow = LetterLine & {
  about: string
  replyTo: string | null
  payload: string
  sentAt: number
  answeredBy: string | null
}

const outLine = `id, recipient AS other, kind, subject, due_on AS dueOn, sent_at AS at,
  delivered_at AS deliveredAt, answered_at AS answeredAt`
const inLine = `id, sender AS other, kind, subject, due_on AS dueOn, received_at AS at,
  received_at AS deliveredAt, answered_at AS answeredAt`
const rest = 'about, reply_to AS replyTo, payload, sent_at AS sentAt, answered_by AS answeredBy'

/** Writes a letter that leaves (发函). */
export function insertLetterOut(letter: Letter, dueOn: string | null): Statement {
  return statement(
    `INSERT INTO letter_out (id, recipient, kind, subject, about, reply_to, payload, due_on, sent_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    letter.id,
    letter.recipient,
    letter.kind,
    letter.subject,
    letter.about,
    letter.replyTo,
    letter.payload,
    dueOn,
    letter.sentAt,
  )
}

/** Writes a letter that came (收函); `dueOn` is the day by which it wants an answer. */
export function insertLetterIn(letter: Letter, dueOn: string | null, now: number): Statement {
  return statement(
    `INSERT INTO letter_in (id, sender, kind, subject, about, reply_to, payload, due_on, sent_at, received_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    letter.id,
    letter.sender,
    letter.kind,
    letter.subject,
    letter.about,
    letter.replyTo,
    letter.payload,
    dueOn,
    letter.sentAt,
    now,
  )
}

/** Notes that a sent letter has reached its recipient. */
export function markDelivered(id: string, at: number): Statement {
  return statement(
    'UPDATE letter_out SET delivered_at = coalesce(delivered_at, ?2) WHERE id = ?1',
    id,
    at,
  )
}

/** Notes at its sender that a letter was answered, by the letter `answer`. */
export function markOutAnswered(id: string, answer: string, at: number): Statement {
  return statement(
    'UPDATE letter_out SET answered_at = ?3, answered_by = ?2 WHERE id = ?1',
    id,
    answer,
    at,
  )
}

/** Notes at its recipient that a letter was answered, by the letter `answer`. */
export function markInAnswered(id: string, answer: string, at: number): Statement {
  return statement(
    'UPDATE letter_in SET answered_at = ?3, answered_by = ?2 WHERE id = ?1',
    id,
    answer,
    at,
  )
}

/** Reads one sent letter. */
export function selectLetterOut(id: string): Statement {
  return statement(`SELECT ${outLine}, ${rest} FROM letter_out WHERE id = ?`, id)
}

/** Reads one received letter. */
export function selectLetterIn(id: string): Statement {
  return statement(`SELECT ${inLine}, ${rest} FROM letter_in WHERE id = ?`, id)
}

/** Reads sent letters, newest first, before an instant and id. */
export function selectLettersOut(before: { at: number; id: string }, limit: number): Statement {
  return statement(
    `SELECT ${outLine} FROM letter_out WHERE (sent_at, id) < (?, ?)
     ORDER BY sent_at DESC, id DESC LIMIT ? + 0`,
    before.at,
    before.id,
    limit,
  )
}

/** Reads received letters, newest first, before an instant and id. */
export function selectLettersIn(before: { at: number; id: string }, limit: number): Statement {
  return statement(
    `SELECT ${inLine} FROM letter_in WHERE (received_at, id) < (?, ?)
     ORDER BY received_at DESC, id DESC LIMIT ? + 0`,
    before.at,
    before.id,
    limit,
  )
}

/** Reads received letters that still want an answer, the most urgent first. */
export function selectLettersOpen(limit: number): Statement {
  return statement(
    `SELECT ${inLine} FROM letter_in WHERE due_on IS NOT NULL AND answered_at IS NULL
     ORDER BY due_on, id LIMIT ? + 0`,
    limit,
  )
}
