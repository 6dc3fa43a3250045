import type { Calendar } from '../time/calendar.ts'
import { addMonths, type LocalDate } from '../time/local-date.ts'
import { type ReachedDay, rollToWorkingDay } from '../time/working-days.ts'

/**
 * The day by which withheld information is looked at again (不予公开信息定期评估, 条例第18条): a year
 * later, on a working day; provisional while that year's holidays are not published.
 */
export function yearlyReassessment(on: LocalDate, calendar: Calendar): ReachedDay {
  return rollToWorkingDay(calendar, addMonths(on, 12))
}
