import { addDays, addMonths, type LocalDate, partsOf } from '../time/local-date.ts'
import { ownTerm, validityRules } from './validity.data.ts'

/** A term of validity (有效期): years and where they come from. */
export type Term = { years: number; source: string }

/** The term that a title gives a document: two years for 暂行 and 试行, else five. */
export function termOf(title: string): Term {
  const { years, source } = validityRules.find((rule) => rule.title.test(title)) ?? validityRules[1]
  return { years, source }
}

/** The term of a document, its own where it states one (有效期及其依据). */
export function statedTerm(usual: Term, years: number | undefined): Term {
  return years === undefined ? usual : { years, source: ownTerm }
}

/**
 * The last day on which a document is in force: the day before the same day `years` later; a year
 * without that day (2月29日) ends with its month (民法典第202条).
 */
export function lastDay(effectiveOn: LocalDate, years: number): LocalDate {
  const sameDay = addMonths(effectiveOn, 12 * years)
  return partsOf(sameDay).day < partsOf(effectiveOn).day ? sameDay : addDays(sameDay, -1)
}
