import type { FormCheck } from './monthly-form.data.ts'
import type { IndicatorValue } from './types.ts'

/** A line of the coded form (报表行): this period, and this year up to it (本期实际、本年累计). */
export type FormLine = {
  code: string
  name: string
  unit: string
  current: IndicatorValue
  year: IndicatorValue
}

/** What a check of the form found (勾稽结果); null figures where a part is not reported. */
export type CheckResult = FormCheck & {
  column: 'current' | 'year'
  expected: number | null
  actual: number | null
  holds: boolean | null
}

/** Evaluates the checks of a form in both columns; what does not apply counts as nothing. */
export function checkForm(lines: readonly FormLine[], checks: readonly FormCheck[]): CheckResult[] {
  const figureOf = (code: string, column: 'current' | 'year'): number | null => {
    const value = lines.find((line) => line.code === code)?.[column]
    if (value?.state === 'value') return value.value
    return value?.state === 'notApplicable' ? 0 : null
  }
  return checks.flatMap((check) =>
    (['current', 'year'] as const).map((column) => {
      const parts = check.parts.map((code) => figureOf(code, column))
      const known = parts.filter((part) => part !== null)
      const actual = figureOf(check.total, column)
      const expected =
        known.length === parts.length ? known.reduce((sum, part) => sum + part, 0) : null
      const holds = actual === null || expected === null ? null : actual === expected
      return { total: check.total, parts: check.parts, column, expected, actual, holds }
    }),
  )
}
