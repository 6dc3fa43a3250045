import type { Agency } from '../../../src/domain/agency/agency.ts'
import { monthsOfYear } from '../../../src/domain/statistics/period.ts'
import { takeIn } from '../../../src/store/region/report.ts'
import { prepare } from '../../../src/store/statement.ts'
import { agencies } from '../../support/agencies.ts'

const counties = 5
const months = monthsOfYear(2025).concat(monthsOfYear(2026).slice(0, 11))

/** A prefecture of five counties, which share so many agencies in all. */
export function prefectureOf(size: number): Agency[] {
  const [top] = agencies
  if (top === undefined) throw new Error('no agency to take after')
  const made = (id: string, path: string[]): Agency => ({
    ...top,
    id,
    slug: id,
    name: id,
    parentId: path.at(-1) ?? null,
    path: [...path, id],
  })
  const below = Array.from({ length: size - 1 }, (_, n) =>
    n < counties ? made(`c${n}`, ['top']) : made(`a${n}`, ['top', `c${n % counties}`]),
  )
  return [made('top', []), ...below]
}

/** Lets agencies report the 23 months up to November 2026, one received application in each, a minute apart. */
export async function reportAll(region: D1Database, reporting: readonly Agency[]): Promise<void> {
  for (const [n, { id, path }] of reporting.entries()) {
    const report = {
      months,
      cells: months.map((month) => ({ month, row: 'newReceived', col: 'naturalPerson', n: 1 })),
      closings: [{ month: '2026-02', closedAt: 1, corrections: n % 2 }],
      version: 1,
      position: 1,
      at: Date.UTC(2026, 10, 20, 0, n),
    }
    await region.batch(
      prepare(region, takeIn({ agency: id, offices: path.map(always), ...report })),
    )
  }
}

function always(id: string): { id: string; from: string; to: string } {
  return { id, from: '0000', to: '9999' }
}
