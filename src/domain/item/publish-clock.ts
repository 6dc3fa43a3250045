import { type Calendar, isWorkingDay } from '../time/calendar.ts'
import type { LocalDate } from '../time/local-date.ts'
import { addWorkingDays, workingDaysBetween } from '../time/working-days.ts'

/** Working days from the day an information is formed to its publication (条例第26条). */
export const publicationDays = 20

/** How late a publication is: `left` are working days, negative once the day is past. */
export type PublicationDue = {
  publishBy: LocalDate
  provisional: boolean
  left: number
  colour: 'red' | 'yellow' | 'blue' | 'none'
}

/** Most working days left at which a draft is shown as nearly late. */
const yellowLeft = 3
/** Most working days left at which it is shown as half through. */
const blueLeft = 10

/** Whether an information was formed by a day (已生成): nothing is published before it is; unknown days bar nothing. */
export function isFormedBy(writtenOn: LocalDate | null, on: LocalDate): boolean {
  return writtenOn === null || writtenOn <= on
}

/** The last day for publishing what was formed on a day (公开期限, 条例第26条). */
export function publishBy(
  writtenOn: LocalDate,
  calendar: Calendar,
): { on: LocalDate; provisional: boolean } {
  return addWorkingDays(calendar, writtenOn, publicationDays)
}

/** How an unpublished item stands on a day (公开欠账): colour and working days left. */
export function publicationDue(
  by: LocalDate,
  today: LocalDate,
  calendar: Calendar,
): PublicationDue {
  // What is owed was formed some weeks before at most: the year of the last day tells.
  const { provisional } = isWorkingDay(calendar, by)
  if (today > by) {
    const left = -Math.max(1, workingDaysBetween(calendar, by, today))
    return { publishBy: by, provisional, left, colour: 'red' }
  }
  const left = workingDaysBetween(calendar, today, by)
  const colour = left <= yellowLeft ? 'yellow' : left <= blueLeft ? 'blue' : 'none'
  return { publishBy: by, provisional, left, colour }
}
