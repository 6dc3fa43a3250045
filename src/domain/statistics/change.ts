import { quotient } from '../shared/quotient.ts'
import { type Period, readPeriod } from './period.ts'

/** How a figure moved against a base (增减): null where it cannot be compared (无法比较). */
export type Change = { difference: number | null; percent: number | null }

/**
 * Compares a figure with its base (同比、环比): 增长率 =（本期 − 基期）÷ 基期 × 100%, in tenths of a
 * percent; there is none where the base is zero or either was not reported.
 */
export function changeOf(now: number | null, base: number | null): Change {
  if (now === null || base === null) return { difference: null, percent: null }
  const difference = now - base
  return { difference, percent: base <= 0 ? null : quotient(100 * difference, base, 1) }
}

/** The period just before one of the same length (上期, 环比的基期). */
export function periodBefore({ year, kind, part }: Period): Period | null {
  if (kind === 'year') return readPeriod(String(year - 1))
  const last = { half: 2, quarter: 4, month: 12 }[kind]
  return readPeriod(part > 1 ? keyOf(year, kind, part - 1) : keyOf(year - 1, kind, last))
}

/** The same period of the year before (上年同期, 同比的基期). */
export function periodYearBefore({ year, kind, part }: Period): Period | null {
  return kind === 'year' ? readPeriod(String(year - 1)) : readPeriod(keyOf(year - 1, kind, part))
}

function keyOf(year: number, kind: 'half' | 'quarter' | 'month', part: number): string {
  const sign = { half: 'H', quarter: 'Q', month: '' }[kind]
  return `${year}-${sign}${kind === 'month' ? String(part).padStart(2, '0') : String(part)}`
}
