import type { Patch } from '../../../domain/application/change.ts'
import { type Statement, statement } from '../../statement.ts'

/** Writes what a step changed; the event of the same batch guards against a faster one. */
export function updateApplication(id: string, patch: Patch): Statement {
  return statement(change, id, JSON.stringify(patch))
}

// What the patch does not name has no JSON type there; a field that it clears has the type 'null'.
const change = `UPDATE application SET version = ?2->>'version', state = ?2->>'state',
  received_on = coalesce(?2->>'receivedOn', received_on),
  ledger = coalesce(?2->>'ledger', ledger),
  due_on = iif(json_type(?2, '$.dueOn') IS NULL, due_on, ?2->>'dueOn'),
  due_of = iif(json_type(?2, '$.dueOf') IS NULL, due_of, ?2->>'dueOf'),
  due_provisional = coalesce(?2->>'dueProvisional', due_provisional),
  extension_days = coalesce(?2->>'extensionDays', extension_days),
  calendar = coalesce(?2->>'calendar', calendar),
  waits_until = iif(json_type(?2, '$.waitsUntil') IS NULL, waits_until, ?2->>'waitsUntil'),
  waits_from = coalesce(?2->>'waitsFrom', waits_from),
  waits_days = coalesce(?2->>'waitsDays', waits_days),
  co_units = coalesce(?2->>'coUnits', co_units),
  co_due = iif(json_type(?2, '$.coDue') IS NULL, co_due, ?2->>'coDue'),
  draft = iif(json_type(?2, '$.draft') IS NULL, draft, ?2->>'draft'),
  handler = iif(json_type(?2, '$.handler') IS NULL, handler, ?2->>'handler'),
  unit = iif(json_type(?2, '$.unit') IS NULL, unit, ?2->>'unit'),
  decided_on = iif(json_type(?2, '$.decidedOn') IS NULL, decided_on, ?2->>'decidedOn'),
  outcome = iif(json_type(?2, '$.outcome') IS NULL, outcome, ?2->>'outcome'),
  ended_on = iif(json_type(?2, '$.endedOn') IS NULL, ended_on, ?2->>'endedOn')
  WHERE id = ?1`

/** Keeps the sealed words that go with an event of a case (通知、意见). */
export function keepNote(id: string, seq: number, audience: string, sealed: string): Statement {
  return statement(
    'INSERT INTO application_note (application_id, seq, audience, sealed) VALUES (?, ?, ?, ?)',
    id,
    seq,
    audience,
    sealed,
  )
}

/** Keeps the sealed text of a reply, and what was stated with it. */
export function keepReply(id: string, text: string, facts: string): Statement {
  return statement(
    'UPDATE application SET reply_sealed = ?, reply_facts = ? WHERE id = ?',
    text,
    facts,
    id,
  )
}

/** Keeps the keyed digest by which the same applicant is recognised. */
export function keepApplicant(id: string, mac: string): Statement {
  return statement('UPDATE application SET applicant_mac = ? WHERE id = ?', mac, id)
}

/** Keeps the item that was drawn up from an answer. */
export function keepItem(id: string, itemId: string): Statement {
  return statement('UPDATE application SET item_id = ? WHERE id = ?', itemId, id)
}
