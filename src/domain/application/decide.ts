import type { Fact, NewEvent } from '../shared/journal.ts'
import type { OutcomeKey } from '../shared/report-keys.data.ts'
import type { Calendar } from '../time/calendar.ts'
import { type LocalDate, localDate } from '../time/local-date.ts'
import { type Case, caseClock } from './case.ts'
import type { State } from './types.ts'

/** What a step changes in an application; what it does not name stays. */
export type Patch = {
  version: number
  state: State
  receivedOn?: LocalDate
  dueOn?: LocalDate
  dueProvisional?: boolean
  decidedOn?: LocalDate
  outcome?: OutcomeKey
}

/** A decided step: the events that happen and the change they make. */
export type Change = { events: NewEvent[]; patch: Patch }

/**
 * Registers an application (登记): it awaits confirmation, or is received at once on `receivedOn`
 * where the channel or the agency's setting fixes the receipt day.
 */
export function decideRegistration(
  subject: Case,
  possibleDuplicates: number,
  receivedOn: LocalDate | null,
  calendar: Calendar,
): Change {
  const registered: Fact = { kind: 'application.registered', data: { possibleDuplicates } }
  if (receivedOn === null) return change(subject, [registered], { state: 'awaiting-confirmation' })
  const receipt = received(subject, receivedOn, subject.channel, calendar)
  return change(subject, [registered, receipt.fact], receipt.patch)
}

/** Fixes the receipt day (确认收到, 条例第31条) and starts the clock. */
export function decideReceipt(subject: Case, confirmedOn: LocalDate, calendar: Calendar): Change {
  const receipt = received(subject, confirmedOn, 'confirmed', calendar)
  return change(subject, [receipt.fact], receipt.patch)
}

/** Accepts an application (受理). */
export function decideAcceptance(subject: Case): Change {
  return change(subject, [{ kind: 'application.accepted', data: {} }], { state: 'accepted' })
}

/** Answers an application (答复, 条例第36条至第39条) with one row of the annual report. */
export function decideReply(subject: Case, outcome: OutcomeKey, repliedOn: LocalDate): Change {
  const data = { class: subject.applicantClass, outcome, decidedOn: repliedOn }
  return change(subject, [{ kind: 'application.replied', data }], {
    state: 'replied',
    decidedOn: repliedOn,
    outcome,
  })
}

/** Closes an answered application (办结归档, 条例第45条). */
export function decideClosing(subject: Case): Change {
  return change(subject, [{ kind: 'application.closed', data: {} }], { state: 'closed' })
}

/**
 * Takes an application back for its applicant (撤回): it counts as 其他处理. One whose receipt was
 * never confirmed was not received in the sense of 条例第31条, so it counts neither as received nor
 * as a result.
 */
export function decideWithdrawal(subject: Case, today: LocalDate): Change {
  const decidedOn =
    subject.receivedOn !== null && subject.receivedOn > today ? subject.receivedOn : today
  const outcome = 'other.misc'
  const isReceived = subject.receivedOn !== null
  const withdrawn: Fact = {
    kind: 'application.withdrawn',
    data: { class: subject.applicantClass, outcome: isReceived ? outcome : null, decidedOn },
  }
  const end = { state: 'withdrawn', decidedOn } as const
  return change(subject, [withdrawn], isReceived ? { ...end, outcome } : end)
}

function received(
  subject: Case,
  receivedOn: LocalDate,
  basis: string,
  calendar: Calendar,
): { fact: Fact; patch: Omit<Patch, 'version'> } {
  const clock = caseClock({ ...subject, receivedOn }, receivedOn, calendar)
  const data = { class: subject.applicantClass, receivedOn, basis }
  return {
    fact: { kind: 'application.received', data },
    patch: {
      state: 'received',
      receivedOn,
      ...(clock === null
        ? {}
        : { dueOn: localDate(clock.dueOn), dueProvisional: clock.provisional }),
    },
  }
}

function change(subject: Case, facts: readonly Fact[], patch: Omit<Patch, 'version'>): Change {
  const events = facts.map((fact, index) => ({
    ...fact,
    entity: 'application' as const,
    entityId: subject.receipt,
    seq: subject.version + index + 1,
  }))
  return { events, patch: { ...patch, version: subject.version + facts.length } }
}
