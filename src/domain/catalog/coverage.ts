import { daysBetween, type LocalDate } from '../time/local-date.ts'
import { matterTest } from './health-rules.data.ts'
import type { StandardMatter } from './standard-matters.data.ts'

/** What was filed against a matter: how many items, and the days of the newest ones, newest first. */
export type MatterFigure = { count: number; days: readonly LocalDate[] }

/** Why a matter does not pass the test of 平昌: too few items, the newest too old, a gap between them. */
export type MatterWarning = 'too-few' | 'too-old' | 'gap'

/** A matter with what was filed against it. */
export type CoveredMatter = {
  matter: StandardMatter
  count: number
  newestOn: LocalDate | null
  warnings: MatterWarning[]
}

/** How far a field is covered (领域覆盖): matters with at least one item, of all that apply. */
export type FieldCoverage = {
  field: string
  applicable: number
  covered: number
  gaps: string[]
  newestOn: LocalDate | null
  matters: CoveredMatter[]
}

/** Works out the coverage of the fields that matters belong to, in their order, as of a day. */
export function coverageOf(
  matters: readonly StandardMatter[],
  figures: ReadonlyMap<string, MatterFigure>,
  today: LocalDate,
): FieldCoverage[] {
  const fields = [...new Set(matters.map(({ field }) => field))]
  return fields.map((field) => {
    const own = matters
      .filter((matter) => matter.field === field)
      .map((matter) => cover(matter, figures.get(matter.id) ?? { count: 0, days: [] }, today))
    const newest = own.flatMap(({ newestOn }) => newestOn ?? []).toSorted()
    return {
      field,
      applicable: own.length,
      covered: own.filter(({ count }) => count > 0).length,
      gaps: own.filter(({ count }) => count === 0).map(({ matter }) => matter.id),
      newestOn: newest.at(-1) ?? null,
      matters: own,
    }
  })
}

function cover(matter: StandardMatter, figure: MatterFigure, today: LocalDate): CoveredMatter {
  const { count, days } = figure
  const newestOn = days[0] ?? null
  const warnings: MatterWarning[] = []
  if (count < matterTest.items) warnings.push('too-few')
  if (newestOn !== null && daysBetween(newestOn, today) > matterTest.newestDays) {
    warnings.push('too-old')
  }
  const hasGap = days.some((day, index) => {
    const later = days[index - 1]
    return later !== undefined && daysBetween(day, later) > matterTest.gapDays
  })
  if (hasGap) warnings.push('gap')
  return { matter, count, newestOn, warnings }
}
