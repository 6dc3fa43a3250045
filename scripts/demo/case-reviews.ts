import type { Agency } from '../../src/domain/agency/agency.ts'
import { addDays, addMonths, type LocalDate } from '../../src/domain/time/local-date.ts'
import type { CaseReviewScript } from './play-case-reviews.ts'

/**
 * The reviews of closed cases in the demonstration (案卷评查演示): one issued, one being scored with an objection, and
 * one that a county ordered of its bureaus, of which one is silent past the day.
 */
export function caseReviewsOf(agencies: readonly Agency[], today: LocalDate): CaseReviewScript[] {
  const top = agencies.find(({ parentId }) => parentId === null)
  const counties = agencies.filter(
    ({ level, kind, parentId }) =>
      level === 'county' && kind === 'government' && parentId === top?.id,
  )
  const county = counties.find(({ slug }) => slug === 'yongqiao') ?? counties[0]
  const issuing = counties.find(({ slug }) => slug === 'dangshan') ?? county
  if (top === undefined || county === undefined || issuing === undefined) return []
  const bureaus = agencies.filter(({ id, parentId }) => parentId === county.id && asked.has(id))
  const on = addDays(today, -30)
  return [
    {
      issued: issuing.id,
      scored: top.id,
      office: county.id,
      below: bureaus.map(({ id }) => id),
      from: addMonths(addDays(on, -1), -10),
      to: addDays(on, -1),
      on,
      reportBy: addDays(today, -8),
    },
  ]
}

/** Bureaus of the county that have some closed cases; the last one does not answer. */
const asked: ReadonlySet<string> = new Set(['yq-rsj', 'yq-jtysj', 'yq-mzj', 'yq-gaj'])
