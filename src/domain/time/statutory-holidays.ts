import { addDays, localDate, type LocalDate, weekday } from './local-date.ts'
import { movingHolidays, solarHolidays } from './statutory.data.ts'

/**
 * The least number of days off that a year must have (《全国年节及纪念日放假办法》第2条), for years
 * whose arrangement is not published; a holiday on a weekend is made good on the weekdays after it
 * (第6条), named after the holiday with 补休.
 */
export function statutoryHolidays(year: number): ReadonlyMap<LocalDate, string> {
  const rows = [...solarHolidays, ...(movingHolidays[year] ?? [])]
  const days = new Map<LocalDate, string>()
  for (const [name, from, to] of rows) {
    const last = localDate(`${year}-${to}`)
    for (let day = localDate(`${year}-${from}`); day <= last; day = addDays(day, 1)) {
      days.set(day, name)
    }
  }
  for (const [day, name] of [...days].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (!isWeekend(day)) continue
    let instead = day
    while (isWeekend(instead) || days.has(instead)) instead = addDays(instead, 1)
    days.set(instead, `${name}补休`)
  }
  return days
}

/** Tells whether a day is a Saturday or Sunday (双休日). */
export function isWeekend(date: LocalDate): boolean {
  const day = weekday(date)
  return day === 0 || day === 6
}
