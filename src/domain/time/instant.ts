import { dateOfDayNumber, dayNumber, type LocalDate, parseLocalDate } from './local-date.ts'

/** A moment (时刻) in milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number

const DAY = 86_400_000
const OFFSET = 8 * 3_600_000
/** End of the last summer time in China (1991-09-15 02:00); since then the offset is +08:00. */
const LAST_CHANGE = 684_867_600_000

const FORM =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,9}))?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/

const shanghai = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The day in Asia/Shanghai on which a moment falls, summer time of 1986 to 1991 included. */
export function localDateOf(instant: Instant): LocalDate {
  if (instant < LAST_CHANGE) {
    const old = parseLocalDate(shanghai.format(instant))
    if (old !== null) return old
  }
  return dateOfDayNumber(Math.floor((instant + OFFSET) / DAY))
}

/** First moment of a day of the present offset +08:00. */
export function startOfDay(date: LocalDate): Instant {
  return dayNumber(date) * DAY - OFFSET
}

/** Writes a moment in RFC 3339 with +08:00; milliseconds appear only when there are any. */
export function toRfc3339(instant: Instant): string {
  const local = Math.floor(instant) + OFFSET
  const day = Math.floor(local / DAY)
  const rest = local - day * DAY
  const minute = Math.floor(rest / 60_000)
  const second = Math.floor(rest / 1000) % 60
  const clock = `${pad(Math.floor(minute / 60), 2)}:${pad(minute % 60, 2)}:${pad(second, 2)}`
  const fraction = rest % 1000 === 0 ? '' : `.${pad(rest % 1000, 3)}`
  return `${dateOfDayNumber(day)}T${clock}${fraction}+08:00`
}

/**
 * Reads an RFC 3339 moment with its offset, years 1900 to 2100, cut to milliseconds; null for
 * anything else: no offset, lower case, 24:00, a leap second, a day that does not exist.
 */
export function parseInstant(text: string): Instant | null {
  const match = FORM.exec(text)
  if (match === null) return null
  const date = parseLocalDate(match[1] ?? '')
  const [hour, minute, second] = [Number(match[2]), Number(match[3]), Number(match[4])]
  const [offsetHour, offsetMinute] = [Number(match[7] ?? 0), Number(match[8] ?? 0)]
  if (date === null) return null
  const milliseconds = Number((match[5] ?? '').slice(0, 3).padEnd(3, '0'))
  const offset = (offsetHour * 60 + offsetMinute) * 60_000 * (match[6] === '-' ? -1 : 1)
  const clock = ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds
  return dayNumber(date) * DAY + clock - offset
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
