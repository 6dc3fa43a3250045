import { dateOfDayNumber } from './local-date.ts'

const day = 86_400_000
const weekdays = ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed'] as const
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** Writes a moment (epoch ms) as letters do (RFC 5322), in UTC: Fri, 27 Nov 2026 01:00:00 +0000. */
export function mailDate(instant: number): string {
  const n = Math.floor(instant / day)
  const [year = '', month = '', date = ''] = dateOfDayNumber(n).split('-')
  const second = Math.floor((instant - n * day) / 1000)
  const clock = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60]
  const time = clock.map((part) => String(part).padStart(2, '0')).join(':')
  return `${weekdays[n % 7] ?? ''}, ${date} ${months[Number(month) - 1] ?? ''} ${year} ${time} +0000`
}
