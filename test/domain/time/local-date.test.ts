import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  compareDates,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  formatChineseDate,
  localDate,
  monthOf,
  parseLocalDate,
  weekday,
} from '../../../src/domain/time/local-date.ts'

const DAY = 86_400_000
const anyDay = fc.integer({ min: -25_567, max: 47_846 })

describe('parseLocalDate accepts real days of 1900 to 2100 only', () => {
  test.each(['1900-01-01', '2000-02-29', '2024-02-29', '2026-12-31', '2100-12-31'])(
    '%s',
    (text) => {
      expect(parseLocalDate(text)).toBe(text)
    },
  )

  test.each([
    '',
    '1900-02-29',
    '2025-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '2026-1-1',
    '2026/01/01',
    ' 2026-01-01',
    '2026-01-01\n',
    '2026-01-01T00:00:00',
    '２０２６-01-01',
  ])('not %j', (text) => {
    expect(parseLocalDate(text)).toBeNull()
    expect(() => localDate(text)).toThrow(RangeError)
  })
})

test('what a sum made of such a day is read back, though nobody may write it', () => {
  for (const text of ['1899-12-31', '2101-01-31']) {
    expect(parseLocalDate(text)).toBeNull()
    expect(localDate(text)).toBe(text)
  }
})

describe('arithmetic agrees with the platform', () => {
  test('day numbers and weekdays of every kind of day', () => {
    fc.assert(
      fc.property(anyDay, (number) => {
        const platform = new Date(number * DAY)
        const date = dateOfDayNumber(number)
        expect(date).toBe(platform.toISOString().slice(0, 10))
        expect(dayNumber(date)).toBe(number)
        expect(weekday(date)).toBe(platform.getUTCDay())
      }),
    )
  })

  test('adding days and counting them are inverse, and order follows', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (number, days) => {
        const from = dateOfDayNumber(number)
        const to = addDays(from, days)
        expect(daysBetween(from, to)).toBe(days)
        expect(Math.sign(compareDates(to, from))).toBe(Math.sign(days))
      }),
    )
  })
})

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2023-08-31', 6, '2024-02-29'],
  ['2026-03-15', 6, '2026-09-15'],
  ['2026-10-31', 3, '2027-01-31'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-01-15', -13, '2024-12-15'],
])('民法典 Art. 202: %s and %i months is %s', (from, months, to) => {
  expect(addMonths(localDate(from), months)).toBe(to)
})

test('writing', () => {
  expect(formatChineseDate(localDate('2026-03-02'))).toBe('2026年3月2日')
  expect(formatChineseDate(localDate('2026-11-22'))).toBe('2026年11月22日')
  expect(monthOf(localDate('2026-03-02'))).toBe('2026-03')
})
