import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { normLifecycle } from '../../../src/domain/norm/lifecycle.ts'
import { fileByOf, numberFrame, reviewByOf, serialOf } from '../../../src/domain/norm/norm.ts'
import { lastDay, termOf } from '../../../src/domain/norm/validity.ts'
import { tallyAll } from '../../../src/domain/statistics/tally.ts'
import { normFigures } from '../../../src/domain/statistics/table.ts'
import type { Fact } from '../../../src/domain/shared/journal.ts'
import { nationalCalendar } from '../../../src/domain/time/calendar.ts'
import { localDate } from '../../../src/domain/time/local-date.ts'
import { agencies } from '../../support/agencies.ts'

const [pref] = agencies
if (pref === undefined) throw new Error('no agency')

test('row 22: no way leads to a number except through a passed legality review, and none into force except publication', () => {
  const into = (to: string): string[] =>
    normLifecycle.filter((row) => row.to === to && row.from !== to).map(({ from }) => from)
  expect(into('registered')).toEqual(['reviewed'])
  expect(into('reviewed')).toEqual(['under-review'])
  expect(into('published')).toEqual(['registered'])
  const reviewers = normLifecycle.filter(({ action }) => action === 'pass')
  expect(reviewers.flatMap(({ roles }) => roles)).toEqual(['legal-reviewer'])
})

test.each([
  ['关于加强校园周边管理的通告', 5, '2026-03-01', '2031-02-28'],
  ['河湾镇集市管理办法（试行）', 2, '2026-03-01', '2028-02-29'],
  ['东县公共停车管理暂行办法', 2, '2024-02-29', '2026-02-28'],
  ['东县公共停车管理暂行办法', 2, '2024-02-28', '2026-02-27'],
  ['东县公共停车管理暂行办法', 2, '2024-03-01', '2026-02-28'],
  ['东县养犬管理规定', 5, '2024-02-29', '2029-02-28'],
])(
  'row 24: the term of %s is %i years, and a leap day misses none (民法典第202条)',
  (title, years, from, until) => {
    expect(termOf(title).years).toBe(years)
    expect(lastDay(localDate(from), years)).toBe(until)
  },
)

test('row 23: the filing day rolls over 国庆; the review counts working days of the real calendar', () => {
  // 15 days after 2026-09-18 is 2026-10-03, inside the holiday; work begins again on 10-08.
  expect(fileByOf(pref, localDate('2026-09-18'), nationalCalendar)).toBe('2026-10-08')
  const monthly = { ...pref, settings: { ...pref.settings, normFilingDays: 30 as const } }
  expect(fileByOf(monthly, localDate('2026-09-18'), nationalCalendar)).toBe('2026-10-19')
  // 20 working days after 09-18: 09-20 and 10-10 are make-up days, 09-25 to 27 and 10-01 to 07 are off.
  expect(reviewByOf(pref, localDate('2026-09-18'), nationalCalendar)).toBe('2026-10-22')
})

test('row 22: numbers are written by the rule of the agency and read back', () => {
  const own = {
    ...pref,
    settings: {
      ...pref.settings,
      normNumberPattern: '{area}规〔{year}〕{serial:3}号',
      normArea: '试',
    },
  }
  expect(numberFrame(own, 2026)).toEqual({ prefix: '试规〔2026〕', suffix: '号', width: 3 })
  expect(serialOf(own, 2026, '试规〔2026〕012号')).toBe(12)
  expect(serialOf(own, 2026, '试规〔2025〕012号')).toBeNull()
  expect(serialOf(own, 2026, '试政办发〔2026〕12号')).toBeNull()
})

test('row 22: without a rule of the agency the serial has no leading zeros (GB/T 9704-2012 7.2.5)', () => {
  expect(numberFrame(pref, 2026)).toEqual({ prefix: 'pref规〔2026〕', suffix: '号', width: 1 })
  expect(serialOf(pref, 2026, 'pref规〔2026〕012号')).toBe(12)
})

test('row 24: 上期现行有效 + 制发 − 废止 = 现行有效 for any history of documents', () => {
  const day = fc.constantFrom('2024-05-01', '2025-02-03', '2025-11-30', '2026-01-15', '2026-07-01')
  const life = fc.record({
    made: day,
    ended: fc.option(fc.constantFrom('2026-08-01', '2026-12-31', '2027-01-01')),
    how: fc.constantFrom('repealed', 'revoked', 'amended', 'expired'),
  })
  fc.assert(
    fc.property(fc.array(life, { minLength: 1, maxLength: 30 }), (lives) => {
      const facts: Fact[] = lives.flatMap(({ made, ended, how }): Fact[] => [
        { kind: 'norm.published', data: { on: made, item: 'x' } },
        ...(ended === null ? [] : [{ kind: 'norm.ended', data: { how, on: ended } } as const]),
      ])
      const cells = tallyAll(facts)
      const years = cells.filter(({ period }) => period.length === 4)
      const within = years.filter(({ period }) => period === '2026')
      const before = years.filter(({ period }) => period < '2026')
      expect(normFigures({ within, before })).toEqual({
        made: lives.filter(({ made }) => made >= '2026').length,
        repealed: lives.filter(({ ended }) => ended?.startsWith('2026') === true).length,
        inForce: lives.filter(({ ended }) => ended === null || ended >= '2027').length,
      })
    }),
  )
  expect(normFigures({ within: [], before: [] })).toBeNull()
})
