import { addMonths, type LocalDate, monthOf, parseLocalDate } from '../time/local-date.ts'

/** Day of the next month on which a month is closed where the agency names none; practice, no article. */
export const usualClosingDay = 10

/** The day on which the schedule closes a month 'YYYY-MM' (结账日): `day` (1 to 28) of the next one. */
export function closesOn(month: string, day: number): LocalDate {
  const on = parseLocalDate(`${month}-${String(day).padStart(2, '0')}`)
  if (on === null) throw new Error(`no day ${day} in ${month}`)
  return addMonths(on, 1)
}

/** Whether a month 'YYYY-MM' is over, so that it can be closed. */
export function isOver(month: string, today: LocalDate): boolean {
  return month < monthOf(today)
}

/**
 * The months that the schedule closes today, oldest first: the newest whose closing day has come,
 * and those that a late schedule skipped since the last closed one. What was never closed before
 * stays open, so that a history may be brought in.
 */
export function monthsToClose(today: LocalDate, day: number, lastClosed: string | null): string[] {
  const isDue = (ago: number): boolean => {
    return closesOn(monthOf(addMonths(today, -ago)), day) <= today
  }
  const first = isDue(1) ? 1 : 2
  const due: string[] = []
  for (let ago = first; ago < first + 24; ago += 1) {
    const month = monthOf(addMonths(today, -ago))
    if (ago > first && (lastClosed === null || month <= lastClosed)) break
    if (lastClosed === null || month > lastClosed) due.unshift(month)
  }
  return due
}
