import type { Calendar } from '../time/calendar.ts'
import { addMonths, type LocalDate } from '../time/local-date.ts'
import { rollToWorkingDay } from '../time/working-days.ts'

/** The day on which a refusal is to be assessed again (定期评估, 条例第18条): a year on, a working day. */
export function reassessOn(decidedOn: LocalDate, calendar: Calendar): LocalDate {
  return rollToWorkingDay(calendar, addMonths(decidedOn, 12)).on
}
