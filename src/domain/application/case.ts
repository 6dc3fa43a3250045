import type { ApplicantClass, OutcomeKey } from '../shared/report-keys.data.ts'
import type { Calendar } from '../time/calendar.ts'
import { type LocalDate, localDate } from '../time/local-date.ts'
import { type Clock, clockOf } from './deadline-clock.ts'
import { colourOf, type Warning } from './deadline-colour.ts'
import { type ChannelName, orderedLaw } from './deadline-rules.data.ts'
import type { CoUnit } from './co-unit.ts'
import type { Draft } from './draft.ts'
import { deferredTo, historyOf, type Ledger, openWait, redoOf, sinceStart } from './ledger.ts'
import type { State } from './types.ts'

/** An application under way (在办件): what the law's clocks and steps look at, nothing personal. */
export type Case = {
  receipt: string
  version: number
  state: State
  channel: ChannelName
  applicantClass: ApplicantClass
  arrivedOn: LocalDate
  receivedOn: LocalDate | null
  ledger: Ledger
  dueOn: LocalDate | null
  /** until when the applicant is waited for (补正、说明理由、缴费的截止日) */
  waitsUntil: LocalDate | null
  coUnits: readonly CoUnit[]
  draft: Draft | null
  decidedOn: LocalDate | null
  outcome: OutcomeKey | null
}

/** What the clock of a case is counted from. */
export type Timed = Pick<Case, 'channel' | 'ledger' | 'decidedOn'>

/**
 * The reply clock of a case (答复期限) on a day, or null while no receipt day is fixed or the
 * applicant is waited for; a decided case's clock stands where it stood on the day of the decision.
 */
export function caseClock(
  { channel, ledger, decidedOn }: Timed,
  today: LocalDate,
  calendar: Calendar,
): Clock | null {
  const history = historyOf(ledger)
  if (history === null || openWait(ledger) !== null) return null
  const counted = clockOf({ channel, ...history }, decidedOn ?? today, calendar)
  if (!counted.ok) return null
  const ordered = sinceStart(ledger).find((one) => one.kind === 'redo')
  if (ordered?.until !== undefined) return put(counted.value, ordered.until, byOrder)
  const later = deferredTo(ledger)
  return later === null || later <= counted.value.dueOn
    ? counted.value
    : put(counted.value, later, byNotice)
}

/** The day from which a case has been handled as it now is (本次办理起始日): what is stated of it is not earlier. */
export function handledSince({ receivedOn, ledger }: Pick<Case, 'receivedOn' | 'ledger'>): {
  on: LocalDate | null
  other: string
} {
  const redo = redoOf(ledger)
  return redo === null
    ? { on: receivedOn, other: '/receivedOn' }
    : { on: redo.enteredOn, other: '/redoOn' }
}

/** The colour of an undecided case (预警) on a day, or null when it is decided or has no clock now. */
export function caseWarning(subject: Timed, today: LocalDate, calendar: Calendar): Warning | null {
  if (subject.decidedOn !== null) return null
  const clock = caseClock(subject, today, calendar)
  return clock === null ? null : colourOf(clock, today, calendar)
}

/** Due day and what goes with it, derived from the ledger (由台账推算的到期日). */
export type DueFields = {
  dueOn: LocalDate | null
  /** how many working days the limit counts (期限工作日数), null without a due day */
  dueOf: number | null
  dueProvisional: boolean
  extensionDays: number
  /** version of the working-day calendar that was counted by (工作日历版本) */
  calendar: string
}

/** Derives the due day of an undecided case (推算到期日): null while the applicant is waited for. */
export function dueFields(subject: Timed, today: LocalDate, calendar: Calendar): DueFields {
  const clock = caseClock(subject, today, calendar)
  return {
    dueOn: clock === null ? null : localDate(clock.dueOn),
    dueOf: clock?.of ?? null,
    dueProvisional: clock?.provisional ?? false,
    extensionDays: historyOf(subject.ledger)?.extensionDays ?? 0,
    calendar: calendar.version,
  }
}

// 条例第35条: the day that was told to the applicant stands in place of the counted one.
const byNotice = { why: '告知申请人的延迟答复日期', law: '政府信息公开条例第35条' }
// So does the day that a reconsideration organ or a court set.
const byOrder = { why: '复议决定、判决限定的答复日期', law: orderedLaw }

function put(clock: Clock, dueOn: LocalDate, { why, law }: { why: string; law: string }): Clock {
  return {
    ...clock,
    dueOn,
    trace: [...clock.trace, { on: dueOn, counted: false, why }],
    law: [...new Set([...clock.law, law])],
  }
}
