import type { Result } from '../shared/refusal.ts'
import { ok, refuseField } from '../shared/refusal.ts'
import { type LocalDate, monthOf, yearOf } from '../time/local-date.ts'

/** A statistical period (统计时期): a calendar year or a half, quarter or month of it; months 'YYYY-MM'. */
export type Period = {
  /** YYYY, YYYY-H1, YYYY-Q3 or YYYY-11 */
  key: string
  year: number
  kind: 'year' | 'half' | 'quarter' | 'month'
  /** number of the half, quarter or month; 0 for a year */
  part: number
  months: readonly string[]
}

const form = /^(?<year>\d{4})(?:-(?:H(?<half>[12])|Q(?<quarter>[1-4])|(?<month>0[1-9]|1[0-2])))?$/
/** Nothing that is counted here is older than the state whose agencies count it. */
const firstYear = 1949
const lastYear = 2100

/** Reads a period; refuses `invalid` for another form and for one that has not begun by `today`. */
export function parsePeriod(text: string, today: LocalDate): Result<Period> {
  const period = readPeriod(text)
  if (period === null) return refuseField('/period', { problem: 'ill-formed', what: 'period' })
  const begins = period.months[0] ?? ''
  if (begins > monthOf(today)) return refuseField('/period', { problem: 'in-future' })
  return ok(period)
}

/** The period of a key, or null when it is none of the years 1949 to 2100. */
export function readPeriod(text: string): Period | null {
  const parts = form.exec(text)?.groups
  const year = Number(parts?.['year'])
  if (parts === undefined || year < firstYear || year > lastYear) return null
  const months = monthsOfYear(year)
  const cut = (kind: Period['kind'], part: string, length: number): Period => {
    const number = Number(part)
    return {
      key: text,
      year,
      kind,
      part: number,
      months: months.slice((number - 1) * length, number * length),
    }
  }
  if (parts['half'] !== undefined) return cut('half', parts['half'], 6)
  if (parts['quarter'] !== undefined) return cut('quarter', parts['quarter'], 3)
  if (parts['month'] !== undefined) return cut('month', parts['month'], 1)
  return { key: text, year, kind: 'year', part: 0, months }
}

/** The period of the year of a day. */
export function yearPeriod(today: LocalDate): Period {
  const year = yearOf(today)
  return { key: String(year), year, kind: 'year', part: 0, months: monthsOfYear(year) }
}

/** The cells that make a period up: the year's own, or those of its months. */
export function cellPeriods(period: Period): readonly string[] {
  return period.kind === 'year' ? [period.key] : period.months
}

/** The cells that lie before a period: all earlier years and the earlier months of its own year. */
export function priorPeriods(period: Period): string[] {
  const years = Array.from({ length: period.year - firstYear }, (_, at) => String(firstYear + at))
  const begins = period.months[0] ?? ''
  return [...years, ...monthsOfYear(period.year).filter((month) => month < begins)]
}

/** The twelve months 'YYYY-MM' of a year. */
export function monthsOfYear(year: number): string[] {
  return Array.from(
    { length: 12 },
    (_, at) => `${String(year).padStart(4, '0')}-${String(at + 1).padStart(2, '0')}`,
  )
}
