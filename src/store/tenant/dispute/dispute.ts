import type { Patch } from '../../../domain/dispute/decide.ts'
import { type Statement, statement } from '../../statement.ts'

/** A row of table `dispute`. */
export type DisputeRow = {
  id: string
  version: number
  state: string
  kind: string
  procedure: string | null
  organ: string
  number: string | null
  application_id: string | null
  follows: string | null
  filed_on: string
  received_on: string | null
  answered_on: string | null
  decided_on: string | null
  result: string | null
  sealed: string
}

const columns = `id, version, state, kind, procedure, organ, number, application_id, follows,
  filed_on, received_on, answered_on, decided_on, result, sealed`

/** Reads one dispute. */
export function selectDispute(id: string): Statement {
  return statement(`SELECT ${columns} FROM dispute WHERE id = ?`, id)
}

/** Reads what is not decided, those that wait for an answer first. */
export function selectOpenDisputes(limit: number): Statement {
  return statement(
    `SELECT ${columns} FROM dispute WHERE decided_on IS NULL AND cancelled_on IS NULL
     ORDER BY state DESC, received_on, id LIMIT ? + 0`,
    limit,
  )
}

/** A place in a list by day. */
export type DayPlace = { on: string; id: string }

/** Which disputes of a span of days: by kind, and by result; null for any. */
export type DisputeFilter = { kind: string | null; result: string | null; from: string; to: string }

const anyKind = '(?1 IS NULL OR kind = ?1)'

/** Reads disputes decided in a span of days, newest first, before a place. */
export function selectDecidedDisputes(
  { kind, result, from, to }: DisputeFilter,
  after: DayPlace | null,
  limit: number,
): Statement {
  return statement(
    `SELECT ${columns} FROM dispute
     WHERE decided_on BETWEEN ?3 AND ?4 AND ${anyKind} AND (?2 IS NULL OR result = ?2)
       AND (?5 IS NULL OR (decided_on, id) < (?5, ?6))
     ORDER BY decided_on DESC, id DESC LIMIT ?7 + 0`,
    kind,
    result,
    from,
    to,
    after?.on ?? null,
    after?.id ?? null,
    limit,
  )
}

/** Reads disputes filed by the end of a span and not decided by then (尚未审结), newest first. */
export function selectPendingDisputes(
  { kind, to }: DisputeFilter,
  after: DayPlace | null,
  limit: number,
): Statement {
  return statement(
    `SELECT ${columns} FROM dispute
     WHERE filed_on <= ?2 AND ${anyKind} AND (decided_on IS NULL OR decided_on > ?2)
       AND (cancelled_on IS NULL OR cancelled_on > ?2)
       AND (?3 IS NULL OR (filed_on, id) < (?3, ?4))
     ORDER BY filed_on DESC, id DESC LIMIT ?5 + 0`,
    kind,
    to,
    after?.on ?? null,
    after?.id ?? null,
    limit,
  )
}

/** Reads the disputes about an application, oldest first. */
export function selectDisputesOf(application: string): Statement {
  return statement(
    `SELECT ${columns} FROM dispute WHERE application_id = ? ORDER BY filed_on, id LIMIT 20`,
    application,
  )
}

/** Writes a new dispute. */
export function insertDispute(row: {
  id: string
  kind: string
  procedure: string | null
  organ: string
  number: string | null
  applicationId: string | null
  follows: string | null
  acceptedOn: string
  receivedOn: string | null
  sealed: string
}): Statement {
  return statement(
    `INSERT INTO dispute (id, version, state, kind, procedure, organ, number, application_id, follows,
       filed_on, received_on, sealed)
     VALUES (?, 1, 'registered', ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.id,
    row.kind,
    row.procedure,
    row.organ,
    row.number,
    row.applicationId,
    row.follows,
    row.acceptedOn,
    row.receivedOn,
    row.sealed,
  )
}

/** Writes what a step changed. */
export function updateDispute(id: string, patch: Patch): Statement {
  return statement(
    `UPDATE dispute SET version = ?2, state = ?3, answered_on = coalesce(?4, answered_on),
       decided_on = coalesce(?5, decided_on), result = coalesce(?6, result),
       cancelled_on = coalesce(?7, cancelled_on) WHERE id = ?1`,
    id,
    patch.version,
    patch.state,
    patch.answeredOn ?? null,
    patch.decidedOn ?? null,
    patch.result ?? null,
    patch.cancelledOn ?? null,
  )
}

/** Keeps the sealed words that go with an event of a dispute. */
export function keepDisputeNote(id: string, seq: number, sealed: string): Statement {
  return statement(
    'INSERT INTO dispute_note (dispute_id, seq, sealed) VALUES (?, ?, ?)',
    id,
    seq,
    sealed,
  )
}

/** Words that go with an event of a dispute. */
export type DisputeNoteRow = { seq: number; sealed: string }

/** Reads the words that go with a dispute's events. */
export function selectDisputeNotes(id: string): Statement {
  return statement(
    'SELECT seq, sealed FROM dispute_note WHERE dispute_id = ? ORDER BY seq LIMIT 50',
    id,
  )
}
