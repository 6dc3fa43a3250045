import { addDays, addMonths, type LocalDate } from '../time/local-date.ts'
import { validityRules } from './validity.data.ts'

/** A term of validity (有效期): years and where they come from. */
export type Term = { years: number; source: string }

/** The term that a title gives a document: two years for 暂行 and 试行, else five. */
export function termOf(title: string): Term {
  const { years, source } = validityRules.find((rule) => rule.title.test(title)) ?? validityRules[1]
  return { years, source }
}

/** The last day on which a document is in force: the day before the same day `years` later. */
export function lastDay(effectiveOn: LocalDate, years: number): LocalDate {
  return addDays(addMonths(effectiveOn, 12 * years), -1)
}
