import { assert, array, constant, integer, oneof, property } from 'fast-check'
import { expect, test } from 'vitest'
import { changeOf, periodBefore, periodYearBefore } from '../../../src/domain/statistics/change.ts'
import { figures, figureOf, indicators } from '../../../src/domain/statistics/figure.ts'
import { readPeriod } from '../../../src/domain/statistics/period.ts'
import { ranking, shadeBounds, shadeOf } from '../../../src/domain/statistics/rank.ts'

test.each([
  [12, 10, 2, 20],
  [7, 9, -2, -22.2],
  [5, 0, 5, null],
  [null, 4, null, null],
  [4, null, null, null],
])(
  '同比、环比 of %s against %s: a base of zero or an unreported one cannot be compared',
  (now, base, difference, percent) => {
    expect(changeOf(now, base)).toEqual({ difference, percent })
  },
)

test.each([
  ['2026', '2025', '2025'],
  ['2026-H1', '2025-H2', '2025-H1'],
  ['2026-Q3', '2026-Q2', '2025-Q3'],
  ['2026-01', '2025-12', '2025-01'],
])('before %s comes %s, and a year before it %s', (key, before, yearBefore) => {
  const period = readPeriod(key)
  if (period === null) throw new Error(key)
  expect([periodBefore(period)?.key, periodYearBefore(period)?.key]).toEqual([before, yearBefore])
})

test('equal values share a place, the next is left out, and the unreported have none', () => {
  const all = [
    { of: 'a', value: 3 },
    { of: 'b', value: null },
    { of: 'c', value: 5 },
    { of: 'd', value: 5 },
    { of: 'e', value: 0 },
  ]
  const { ranked, unreported } = ranking(all)
  expect(ranked.map(({ place, of }) => `${place}${of}`)).toEqual(['1c', '1d', '3a', '4e'])
  expect(unreported).toEqual(['b'])
})

test('a greater value never has a lighter shade; zero has none, the unreported neither', () => {
  const values = array(oneof(integer({ min: 0, max: 500 }), constant(null)), { maxLength: 60 })
  assert(
    property(values, (all) => {
      const bounds = shadeBounds(all)
      const known = all.filter((value) => value !== null).toSorted((a, b) => a - b)
      const shades = known.map((value) => shadeOf(value, bounds) ?? -1)
      expect(shades).toEqual(shades.toSorted((a, b) => a - b))
      expect(shades.every((shade) => shade >= 0 && shade <= 5)).toBe(true)
      expect(known.map((value) => value === 0)).toEqual(shades.map((shade) => shade === 0))
      expect(shadeOf(null, bounds)).toBeNull()
    }),
  )
})

test('every figure has one address, and every indicator is one of them', () => {
  expect(new Set(figures.map(({ key }) => key)).size).toBe(figures.length)
  for (const key of indicators) expect(figureOf(key)?.key).toBe(key)
})
