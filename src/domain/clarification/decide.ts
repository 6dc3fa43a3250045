import type { Fact, NewEvent } from '../shared/journal.ts'
import type { LocalDate } from '../time/local-date.ts'
import type { State } from './types.ts'

/** A clarification as the rules look at it. */
export type Subject = {
  id: string
  version: number
  state: State
  seenOn: string
  facts: string
  corrections: readonly Correction[]
}

/** An earlier text of a published clarification and why it was changed (更正). */
export type Correction = { on: string; reason: string; facts: string }

/** What a step changes; what it does not name stays. */
export type Patch = {
  version: number
  state: State
  facts?: string
  reason?: string
  corrections?: readonly Correction[]
  publishedAt?: number
  withdrawnOn?: LocalDate
}

/** A decided step: its event and the change it makes. */
export type Change = { event: NewEvent; patch: Patch }

/** Checks the text (核对): a second person answers for the facts. */
export function decideCheck(subject: Subject): Change {
  return change(subject, { kind: 'clarification.checked', data: {} }, { state: 'checked' })
}

/** Returns a checked text to its author (退回). */
export function decideReturn(subject: Subject, reason: string): Change {
  return change(subject, { kind: 'clarification.returned', data: {} }, { state: 'draft', reason })
}

/** Publishes a checked text (发布, 条例第6条). */
export function decidePublication(subject: Subject, now: number, today: LocalDate): Change {
  const data = { on: today, seenOn: subject.seenOn }
  return change(
    subject,
    { kind: 'clarification.published', data },
    { state: 'published', publishedAt: now },
  )
}

/** Corrects a published text (更正): the earlier one stays readable with the reason. */
export function decideCorrection(
  subject: Subject,
  { facts, reason }: { facts: string; reason: string },
  today: LocalDate,
): Change {
  const earlier = { on: today, reason, facts: subject.facts }
  return change(
    subject,
    { kind: 'clarification.corrected', data: { on: today } },
    { state: 'corrected', facts, corrections: [...subject.corrections, earlier] },
  )
}

/** Withdraws a published text (撤回): its page says so and why. */
export function decideWithdrawal(subject: Subject, reason: string, today: LocalDate): Change {
  return change(
    subject,
    { kind: 'clarification.withdrawn', data: { on: today } },
    { state: 'withdrawn', reason, withdrawnOn: today },
  )
}

function change(subject: Subject, fact: Fact, patch: Omit<Patch, 'version'>): Change {
  const version = subject.version + 1
  return {
    event: { ...fact, entity: 'clarification', entityId: subject.id, seq: version },
    patch: { ...patch, version },
  }
}
