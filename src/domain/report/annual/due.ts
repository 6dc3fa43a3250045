import type { Agency } from '../../agency/agency.ts'
import type { ReportWork } from './types.ts'
import { type LocalDate, parseLocalDate } from '../../time/local-date.ts'

/**
 * The day by which the report of a year is due (年报期限): departments at county level and above by
 * 31 January, governments by 31 March of the next year (条例第49条); townships on the day that the
 * agency's settings name, else as departments do.
 */
export function reportDueOn(
  { level, kind, settings }: Pick<Agency, 'level' | 'kind' | 'settings'>,
  year: number,
): LocalDate {
  const byLaw = level !== 'township' && kind === 'government' ? '03-31' : '01-31'
  const day = level === 'township' ? (settings.reportDueOn ?? byLaw) : byLaw
  const due = parseLocalDate(`${year + 1}-${day}`)
  if (due === null) throw new Error(`no day ${day} in ${year + 1}`)
  return due
}

/**
 * Whether a report is late (年报超期): it went up, or was cleared where nobody is above, after its day, or has
 * not gone and the day is over. A correction is of a report that went before; an older year that is
 * only put in has no day any more.
 */
export function isReportLate(
  work: Pick<ReportWork, 'state' | 'edition' | 'entered' | 'submittedOn' | 'decidedOn'> | null,
  dueOn: LocalDate,
  today: LocalDate,
): boolean {
  if (work === null) return today > dueOn
  const { state, edition, entered, submittedOn, decidedOn } = work
  if (entered || edition > 1) return false
  const hasGone = state === 'submitted' || state === 'cleared'
  return (hasGone ? (submittedOn ?? decidedOn ?? today) : today) > dueOn
}
