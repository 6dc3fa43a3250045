import { dateOfDayNumber, dayNumber, parseLocalDate } from '../../time/local-date.ts'

/**
 * Writes a workbook's serial number (Excel 序列号) as `YYYY-MM-DD`, `YYYY-MM-DD hh:mm:ss` or,
 * below one day, `hh:mm:ss`; null for the day that never was and beyond the year 9999.
 * `is1904`: the workbook counts from 1904-01-01, otherwise from 1900-01-01.
 */
export function serialToText(serial: number, is1904: boolean): string | null {
  if (!(serial >= 0 && serial < 2_958_466)) return null
  const seconds = Math.round(serial * DAY_SECONDS)
  const day = Math.floor(seconds / DAY_SECONDS)
  const time = seconds % DAY_SECONDS
  if (day === 0 && !is1904) return clock(time)
  // Serial 60 is 1900-02-29, which Excel keeps for the sake of an older program's mistake.
  if (!is1904 && day === 60) return null
  const base = is1904 ? EPOCH_1904 : EPOCH_1900 + (day < 60 ? 1 : 0)
  const date = dateOfDayNumber(base + day)
  return time === 0 ? date : `${date} ${clock(time)}`
}

/** Serial number of a day in the count from 1900; null when it is no day after 1900-02-29. */
export function dayToSerial(day: string): number | null {
  const date = parseLocalDate(day)
  if (date === null) return null
  const serial = dayNumber(date) - EPOCH_1900
  return serial > 60 ? serial : null
}

const DAY_SECONDS = 86_400
// Days from 1970-01-01 to the day that has serial number 0.
const EPOCH_1900 = -25_569
const EPOCH_1904 = -24_107

function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}
