import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  cellPeriods,
  parsePeriod,
  priorPeriods,
  readPeriod,
} from '../../../src/domain/statistics/period.ts'
import { localDate } from '../../../src/domain/time/local-date.ts'

const today = localDate('2026-11-22')

test.each([
  ['2026', 'year', 12, '2026-01', '2026-12'],
  ['2026-H1', 'half', 6, '2026-01', '2026-06'],
  ['2026-H2', 'half', 6, '2026-07', '2026-12'],
  ['2026-Q1', 'quarter', 3, '2026-01', '2026-03'],
  ['2026-Q4', 'quarter', 3, '2026-10', '2026-12'],
  ['2026-11', 'month', 1, '2026-11', '2026-11'],
])('%s is a period (mission 68)', (text, kind, length, first, last) => {
  const period = parsePeriod(text, today)
  expect(period).toMatchObject({ ok: true, value: { key: text, kind } })
  const months = period.ok ? period.value.months : []
  expect([months.length, months[0], months.at(-1)]).toEqual([length, first, last])
})

test.each([
  '',
  '26',
  '2026-',
  '2026-H3',
  '2026-H0',
  '2026-Q5',
  '2026-13',
  '2026-00',
  '2026-1',
  '2026-h1',
  '1948',
  '2101',
  '2026-11-01',
  ' 2026',
  '2026\n',
  '２０２６',
])('%j is no period', (text) => {
  expect(parsePeriod(text, today)).toMatchObject({
    refusal: {
      code: 'invalid',
      errors: [{ pointer: '/period', problem: 'ill-formed', what: 'period' }],
    },
  })
})

test.each(['2027', '2026-12', '2027-Q1'])('%s has not begun', (text) => {
  expect(parsePeriod(text, today)).toMatchObject({
    refusal: { errors: [{ problem: 'in-future' }] },
  })
})

test('what lies within and what lies before never overlap and meet without a gap', () => {
  const year = fc.integer({ min: 1950, max: 2100 })
  const tail = fc.constantFrom('', '-H1', '-H2', '-Q1', '-Q2', '-Q3', '-Q4', '-01', '-06', '-12')
  fc.assert(
    fc.property(year, tail, (y, t) => {
      const period = readPeriod(`${y}${t}`)
      if (period === null) throw new Error('a period')
      const before = priorPeriods(period)
      expect(before.filter((p) => cellPeriods(period).includes(p))).toEqual([])
      const monthsBefore = before.filter((p) => p.length === 7)
      expect(monthsBefore.every((m) => m < (period.months[0] ?? ''))).toBe(true)
      expect(monthsBefore.length).toBe(Number((period.months[0] ?? '').slice(5)) - 1)
      expect(before).toContain(String(y - 1))
      expect(before).not.toContain(String(y))
    }),
  )
})
