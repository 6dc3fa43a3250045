import type { Calendar } from '../time/calendar.ts'
import { addDays, type LocalDate } from '../time/local-date.ts'
import { addWorkingDays, rollToWorkingDay, workingDaysBetween } from '../time/working-days.ts'
import { answerLimits } from './answer-limits.data.ts'
import type { Dispute } from './types.ts'

/** The last day for the agency's answer (答复、答辩期限), its length and article; provisional while holidays are not published. */
export type AnswerDay = {
  dueOn: LocalDate
  provisional: boolean
  days: number
  unit: 'working' | 'calendar'
  law: string
}

/** What the day for the answer depends on. */
export type AnswerDayOf = Pick<Dispute, 'kind' | 'procedure' | 'acceptedOn' | 'receivedOn'>

/**
 * Counts the last day for the agency's answer from the day it received the copy, itself not counted
 * (行政复议法第48条、第54条, 行政诉讼法第67条); null before that day and where no law is known.
 */
export function answerDay(
  { kind, procedure, acceptedOn, receivedOn }: AnswerDayOf,
  calendar: Calendar,
): AnswerDay | null {
  if (receivedOn === null) return null
  const before = kind === 'review' ? 'review' : 'court'
  const limit = answerLimits.find(
    (row) =>
      row.before === before &&
      row.from <= acceptedOn &&
      (row.to === null || acceptedOn <= row.to) &&
      (row.procedure === null || row.procedure === (procedure ?? 'ordinary')),
  )
  if (limit === undefined) return null
  const { days, unit, law } = limit
  const { on, provisional } =
    unit === 'working'
      ? addWorkingDays(calendar, receivedOn, days)
      : rollToWorkingDay(calendar, addDays(receivedOn, days))
  return { dueOn: on, provisional, days, unit, law }
}

/** How near a last day is (预警): 红 past, 黄 within three working days, 蓝 else. */
export type Nearness = { colour: 'red' | 'yellow' | 'blue'; left: number }

const soon = 3

/** Tells how near a last day is; `left` counts working days, negative once it is past. */
export function nearness(dueOn: LocalDate, today: LocalDate, calendar: Calendar): Nearness {
  if (today > dueOn) {
    return { colour: 'red', left: -Math.max(1, workingDaysBetween(calendar, dueOn, today)) }
  }
  const left = workingDaysBetween(calendar, today, dueOn)
  return { colour: left <= soon ? 'yellow' : 'blue', left }
}
