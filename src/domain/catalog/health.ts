import type { Cadence } from '../agency/agency.ts'
import type { Calendar } from '../time/calendar.ts'
import { addDays, addMonths, daysBetween, type LocalDate } from '../time/local-date.ts'
import { rollToWorkingDay, workingDaysBetween } from '../time/working-days.ts'
import { nextDue } from './due-day.ts'
import { healthRules } from './health-rules.data.ts'

/** Warning colours (预警颜色), the most urgent first. */
export const healthColours = ['red', 'yellow', 'blue', 'none'] as const

/** One warning colour. */
export type HealthColour = (typeof healthColours)[number]

/** What a column shows: how much it holds, when it was last renewed, when somebody last checked it. */
export type ColumnState = {
  count: number
  lastOn: LocalDate | null
  checkedOn: LocalDate | null
}

/**
 * The finding on a column (体检结论). `dueOn` is the next day on which something is to be done;
 * `days` counts to it, or since it: working days for 常规定期, else calendar days.
 */
export type Health = {
  colour: HealthColour
  code:
    | 'empty-mandatory'
    | 'empty'
    | 'overdue'
    | 'due-soon'
    | 'check-overdue'
    | 'check-soon'
    | 'never-checked'
    | 'stale'
    | 'fine'
  dueOn: LocalDate | null
  days: number
  provisional: boolean
}

/**
 * Examines one column on a day (栏目体检, 条例第26条): mandatory and empty is 红; a missed 常规定期 is
 * 黄 and, long after, 红; 固定长期 asks for a yearly check; 临时随时 without anything new is told.
 */
export function healthOf(
  { cadence, mandatory }: { cadence: Cadence; mandatory: boolean },
  state: ColumnState,
  today: LocalDate,
  calendar: Calendar,
): Health {
  if (state.count === 0) return empty(mandatory)
  switch (cadence.kind) {
    case 'regular':
      return regular(cadence, state, today, calendar)
    case 'standing':
      return standing(state, today, calendar)
    case 'prompt':
      return prompt(state, today)
    default:
      return cadence satisfies never
  }
}

/**
 * The last day on which a column keeps its cadence (更新期限): the due day of 常规定期, a year after the
 * last item or check of the others; null for what was never renewed.
 */
export function freshUntil(
  cadence: Cadence,
  { lastOn, checkedOn }: ColumnState,
  calendar: Calendar,
): LocalDate | null {
  if (cadence.kind === 'regular')
    return lastOn === null ? null : nextDue(cadence, lastOn, calendar).on
  const since = later(lastOn, checkedOn)
  if (since === null) return null
  return cadence.kind === 'prompt'
    ? addDays(since, healthRules.prompt.yellow)
    : rollToWorkingDay(calendar, addMonths(since, healthRules.standing.months)).on
}

function empty(mandatory: boolean): Health {
  return mandatory
    ? { ...fine, colour: 'red', code: 'empty-mandatory' }
    : { ...fine, colour: 'none', code: 'empty' }
}

const fine: Health = { colour: 'none', code: 'fine', dueOn: null, days: 0, provisional: false }

function regular(
  cadence: Extract<Cadence, { kind: 'regular' }>,
  { lastOn }: ColumnState,
  today: LocalDate,
  calendar: Calendar,
): Health {
  if (lastOn === null) return fine
  const { on: dueOn, provisional } = nextDue(cadence, lastOn, calendar)
  const { blueLeft, redLate } = healthRules.regular
  if (today > dueOn) {
    // Past due on a rest day no working day may have gone by yet; it is late all the same.
    const days = Math.max(1, workingDaysBetween(calendar, dueOn, today))
    return { colour: days > redLate ? 'red' : 'yellow', code: 'overdue', dueOn, days, provisional }
  }
  const days = workingDaysBetween(calendar, today, dueOn)
  return days <= blueLeft
    ? { colour: 'blue', code: 'due-soon', dueOn, days, provisional }
    : { colour: 'none', code: 'fine', dueOn, days, provisional }
}

function standing(state: ColumnState, today: LocalDate, calendar: Calendar): Health {
  const since = later(state.lastOn, state.checkedOn)
  if (since === null) return { ...fine, colour: 'blue', code: 'never-checked' }
  const { months, blueLeft, redLate } = healthRules.standing
  const { on: dueOn, provisional } = rollToWorkingDay(calendar, addMonths(since, months))
  const days = Math.abs(daysBetween(today, dueOn))
  if (today > dueOn) {
    const colour = days > redLate ? 'red' : 'yellow'
    return { colour, code: 'check-overdue', dueOn, days, provisional }
  }
  return days <= blueLeft
    ? { colour: 'blue', code: 'check-soon', dueOn, days, provisional }
    : { colour: 'none', code: 'fine', dueOn, days, provisional }
}

function prompt(state: ColumnState, today: LocalDate): Health {
  const since = later(state.lastOn, state.checkedOn)
  if (since === null) return fine
  const days = daysBetween(since, today)
  const { blue, yellow } = healthRules.prompt
  if (days <= blue) return fine
  return {
    colour: days > yellow ? 'yellow' : 'blue',
    code: 'stale',
    dueOn: addDays(since, yellow),
    days,
    provisional: false,
  }
}

function later(one: LocalDate | null, other: LocalDate | null): LocalDate | null {
  if (one === null || other === null) return one ?? other
  return one > other ? one : other
}
