declare const brand: unique symbol

/** A day in Asia/Shanghai (日期), written 'YYYY-MM-DD'; later days sort after earlier ones. */
export type LocalDate = string & { readonly [brand]: 'LocalDate' }

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/
const FIRST_YEAR = 1900
const LAST_YEAR = 2100
const DAYS_OF_ERA = 146_097

/** Tells whether a text is a real day 'YYYY-MM-DD' of the years 1900 to 2100. */
export function isLocalDate(text: string): text is LocalDate {
  if (!isRealDay(text)) return false
  const year = yearOf(text)
  return year >= FIRST_YEAR && year <= LAST_YEAR
}

/** Reads a day; null when the text is not a real day of the years 1900 to 2100. */
export function parseLocalDate(text: string): LocalDate | null {
  return isLocalDate(text) ? text : null
}

/** Takes a day written in our own code or data, of any year that sums may reach; throws when it is none. */
export function localDate(text: string): LocalDate {
  if (!isRealDay(text)) throw new RangeError(`not a day: ${text}`)
  return text
}

/** Builds the day of a year, month (1-12) and day of the month that are known to exist. */
export function dateOfParts(year: number, month: number, day: number): LocalDate {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
  // A sum may leave 1900-2100 by a little; the form stays and so does the order.
  if (!hasForm(text)) throw new RangeError(`not a day: ${text}`)
  return text
}

/** Year, month (1-12) and day of the month of a day. */
export function partsOf(date: LocalDate): { year: number; month: number; day: number } {
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8, 10)),
  }
}

/** Number of a day counted from 1970-01-01 = 0 in the Gregorian calendar. */
export function dayNumber(date: LocalDate): number {
  const { year, month, day } = partsOf(date)
  // The year is taken from March, so that the leap day comes last.
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_OF_ERA + dayOfEra - 719_468
}

/** The day with a given {@link dayNumber}. */
export function dateOfDayNumber(number: number): LocalDate {
  const shifted = number + 719_468
  const era = Math.floor(shifted / DAYS_OF_ERA)
  const dayOfEra = shifted - era * DAYS_OF_ERA
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  return dateOfParts(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

/** The day `days` after a day (before it, when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDayNumber(dayNumber(date) + days)
}

/** Days from one day to another: 1 from a day to the next, negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** Order of two days: negative, 0 or positive. */
export function compareDates(a: LocalDate, b: LocalDate): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Day of the week (星期): 0 is Sunday, 6 is Saturday. */
export function weekday(date: LocalDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7
}

/** The same day `months` later, or that month's last day when it has no such day (民法典第202条). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = partsOf(date)
  const index = year * 12 + (month - 1) + months
  const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  return dateOfParts(y, m, Math.min(day, daysOfMonth(y, m)))
}

/** The month of a day, 'YYYY-MM'. */
export function monthOf(date: LocalDate): string {
  return date.slice(0, 7)
}

/** The calendar year of a day. */
export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4))
}

/** A day in Chinese official writing, without leading zeros: 2026年3月2日. */
export function formatChineseDate(date: LocalDate): string {
  const { year, month, day } = partsOf(date)
  return `${year}年${month}月${day}日`
}

function isRealDay(text: string): text is LocalDate {
  const match = FORM.exec(text)
  if (match === null) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOfMonth(year, month)
}

function hasForm(text: string): text is LocalDate {
  return FORM.test(text)
}

function daysOfMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
