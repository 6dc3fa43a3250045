import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isWorkingDay, nationalCalendar } from '../../../src/domain/time/calendar.ts'
import { addDays, localDate } from '../../../src/domain/time/local-date.ts'
import {
  addWorkingDays,
  rollToWorkingDay,
  workingDaysBetween,
} from '../../../src/domain/time/working-days.ts'

const day = fc.integer({ min: 0, max: 7300 }).map((days) => addDays(localDate('2008-01-01'), days))

test('counting working days forward and between two days agree, and never end on a rest day', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 60 }), (from, days) => {
      const { on } = addWorkingDays(nationalCalendar, from, days)
      expect(isWorkingDay(nationalCalendar, on).working).toBe(true)
      expect(workingDaysBetween(nationalCalendar, from, on)).toBe(days)
    }),
  )
})

test('a count is provisional as soon as it reaches an unpublished year', () => {
  const from = localDate('2026-12-30')
  expect(addWorkingDays(nationalCalendar, from, 1)).toEqual({
    on: '2026-12-31',
    provisional: false,
  })
  expect(addWorkingDays(nationalCalendar, from, 2)).toEqual({ on: '2027-01-04', provisional: true })
})

test.each([
  ['2026-03-02', '2026-03-02'],
  ['2026-02-15', '2026-02-24'],
  ['2026-02-14', '2026-02-14'],
  ['2026-03-07', '2026-03-09'],
])('民事诉讼法 Art. 85: %s rolls to %s', (from, to) => {
  expect(rollToWorkingDay(nationalCalendar, localDate(from)).on).toBe(to)
})

test('nothing lies between a day and an earlier one', () => {
  const [from, to] = [localDate('2026-03-05'), localDate('2026-03-02')]
  expect(workingDaysBetween(nationalCalendar, from, to)).toBe(0)
})
