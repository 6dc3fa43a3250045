import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { results } from '../../../src/domain/dispute/types.ts'
import type { Fact } from '../../../src/domain/shared/journal.ts'
import {
  type ReviewLitigationBlock,
  reviewLitigationBlocks,
} from '../../../src/domain/shared/report-keys.data.ts'
import { disputeFigures } from '../../../src/domain/statistics/dispute-figures.ts'
import { cellPeriods, priorPeriods, readPeriod } from '../../../src/domain/statistics/period.ts'
import { tallyAll } from '../../../src/domain/statistics/tally.ts'

const kinds = ['review', 'litigationDirect', 'litigationAfterReview'] as const

type Life = {
  kind: ReviewLitigationBlock
  filed: number
  lasts: number
  end: (typeof results)[number] | 'cancelled' | 'open'
  /** how it was said to have ended before that was amended, so many days before */
  mistaken: { result: (typeof results)[number]; by: number } | null
}

const lives: fc.Arbitrary<Life[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    filed: fc.integer({ min: 0, max: 1000 }),
    lasts: fc.integer({ min: 0, max: 500 }),
    end: fc.constantFrom(...results, 'cancelled' as const, 'open' as const),
    mistaken: fc.option(
      fc.record({ result: fc.constantFrom(...results), by: fc.integer({ min: 0, max: 400 }) }),
    ),
  }),
  { maxLength: 60 },
)

const day = (days: number): string =>
  new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10)

function factsOf({ kind, filed, lasts, end, mistaken }: Life): Fact[] {
  const first: Fact = {
    kind: 'dispute.registered',
    data: { dispute: kind, on: day(filed), application: null },
  }
  const on = day(filed + lasts)
  if (end === 'open') return [first]
  if (end === 'cancelled') {
    return [first, { kind: 'dispute.cancelled', data: { dispute: kind, on } }]
  }
  if (mistaken === null) {
    return [first, { kind: 'dispute.decided', data: { dispute: kind, result: end, on } }]
  }
  const formerOn = day(filed + lasts + mistaken.by)
  const formerResult = mistaken.result
  return [
    first,
    { kind: 'dispute.decided', data: { dispute: kind, result: formerResult, on: formerOn } },
    {
      kind: 'dispute.amended',
      data: { dispute: kind, result: end, on, formerResult, formerOn },
    },
  ]
}

/** Table 4 of a period counted from the records, without any cell. */
function recounted(all: readonly Life[], kind: ReviewLitigationBlock, months: readonly string[]) {
  const [first, last] = [`${months[0] ?? ''}-01`, `${months.at(-1) ?? ''}-31`]
  const mine = all.filter((life) => life.kind === kind)
  const endOf = ({ filed, lasts }: Life): string => day(filed + lasts)
  const ended = (end: string): number =>
    mine.filter((life) => life.end === end && endOf(life) >= first && endOf(life) <= last).length
  const pending = mine.filter(
    (life) => day(life.filed) <= last && (life.end === 'open' || endOf(life) > last),
  ).length
  const [upheld, corrected, other] = results.map(ended)
  const total = (upheld ?? 0) + (corrected ?? 0) + (other ?? 0) + pending
  return { upheld, corrected, other, pending, total }
}

test('E5, row 40: table 4 of any period equals a recount of the disputes, amended ones too, and its rows add up', () => {
  const keys = ['2024', '2025', '2026', '2025-H1', '2025-Q3', '2024-02', '2026-07']
  fc.assert(
    fc.property(lives, fc.constantFrom(...keys), (all, key) => {
      const period = readPeriod(key)
      if (period === null) throw new Error(key)
      const cells = tallyAll(all.flatMap(factsOf))
      const [within, before] = [new Set(cellPeriods(period)), new Set(priorPeriods(period))]
      const table = disputeFigures({
        within: cells.filter((cell) => within.has(cell.period)),
        before: cells.filter((cell) => before.has(cell.period)),
      })
      expect(Object.keys(table)).toEqual(Object.keys(reviewLitigationBlocks))
      for (const kind of kinds) {
        const { upheld, corrected, other, pending, total } = table[kind]
        expect(total).toBe(upheld + corrected + other + pending)
        expect(table[kind]).toEqual(recounted(all, kind, period.months))
      }
    }),
    { numRuns: 400 },
  )
})
