import type { Patch } from '../../domain/application/change.ts'
import { type Statement, statement } from '../statement.ts'

/** Writes what a step changed; the event of the same batch guards against a faster one. */
export function updateApplication(id: string, patch: Patch): Statement {
  const set = columns.flatMap(([field, column]) => {
    const value = patch[field]
    return value === undefined ? [] : [{ column, value: stored(value) }]
  })
  return statement(
    `UPDATE application SET ${set.map(({ column }) => `${column} = ?`).join(', ')} WHERE id = ?`,
    ...set.map(({ value }) => value),
    id,
  )
}

const columns = [
  ['version', 'version'],
  ['state', 'state'],
  ['receivedOn', 'received_on'],
  ['ledger', 'ledger'],
  ['dueOn', 'due_on'],
  ['dueProvisional', 'due_provisional'],
  ['extensionDays', 'extension_days'],
  ['waitsUntil', 'waits_until'],
  ['draft', 'draft'],
  ['handler', 'handler'],
  ['unit', 'unit'],
  ['decidedOn', 'decided_on'],
  ['outcome', 'outcome'],
] as const satisfies readonly (readonly [keyof Patch, string])[]

function stored(value: NonNullable<Patch[keyof Patch]> | null): string | number | null {
  if (typeof value === 'boolean') return Number(value)
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value
}

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

/** Keeps the sealed text of a reply. */
export function keepReply(id: string, sealed: string): Statement {
  return statement('UPDATE application SET reply_sealed = ? WHERE id = ?', sealed, id)
}

/** Keeps the keyed digest by which the same applicant is recognised. */
export function keepApplicant(id: string, mac: string): Statement {
  return statement('UPDATE application SET applicant_mac = ? WHERE id = ?', mac, id)
}
