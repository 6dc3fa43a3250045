import type { Cadence, Period } from '../agency/agency.ts'
import type { Calendar } from '../time/calendar.ts'
import { addDays, dateOfParts, localDate, partsOf, type LocalDate } from '../time/local-date.ts'
import { addWorkingDays, rollToWorkingDay, type ReachedDay } from '../time/working-days.ts'

const monthsOf: Readonly<Record<Period, number>> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  year: 12,
}

/**
 * The day by which a column of 常规定期 is to be renewed after it was last renewed (下次公开期限): so
 * many days later, so many working days after the end of the period that ran then, or the next
 * yearly day. What falls on a rest day is due on the next working day.
 */
export function nextDue(
  cadence: Extract<Cadence, { kind: 'regular' }>,
  last: LocalDate,
  calendar: Calendar,
): ReachedDay {
  if ('everyDays' in cadence) return rollToWorkingDay(calendar, addDays(last, cadence.everyDays))
  if ('by' in cadence) {
    const { year } = partsOf(last)
    return rollToWorkingDay(calendar, localDate(`${String(year + 1)}-${cadence.by}`))
  }
  return addWorkingDays(calendar, periodEnd(cadence.period, last), cadence.within)
}

function periodEnd(period: Period, day: LocalDate): LocalDate {
  const { year, month } = partsOf(day)
  const length = monthsOf[period]
  const next = Math.ceil(month / length) * length + 1
  return addDays(next > 12 ? dateOfParts(year + 1, 1, 1) : dateOfParts(year, next, 1), -1)
}
