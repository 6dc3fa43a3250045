import type { Arrangement } from './arrangement.ts'
import { publishedArrangements } from './holidays.data.ts'
import { addDays, localDate, type LocalDate, weekday, yearOf } from './local-date.ts'
import { isWeekend, statutoryHolidays } from './statutory-holidays.ts'

/** What a calendar says of a day that is not like others of its weekday. */
export type DayMark = { off: boolean; name: string }

/** Working-day calendar (工作日历): the published years and their marked days. */
export type Calendar = {
  /** changes whenever a day may count differently; kept with every computed date */
  version: string
  /** years whose arrangement is published */
  years: ReadonlySet<number>
  days: ReadonlyMap<LocalDate, DayMark>
}

/** Days that only one place keeps (民族自治地方习惯节日, 放假办法第4条), by day. */
export type LocalDays = { version: string; days: ReadonlyMap<LocalDate, DayMark> }

/** What a day is: whether work is done, the reason in Chinese, and whether it may yet change. */
export type DayKind = { working: boolean; why: string; provisional: boolean }

const WEEKDAY_NAMES = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']
/** How many years after the last published one get their statutory holidays. */
const YEARS_AHEAD = 10

/** Builds a calendar from published arrangements; years without one, and those after them, get statutory minimums. */
export function makeCalendar(version: string, arrangements: readonly Arrangement[]): Calendar {
  const years = new Set(arrangements.map((arrangement) => arrangement.year))
  const days = new Map<LocalDate, DayMark>()
  const last = Math.max(...years)
  for (let year = Math.min(...years); year <= last + YEARS_AHEAD; year++) {
    if (years.has(year)) continue
    for (const [date, name] of statutoryHolidays(year)) days.set(date, { off: true, name })
  }
  for (const { year, off, work } of arrangements) {
    for (const [name, from, to] of off) {
      const end = dayIn(year, to)
      for (let date = dayIn(year, from); date <= end; date = addDays(date, 1)) {
        days.set(date, { off: true, name })
      }
    }
    for (const day of work) days.set(dayIn(year, day), { off: false, name: '调休上班' })
  }
  return { version, years, days }
}

/** The national calendar (国务院办公厅历年放假安排, 2008 to 2026). */
export const nationalCalendar: Calendar = makeCalendar('cn-2026', publishedArrangements)

/** The calendar of a place that keeps days of its own beside the national ones. */
export function withLocalDays(calendar: Calendar, local: LocalDays): Calendar {
  return {
    version: `${calendar.version}+${local.version}`,
    years: calendar.years,
    days: new Map([...calendar.days, ...local.days]),
  }
}

/**
 * Tells whether a day is a working day (工作日) and why; provisional when the arrangement of its
 * year is not published.
 */
export function isWorkingDay(calendar: Calendar, date: LocalDate): DayKind {
  const provisional = !calendar.years.has(yearOf(date))
  const mark = calendar.days.get(date)
  if (mark?.off === true) return { working: false, why: mark.name, provisional }
  if (!isWeekend(date)) return { working: true, why: '工作日', provisional }
  if (mark !== undefined) return { working: true, why: mark.name, provisional }
  return { working: false, why: WEEKDAY_NAMES[weekday(date)] ?? '', provisional }
}

function dayIn(year: number, day: string): LocalDate {
  return localDate(day.length === 5 ? `${year}-${day}` : day)
}
