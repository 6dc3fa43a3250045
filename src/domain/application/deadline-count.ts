import { type Calendar, isWorkingDay } from '../time/calendar.ts'
import { addDays, addMonths, daysBetween, type LocalDate } from '../time/local-date.ts'

/** One line of the reasoning behind a time limit: a day, whether it counts, and why in Chinese. */
export type TraceRow = { on: LocalDate; counted: boolean; why: string }

/** Days that stand outside the count: those after `after` up to and including `through`. */
export type Span = { after: LocalDate; through: LocalDate }

/** A count carried out: its last and first counted day and every step. */
export type Count = {
  dueOn: LocalDate
  firstDay: LocalDate
  provisional: boolean
  trace: TraceRow[]
}

const PAUSED = '征求意见期间不计入'
/** Longest consultation, in days, of which the trace lists every day. */
const LISTED_PAUSE = 62

/** Counts working days (工作日) after a day, leaving out the given spans; `days` is at least 1. */
export function countWorkingDays(
  calendar: Calendar,
  start: { on: LocalDate; why: string },
  days: number,
  spans: readonly Span[],
): Count {
  const pauses = mergeSpans(spans)
  const trace: TraceRow[] = [{ on: start.on, counted: false, why: start.why }]
  let [on, left, provisional] = [start.on, days, false]
  let firstDay: LocalDate | null = null
  while (left > 0) {
    on = addDays(on, 1)
    const pause = pauses.find((span) => span.after < on && on <= span.through)
    if (pause !== undefined) {
      trace.push(...pausedRows(calendar, on, pause.through))
      on = pause.through
      continue
    }
    const day = isWorkingDay(calendar, on)
    provisional ||= day.provisional
    trace.push({ on, counted: day.working, why: day.why })
    if (!day.working) continue
    firstDay ??= on
    left -= 1
  }
  return { dueOn: on, firstDay: firstDay ?? on, provisional, trace }
}

/**
 * Counts calendar days or months (自然日、月) after a day; an end on a rest day rolls to the first
 * working day after it (民事诉讼法第85条). The trace lists only the ends and the roll.
 */
export function countCalendar(
  calendar: Calendar,
  start: { on: LocalDate; why: string },
  kind: 'calendar' | 'months',
  number: number,
): Count {
  const firstDay = addDays(start.on, 1)
  const end = kind === 'months' ? addMonths(start.on, number) : addDays(start.on, number)
  const trace: TraceRow[] = [{ on: start.on, counted: false, why: start.why }]
  if (firstDay < end) trace.push({ on: firstDay, counted: true, why: '第1日' })
  const length = kind === 'months' ? `满${number}个月` : `第${number}日`
  let [on, day] = [end, isWorkingDay(calendar, end)]
  const { provisional } = day
  trace.push({ on, counted: true, why: day.working ? length : `${length}，逢${day.why}顺延` })
  while (!day.working) {
    on = addDays(on, 1)
    day = isWorkingDay(calendar, on)
    trace.push({ on, counted: false, why: day.working ? '顺延至休假日后第一个工作日' : day.why })
  }
  return { dueOn: on, firstDay, provisional: provisional || day.provisional, trace }
}

function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const span of spans.toSorted((a, b) => (a.after < b.after ? -1 : 1))) {
    const last = merged.at(-1)
    if (last === undefined || span.after > last.through) merged.push({ ...span })
    else if (span.through > last.through) last.through = span.through
  }
  return merged
}

function pausedRows(calendar: Calendar, from: LocalDate, through: LocalDate): TraceRow[] {
  if (daysBetween(from, through) > LISTED_PAUSE) {
    return [from, through].map((on) => ({ on, counted: false, why: PAUSED }))
  }
  const rows: TraceRow[] = []
  for (let on = from; on <= through; on = addDays(on, 1)) {
    const day = isWorkingDay(calendar, on)
    rows.push({ on, counted: false, why: day.working ? PAUSED : day.why })
  }
  return rows
}
