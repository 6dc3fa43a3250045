import { ok, type Result } from '../shared/refusal.ts'
import type { Calendar } from '../time/calendar.ts'
import type { LocalDate } from '../time/local-date.ts'
import { addWorkingDays, workingDaysBetween } from '../time/working-days.ts'
import { type CountedDeadline, countDeadline } from './deadline.ts'
import type { ChannelName } from './deadline-rules.data.ts'

/**
 * A consultation (征求意见) of a third party or another agency: sent, perhaps signed for, perhaps
 * answered.
 */
export type Consultation = {
  sentOn: LocalDate
  servedOn?: LocalDate | undefined
  returnedOn?: LocalDate | undefined
}

/** The days of a case that move its reply clock; `receivedOn` is the legal receipt day. */
export type ClockHistory = {
  channel?: ChannelName | undefined
  receivedOn: LocalDate
  correctionNoticeOn?: LocalDate | undefined
  correctedOn?: LocalDate | undefined
  paidOn?: LocalDate | undefined
  orderedOn?: LocalDate | undefined
  pauses: readonly Consultation[]
  extensionDays: number
}

/**
 * A running reply clock (答复期限): `day` of `of` days are used up, more than `of` when overdue;
 * `pausedFrom` is the sending day of the consultation that stops it now. While one is open the due
 * day rests on its last possible day and is provisional.
 */
export type Clock = CountedDeadline & { day: number; pausedFrom: LocalDate | null }

/** Days that a third party or co-making agency has for its opinion (条例第32条、第34条). */
const OPINION_DAYS = 15

/** The state of a case's reply clock at the end of a day. */
export function clockOf(
  history: ClockHistory,
  today: LocalDate,
  calendar: Calendar,
): Result<Clock> {
  const { pauses, ...dates } = history
  const spans = pauses.map((pause) => ({
    sentOn: pause.sentOn,
    returnedOn: consultationEnd(pause, calendar),
    open: pause.returnedOn === undefined,
  }))
  const counted = countDeadline(
    {
      ...dates,
      clock: 'reply',
      pauses: spans.map(({ sentOn, returnedOn }) => ({ sentOn, returnedOn })),
    },
    calendar,
  )
  if (!counted.ok) return counted
  const { dueOn, trace } = counted.value
  const day =
    trace.filter((row) => row.counted && row.on <= today).length +
    workingDaysBetween(calendar, dueOn, today)
  const running = spans.find((span) => span.sentOn <= today && today < span.returnedOn)
  const mayMove = spans.some((span) => span.open && today < span.returnedOn)
  return ok({
    ...counted.value,
    provisional: counted.value.provisional || mayMove,
    day,
    pausedFrom: running?.sentOn ?? null,
  })
}

/**
 * The last day of a consultation (征求意见期满, 条例第32条、第34条): without an opinion, or with a late one,
 * the last of the days that the law leaves for it.
 */
export function consultationEnd(
  { sentOn, servedOn, returnedOn }: Consultation,
  calendar: Calendar,
): LocalDate {
  const last = addWorkingDays(calendar, servedOn ?? sentOn, OPINION_DAYS).on
  return returnedOn !== undefined && returnedOn < last ? returnedOn : last
}
