import type { Fact } from '../shared/journal.ts'
import { type LocalDate, monthOf, yearOf } from '../time/local-date.ts'
import { monthsOfYear } from './period.ts'
import { tally } from './tally.ts'

/** The months 'YYYY-MM' whose figures an event changes, or which it closes. */
export function touchedMonths(fact: Fact): string[] {
  if (fact.kind === 'month.closed') return [fact.data.month]
  return tally(fact)
    .map((delta) => delta.period)
    .filter((period) => period.length === 7)
}

/** An event of a journal page; `fact` is null when it counts nothing. */
export type PageEvent = { id: number; fact: Fact | null }

/**
 * Cuts a page of the journal so that it touches at most `limit` months (at least one event goes):
 * those months, and the last event they cover.
 */
export function cutPage(
  page: readonly PageEvent[],
  after: number,
  limit: number,
): { months: string[]; position: number } {
  const months = new Set<string>()
  let position = after
  for (const { id, fact } of page) {
    const touched = fact === null ? [] : touchedMonths(fact).filter((month) => !months.has(month))
    if (months.size > 0 && months.size + new Set(touched).size > limit) break
    for (const month of touched) months.add(month)
    position = id
  }
  return { months: [...months], position }
}

/** The first month that every agency reports, silent or not: January of the year before `today`. */
export function firstOwedMonth(today: LocalDate): string {
  return `${String(yearOf(today) - 1)}-01`
}

/**
 * The months an agency reports now (报送月份): those its events touched; every month since
 * January of last year that it has not `reported` yet, so that zero is reported as zero; and
 * the whole of an older year that its events touched, for the same reason.
 */
export function monthsToReport(
  touched: readonly string[],
  reported: ReadonlySet<string>,
  today: LocalDate,
): string[] {
  const [first, last] = [firstOwedMonth(today), monthOf(today)]
  const owed = [yearOf(today) - 1, yearOf(today)]
    .flatMap(monthsOfYear)
    .filter((month) => month <= last && !reported.has(month))
  const old = touched
    .filter((month) => month < first)
    .flatMap((month) => monthsOfYear(Number(month.slice(0, 4))))
  return [...new Set([...touched, ...owed, ...old])].toSorted()
}
