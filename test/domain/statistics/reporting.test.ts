import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { coverageOf } from '../../../src/domain/statistics/coverage.ts'
import { differences } from '../../../src/domain/statistics/difference.ts'
import { cutPage, monthsToReport, touchedMonths } from '../../../src/domain/statistics/reporting.ts'
import { tallyAll } from '../../../src/domain/statistics/tally.ts'
import { localDate } from '../../../src/domain/time/local-date.ts'
import { history } from './history.ts'

test('pages of any size cover every month that any event touches', () => {
  fc.assert(
    fc.property(
      history,
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 1, max: 3 }),
      (facts, size, limit) => {
        const events = facts.map((fact, index) => ({
          id: index + 1,
          fact: index % 5 === 4 ? null : fact,
        }))
        const seen = new Set<string>()
        for (let position = 0; position < events.length;) {
          const page = events.filter((event) => event.id > position).slice(0, size)
          const cut = cutPage(page, position, limit)
          expect(cut.position).toBeGreaterThan(position)
          for (const month of cut.months) seen.add(month)
          position = cut.position
        }
        const touched = events.flatMap(({ fact }) => (fact === null ? [] : touchedMonths(fact)))
        expect(seen).toEqual(new Set(touched))
      },
    ),
  )
})

test('a silent agency reports every month since January of last year, once (mission 37)', () => {
  const today = localDate('2026-03-05')
  const owed = monthsToReport([], new Set(), today)
  expect([owed.length, owed[0], owed.at(-1)]).toEqual([15, '2025-01', '2026-03'])
  expect(monthsToReport([], new Set(owed), today)).toEqual([])
  expect(monthsToReport(['2026-02'], new Set(owed), today)).toEqual(['2026-02'])
})

test('an older year that an event touches is reported whole', () => {
  const months = monthsToReport(
    ['2019-04'],
    new Set(monthsToReport([], new Set(), localDate('2026-03-05'))),
    localDate('2026-03-05'),
  )
  expect([months.length, months[0], months.at(-1)]).toEqual([12, '2019-01', '2019-12'])
})

test('coverage names the silent ones', () => {
  expect(coverageOf(['a', 'b', 'c'], new Set(['a', 'c', 'stranger']))).toEqual({
    reporting: 2,
    of: 3,
    missing: ['b'],
  })
})

test('differences finds exactly what was changed', () => {
  fc.assert(
    fc.property(history, fc.nat(), (facts, pick) => {
      const cells = tallyAll(facts)
      expect(differences(cells, cells.toReversed())).toEqual([])
      const planted = cells[pick % Math.max(1, cells.length)]
      if (planted === undefined) return
      const bent = cells.map((cell) =>
        cell === planted ? Object.assign({}, cell, { n: cell.n + 1 }) : cell,
      )
      const { period, row, col, n } = planted
      expect(differences(bent, cells)).toEqual([{ period, row, col, stands: n + 1, source: n }])
    }),
  )
})
