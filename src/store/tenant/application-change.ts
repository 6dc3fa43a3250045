import type { Patch } from '../../domain/application/decide.ts'
import { type Statement, statement } from '../statement.ts'

/** Writes what a step changed; the event of the same batch guards against a faster one. */
export function updateApplication(id: string, patch: Patch): Statement {
  return statement(
    `UPDATE application SET version = ?2, state = ?3,
       received_on = coalesce(?4, received_on), due_on = coalesce(?5, due_on),
       due_provisional = coalesce(?6, due_provisional), decided_on = coalesce(?7, decided_on),
       outcome = coalesce(?8, outcome)
     WHERE id = ?1`,
    id,
    patch.version,
    patch.state,
    patch.receivedOn ?? null,
    patch.dueOn ?? null,
    patch.dueProvisional === undefined ? null : Number(patch.dueProvisional),
    patch.decidedOn ?? null,
    patch.outcome ?? null,
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
