import type { Agency } from '../../src/domain/agency/agency.ts'
import { generatedOn } from '../../src/domain/report/bulletin/period.ts'
import {
  addDays,
  addMonths,
  dateOfParts,
  type LocalDate,
  partsOf,
} from '../../src/domain/time/local-date.ts'
import type { BulletinScript } from './play-bulletins.ts'

/**
 * The bulletins of the demonstration (简报演示): a county whose half-year was assessed, objected to and issued, whose
 * circular went down and was answered, and which has newer ones in work; and some of those below it.
 */
export function bulletinsOf(agencies: readonly Agency[], today: LocalDate): BulletinScript[] {
  const top = agencies.find(({ parentId }) => parentId === null)
  const county = agencies.find(({ level, parentId }) => level === 'county' && parentId === top?.id)
  if (county === undefined) return []
  const below = agencies.filter(({ parentId }) => parentId === county.id).slice(0, 3)
  const first = halfYearDue(county, today)
  return [
    {
      agency: county.id,
      below: below.map(({ id }) => id),
      halfYear: first.period,
      on: first.dueOn,
      approvedOn: addDays(first.dueOn, 8),
      today,
    },
  ]
}

/** The newest half-year whose assessment is due long enough to be over. */
function halfYearDue(county: Agency, today: LocalDate): { period: string; dueOn: LocalDate } {
  const { year } = partsOf(today)
  const ends = [12, 6, 0, -6].map((month) => addMonths(dateOfParts(year - 1, 12, 1), month))
  for (const last of ends) {
    const dueOn = generatedOn('half-year-assessment', last, county.settings)
    const { year: of, month } = partsOf(last)
    if (addDays(dueOn, 20) < today) return { period: `${of}-H${month / 6}`, dueOn }
  }
  throw new Error('no half-year lies behind')
}
