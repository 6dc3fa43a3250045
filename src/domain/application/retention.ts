import { addMonths, type LocalDate, localDate } from '../time/local-date.ts'
import type { AgencySettings } from '../agency/agency.ts'
import {
  type RetentionGroup,
  retentionGroups,
  type RetentionRow,
  type RetentionTerm,
  usualRetention,
} from './retention.data.ts'
import type { State } from './types.ts'

/** What the term of a case depends on. */
export type Ended = {
  state: State
  outcome: string | null
  /** day of closing, filing, withdrawal, giving up or leaving (办结、归档、移送之日); null while it is open */
  endedOn: LocalDate | null
  /** whether a reconsideration or suit is pending or settled (复议、诉讼); null without one */
  dispute: 'pending' | 'settled' | null
}

/** How long a case is kept and why (保管期限): `keptUntil` is the last day, null when for ever. */
export type Retention = {
  group: RetentionGroup
  term: RetentionTerm
  endedOn: LocalDate
  /** first day of the row of the table that was applied */
  since: string
  keptUntil: LocalDate | null
  isDue: boolean
}

/** States in which nothing more happens to a case (办结、归档、撤回、放弃、转办、移送). */
export const endedStates = [
  'closed',
  'archived',
  'withdrawn',
  'abandoned',
  'converted',
  'transferred',
] as const

/** A stretch of days of one group whose term is over: `from` included, `before` not. */
export type DueStretch = { group: RetentionGroup; from: string; before: string }

/** The terms of an agency (保管期限表), oldest row first: its own over the usual ones. */
export function retentionTable({ retention }: AgencySettings): readonly RetentionRow[] {
  const [usual] = usualRetention
  if (retention === undefined || usual === undefined) return usualRetention
  const own = retention.map(({ from, terms }) => ({ from, terms: { ...usual.terms, ...terms } }))
  const first = own[0]?.from ?? ''
  return [...usualRetention.filter(({ from }) => from < first), ...own]
}

/**
 * Says how long a case is kept, counted from the day after its end (档案法实施条例, 机关档案管理规定);
 * null for one that is open or whose reconsideration or suit is pending.
 */
export function retentionOf(
  { state, outcome, endedOn, dispute }: Ended,
  table: readonly RetentionRow[],
  today: LocalDate,
): Retention | null {
  const isEnded = endedStates.some((one) => one === state)
  if (!isEnded || endedOn === null || dispute === 'pending') return null
  const group = groupOf(outcome, dispute)
  const row = table.findLast(({ from }) => from <= endedOn) ?? table[0]
  if (row === undefined) return null
  const term = row.terms[group]
  const keptUntil = term === 'permanent' ? null : addMonths(endedOn, term * 12)
  const isDue = keptUntil !== null && keptUntil < today
  return { group, term, endedOn, since: row.from, keptUntil, isDue }
}

/** The days of ending whose cases may be destroyed, group by group (已满保管期限的区间). */
export function dueStretches(table: readonly RetentionRow[], today: LocalDate): DueStretch[] {
  return retentionGroups.flatMap((group) =>
    table.flatMap(({ from, terms }, at) => {
      const term = terms[group]
      if (term === 'permanent') return []
      const over = addMonths(localDate(today), -12 * term)
      const next = table[at + 1]?.from ?? over
      const before = next < over ? next : over
      // What ended before there was a table goes by its first row.
      const start = at === 0 ? '' : from
      return start < before ? [{ group, from: start, before }] : []
    }),
  )
}

function groupOf(outcome: string | null, dispute: Ended['dispute']): RetentionGroup {
  if (dispute === 'settled') return 'disputed'
  const part = outcome?.split('.')[0] ?? 'none'
  const group = retentionGroups.find((one) => one === part)
  if (group === undefined) throw new Error(`no retention group for ${part}`)
  return group
}
