import type { NewEvent } from '../../src/domain/shared/journal.ts'
import { agencies } from '../support/agencies.ts'

/** What happened in one agency, in the order in which it was accepted. */
export type Accepted = { agency: string; event: NewEvent }

/** A figure of an office, as one line of text that compares and sorts. */
export type OfficeLine = string

/**
 * The figures of every office from the list of accepted events alone, by hand and without the
 * product's code: each dated thing counts once in its month and once in its year, in its own
 * agency and in every agency above.
 */
export function expectedOffices(accepted: readonly Accepted[]): OfficeLine[] {
  const sums = new Map<string, number>()
  const count = (agency: string, on: string, row: string, col: string): void => {
    const path = agencies.find((a) => a.id === agency)?.path ?? []
    for (const office of path) {
      for (const period of [on.slice(0, 7), on.slice(0, 4)]) {
        const key = `${office}|${period}|${row}|${col}`
        sums.set(key, (sums.get(key) ?? 0) + 1)
      }
    }
  }
  for (const { agency, event } of accepted) {
    if (event.kind === 'application.submitted')
      count(agency, event.data.on, 'submitted', event.data.class)
    if (event.kind === 'application.received') {
      count(agency, event.data.receivedOn, 'newReceived', event.data.class)
    }
    const isEnded = event.kind === 'application.replied' || event.kind === 'application.withdrawn'
    if (isEnded && event.data.outcome !== null) {
      count(agency, event.data.decidedOn, event.data.outcome, event.data.class)
    }
    if (event.kind === 'application.imported') {
      count(agency, event.data.receivedOn, 'newReceived', event.data.class)
      if (event.data.outcome !== null) {
        count(agency, event.data.decidedOn ?? '', event.data.outcome, event.data.class)
      }
    }
    if (event.kind === 'item.published') {
      count(agency, event.data.on, 'items', 'published')
      for (const column of event.data.columns) {
        count(agency, event.data.on, 'publishedColumn', column)
      }
    }
  }
  return [...sums].map(([key, n]) => `${key}|${n}`).toSorted()
}

/** The figures of every office as the region holds them, zeros left out. */
export async function standingOffices(region: D1Database): Promise<OfficeLine[]> {
  const { results } = await region
    .prepare(
      `SELECT office_id || '|' || period || '|' || row || '|' || col || '|' || n AS line
       FROM office_cell WHERE n <> 0`,
    )
    .all<{ line: OfficeLine }>()
  return results.map((row) => row.line).toSorted()
}

/** How many agencies reported in each period and their corrections, by office, as the region counts them. */
export async function standingCoverage(region: D1Database): Promise<OfficeLine[]> {
  const { results } = await region
    .prepare(
      `SELECT office_id || '|' || period || '|' || reporting || '|' || corrections AS line
       FROM office_coverage`,
    )
    .all<{ line: OfficeLine }>()
  return results.map((row) => row.line).toSorted()
}

/** The same by hand, from the months that the region holds of each agency. */
export async function expectedCoverage(region: D1Database): Promise<OfficeLine[]> {
  const { results } = await region
    .prepare('SELECT agency_id AS agency, month, corrections FROM agency_month')
    .all<{ agency: string; month: string; corrections: number }>()
  const sums = new Map<string, { agencies: Set<string>; corrections: number }>()
  for (const { agency, month, corrections } of results) {
    const [year = '', number = ''] = month.split('-')
    const quarter = Math.ceil(Number(number) / 3)
    const periods = [month, `${year}-Q${quarter}`, `${year}-H${quarter < 3 ? 1 : 2}`, year]
    for (const office of agencies.find((a) => a.id === agency)?.path ?? []) {
      for (const period of periods) {
        const key = `${office}|${period}`
        const sum = sums.get(key) ?? { agencies: new Set(), corrections: 0 }
        sum.agencies.add(agency)
        sum.corrections += corrections
        sums.set(key, sum)
      }
    }
  }
  return [...sums].map(([key, sum]) => `${key}|${sum.agencies.size}|${sum.corrections}`).toSorted()
}
