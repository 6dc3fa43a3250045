import type { ApplicantClass, OutcomeKey } from '../shared/report-keys.data.ts'
import type { Calendar } from '../time/calendar.ts'
import type { LocalDate } from '../time/local-date.ts'
import { type Clock, clockOf } from './deadline-clock.ts'
import { colourOf, type Warning } from './deadline-colour.ts'
import type { ChannelName } from './deadline-rules.data.ts'
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
  dueOn: LocalDate | null
  extensionDays: number
  decidedOn: LocalDate | null
  outcome: OutcomeKey | null
}

/**
 * The reply clock of a case (答复期限) on a day, or null while no receipt day is fixed; a decided
 * case's clock stands where it stood on the day of the decision.
 */
export function caseClock(
  { channel, receivedOn, extensionDays, decidedOn }: Omit<Case, 'receipt' | 'version'>,
  today: LocalDate,
  calendar: Calendar,
): Clock | null {
  if (receivedOn === null) return null
  const history = { channel, receivedOn, pauses: [], extensionDays }
  const counted = clockOf(history, decidedOn ?? today, calendar)
  return counted.ok ? counted.value : null
}

/** The colour of an undecided case (预警) on a day, or null when it is decided or has no clock yet. */
export function caseWarning(
  subject: Omit<Case, 'receipt' | 'version'>,
  today: LocalDate,
  calendar: Calendar,
): Warning | null {
  if (subject.decidedOn !== null) return null
  const clock = caseClock(subject, today, calendar)
  return clock === null ? null : colourOf(clock, today, calendar)
}
