import { figureText } from '../../../domain/statistics/manual.ts'
import type { CheckResult } from '../../../domain/statistics/indicator/form-check.ts'
import type { IndicatorValue } from '../../../domain/statistics/indicator/types.ts'
import { indicators as words } from '../../ui/words/indicators.ts'
import { fill } from '../../ui/words/office.ts'

/** A value of an indicator as people read it; 元 is kept in 分. */
export function valueWords(value: IndicatorValue, unit: string): string {
  switch (value.state) {
    case 'value':
      if (unit === '%' || unit === '天/件') return value.value.toFixed(2)
      return figureText(value.value, { decimals: unit === '元' ? 2 : 0 })
    case 'unreported':
      return words.unreported
    case 'notApplicable':
      return fill(words.notApplicable, { why: value.why })
    case 'noBase':
      return words.noBase
    default:
      return value satisfies never
  }
}

/** How much of the whole the parts of a rate know. */
export function knownWords(known: number, denominator: number): string {
  return fill(words.known, { n: known, m: denominator })
}

/** A check as its form writes it: 10=11+12. */
export function checkName({ total, parts }: Pick<CheckResult, 'total' | 'parts'>): string {
  return `${total}=${parts.join('+')}`
}

/** What a check found. */
export function checkWords({ holds, actual, expected }: CheckResult): string {
  if (holds === null) return words.unchecked
  return holds ? words.holds : fill(words.differs, { a: actual ?? '', b: expected ?? '' })
}
