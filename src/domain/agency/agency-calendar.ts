import { type Calendar, type DayMark, nationalCalendar, withLocalDays } from '../time/calendar.ts'
import { type CalendarEdition, nationalWith, withEditions } from '../time/edition.ts'
import { addDays, localDate, type LocalDate } from '../time/local-date.ts'
import type { Agency } from './agency.ts'

/**
 * The working-day calendar of an agency (工作日历): the national one and the days that its own place
 * keeps (民族自治地方习惯节日, 放假办法第4条), which every clock of the agency leaves out; `editions` are
 * the versions that were put in force at the desk.
 */
export function agencyCalendar(
  agency: Pick<Agency, 'settings'>,
  editions: readonly CalendarEdition[] = [],
): Calendar {
  const national = editions.length === 0 ? nationalCalendar : nationalWith(editions)
  return withEditions(withOwnDays(agency, national), editions)
}

function withOwnDays({ settings }: Pick<Agency, 'settings'>, national: Calendar): Calendar {
  const { localHolidays = [] } = settings
  if (localHolidays.length === 0) return national
  const days = new Map<LocalDate, DayMark>()
  for (const { name, from, to } of localHolidays) {
    const end = localDate(to)
    for (let on = localDate(from); on <= end; on = addDays(on, 1)) days.set(on, { off: true, name })
  }
  const version = localHolidays.map(({ from, to }) => `${from}/${to}`).join(',')
  return withLocalDays(national, { version, days })
}
