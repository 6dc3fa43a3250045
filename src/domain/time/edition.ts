import type { Arrangement } from './arrangement.ts'
import { type Calendar, type DayMark, makeCalendar, nationalCalendar } from './calendar.ts'
import { publishedArrangements } from './holidays.data.ts'
import { addDays, type LocalDate } from './local-date.ts'

/** For whom a table of holidays holds: everywhere, or where one agency is (全国放假安排、本地放假安排). */
export const calendarScopes = ['national', 'local'] as const
export type CalendarScope = (typeof calendarScopes)[number]

/** Days off and weekend days worked in exchange (放假、调休上班), in the order of the notice. */
export type CalendarTable = {
  off: readonly { name: string; from: LocalDate; to: LocalDate }[]
  work: readonly LocalDate[]
}

/** The notice that a table comes from (来源): its number, address and day of issue. */
export type CalendarSource = { docNumber: string; url: string; issuedOn: LocalDate }

/** One version of one year's table (放假安排的一个版本): `n` counts from 1 within scope and year. */
export type CalendarEdition = {
  scope: CalendarScope
  year: number
  n: number
  table: CalendarTable
  source: CalendarSource
}

const sign = '@'

/** Names the versions that a calendar is made of: `2027-1,L2026-2`; '' for the tables of the code alone. */
export function markOf(editions: readonly CalendarEdition[]): string {
  return inOrder(editions)
    .map(({ scope, year, n }) => `${scope === 'local' ? 'L' : ''}${year}-${n}`)
    .join(',')
}

/** The mark in the name of a calendar, as a case keeps it; '' when only tables of the code took part. */
export function markIn(version: string): string {
  const at = version.indexOf(sign)
  return at === -1 ? '' : version.slice(at + 1)
}

/** The versions that a mark names (工作日历版本的组成). */
export function editionsIn(mark: string): Pick<CalendarEdition, 'scope' | 'year' | 'n'>[] {
  return [...mark.matchAll(/(L?)(\d{4})-(\d+)/g)].map(([, local, year, n]) => ({
    scope: local === 'L' ? 'local' : 'national',
    year: Number(year),
    n: Number(n),
  }))
}

/** The national calendar in which versions replace the code's table of their year. */
export function nationalWith(editions: readonly CalendarEdition[]): Calendar {
  const national = editions.filter(({ scope }) => scope === 'national')
  if (national.length === 0) return nationalCalendar
  const replaced = new Set(national.map(({ year }) => year))
  const tables = [
    ...publishedArrangements.filter(({ year }) => !replaced.has(year)),
    ...national.map(arrangementOf),
  ].toSorted((a, b) => a.year - b.year)
  return makeCalendar(nationalCalendar.version, tables)
}

/** Lays the local versions over a calendar and names it after all of them. */
export function withEditions(calendar: Calendar, editions: readonly CalendarEdition[]): Calendar {
  if (editions.length === 0) return calendar
  const days = new Map<LocalDate, DayMark>(calendar.days)
  for (const { scope, table } of inOrder(editions)) {
    if (scope !== 'local') continue
    for (const { name, from, to } of table.off) {
      for (let on = from; on <= to; on = addDays(on, 1)) days.set(on, { off: true, name })
    }
    for (const on of table.work) days.set(on, { off: false, name: '调休上班' })
  }
  const version = `${calendar.version}${sign}${markOf(editions)}`
  return { version, years: calendar.years, days }
}

function arrangementOf({ year, table, source }: CalendarEdition): Arrangement {
  return {
    year,
    notices: [source.url],
    off: table.off.map(({ name, from, to }) => [name, from, to] as const),
    work: table.work,
  }
}

function inOrder(editions: readonly CalendarEdition[]): CalendarEdition[] {
  const rank = ({ scope }: CalendarEdition): number => (scope === 'national' ? 0 : 1)
  return editions.toSorted((a, b) => rank(a) - rank(b) || a.year - b.year)
}
