import { type Calendar, isWorkingDay } from './calendar.ts'
import { addDays, type LocalDate } from './local-date.ts'

/** A day reached by counting; provisional when a day of an unpublished year took part. */
export type ReachedDay = { on: LocalDate; provisional: boolean }

/** The day `days` working days (工作日, at least 1) after a day that is itself not counted. */
export function addWorkingDays(calendar: Calendar, from: LocalDate, days: number): ReachedDay {
  let [on, left, provisional] = [from, days, false]
  while (left > 0) {
    on = addDays(on, 1)
    const day = isWorkingDay(calendar, on)
    provisional ||= day.provisional
    if (day.working) left -= 1
  }
  return { on, provisional }
}

/** Working days after one day up to and including another; 0 when `through` is not later. */
export function workingDaysBetween(
  calendar: Calendar,
  after: LocalDate,
  through: LocalDate,
): number {
  let count = 0
  for (let on = addDays(after, 1); on <= through; on = addDays(on, 1)) {
    if (isWorkingDay(calendar, on).working) count += 1
  }
  return count
}

/** The day itself when work is done on it, else the first working day after it. */
export function rollToWorkingDay(calendar: Calendar, date: LocalDate): ReachedDay {
  let [on, provisional] = [date, false]
  for (;;) {
    const day = isWorkingDay(calendar, on)
    provisional ||= day.provisional
    if (day.working) return { on, provisional }
    on = addDays(on, 1)
  }
}
