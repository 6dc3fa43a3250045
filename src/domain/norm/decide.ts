import type { Fact, NewEvent } from '../shared/journal.ts'
import type { LocalDate } from '../time/local-date.ts'
import type { Norm } from './norm.ts'
import type { Ending, State } from './types.ts'

/** A decided step of a document: what happens and how it then stands. */
export type NormChange = { events: NewEvent[]; norm: Norm }

/** Changes a document by what has happened; its version counts its events. */
export function changeNorm(norm: Norm, facts: readonly Fact[], patch: Partial<Norm>): NormChange {
  const events = facts.map((fact, index) => ({
    ...fact,
    entity: 'norm' as const,
    entityId: norm.id,
    seq: norm.version + index + 1,
  }))
  return { events, norm: { ...norm, ...patch, version: norm.version + facts.length } }
}

/** How the item that published a document is marked when its force ends (有效性). */
export const validityAfter: Readonly<Record<Ending, 'amended' | 'repealed' | 'invalid'>> = {
  amended: 'amended',
  repealed: 'repealed',
  revoked: 'repealed',
  expired: 'invalid',
}

/** Ends the force of a document (效力终止): it counts as ended on that day. */
export function endNorm(
  norm: Norm,
  ending: Ending,
  on: LocalDate,
  reason: string | null,
  replacedBy: string | null = null,
): NormChange {
  const fact: Fact = { kind: 'norm.ended', data: { how: ending, on } }
  const state: State = ending
  return changeNorm(norm, [fact], {
    state,
    inForce: 0,
    endedOn: on,
    endReason: reason,
    replacedBy,
    correctBy: null,
    cleanupNote: null,
  })
}

/** Extends the validity of a document (延长有效期) to a new last day. */
export function extendNorm(
  norm: Norm,
  on: LocalDate,
  until: LocalDate,
  years: number,
  source: string,
): NormChange {
  return changeNorm(norm, [{ kind: 'norm.extended', data: { on, until } }], {
    extendedOn: on,
    expiresOn: until,
    validityYears: years,
    validitySource: source,
    cleanupNote: null,
  })
}
