import { type Calendar, isWorkingDay } from '../time/calendar.ts'
import { addDays, addMonths, daysBetween, type LocalDate } from '../time/local-date.ts'
import { rollToWorkingDay } from '../time/working-days.ts'

/** What is checked (核对的对象): 职权 on the list, or the published 办事指南 of a service matter. */
export const matterKinds = ['power', 'guide'] as const

/** 职权, 办事指南. */
export type MatterKind = (typeof matterKinds)[number]

/** Tells a kind of what is checked from other words. */
export function isMatterKind(word: string): word is MatterKind {
  return matterKinds.some((kind) => kind === word)
}

/**
 * When a power or a guide is to be checked again (核对周期). 中办发〔2015〕21号 asks that lists be kept
 * up to date and names no interval: twelve months are practice, UNCONFIRMED, so an agency sets its own.
 */
export const usualCheckMonths = 12

/** Told so many calendar days before the day. */
export const checkSoonDays = 30

/** A check that is due (该核对): its last day, and the calendar days to it or since it. */
export type CheckDue = {
  state: 'overdue' | 'soon' | 'fine'
  dueOn: LocalDate
  days: number
  provisional: boolean
}

/** The next check of what is known to hold since a day (应核对日): so many months later, on a working day. */
export function checkDueOf(
  since: LocalDate,
  months: number,
  today: LocalDate,
  calendar: Calendar,
): CheckDue {
  const { on: dueOn, provisional } = rollToWorkingDay(calendar, addMonths(since, months))
  const days = Math.abs(daysBetween(today, dueOn))
  if (today > dueOn) return { state: 'overdue', dueOn, days, provisional }
  return { state: days <= checkSoonDays ? 'soon' : 'fine', dueOn, days, provisional }
}

/**
 * The day before which what was last found to hold is overdue today (核对逾期的界限): days since which
 * `checkDueOf` says `overdue` are exactly the earlier ones.
 */
export function overdueBefore(months: number, today: LocalDate, calendar: Calendar): LocalDate {
  let first = today
  // What falls on the days off before today is done today.
  while (!isWorkingDay(calendar, addDays(first, -1)).working) first = addDays(first, -1)
  return sinceOf(first, months)
}

/** The day before which it is overdue or soon due (核对临近的界限). */
export function soonBefore(months: number, today: LocalDate, calendar: Calendar): LocalDate {
  return overdueBefore(months, addDays(today, checkSoonDays + 1), calendar)
}

/** The first day that is `months` before a day, or later where its month is shorter. */
function sinceOf(day: LocalDate, months: number): LocalDate {
  let since = addMonths(day, -months)
  while (addMonths(since, months) < day) since = addDays(since, 1)
  return since
}
