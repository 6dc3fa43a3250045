import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkDueOf, overdueBefore, soonBefore } from '../../../src/domain/service/check-day.ts'
import { nationalCalendar as calendar } from '../../../src/domain/time/calendar.ts'
import { addDays, localDate } from '../../../src/domain/time/local-date.ts'

test('row 28: a power is to be checked a year after it was last found to hold, on a working day', () => {
  const [since, day] = [localDate('2025-09-28'), localDate]
  // 28 September 2026 is a Monday.
  const dueOn = '2026-09-28'
  expect(checkDueOf(since, 12, day('2026-08-28'), calendar)).toMatchObject({ state: 'fine', dueOn })
  expect(checkDueOf(since, 12, day('2026-08-29'), calendar)).toMatchObject({
    state: 'soon',
    days: 30,
  })
  expect(checkDueOf(since, 12, day('2026-09-28'), calendar)).toMatchObject({
    state: 'soon',
    days: 0,
  })
  expect(checkDueOf(since, 12, day('2026-09-30'), calendar)).toMatchObject({
    state: 'overdue',
    days: 2,
  })
  // A shorter interval is the agency's own.
  expect(checkDueOf(since, 6, day('2026-02-01'), calendar)).toMatchObject({ dueOn: '2026-03-30' })
})

test('row 28: the bounds by which overdue and soon are looked up are exactly those of the rule', () => {
  const start = localDate('2024-01-01')
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1000 }),
      fc.integer({ min: 0, max: 1000 }),
      fc.integer({ min: 1, max: 36 }),
      (from, until, months) => {
        const [since, today] = [addDays(start, from), addDays(start, until)]
        const { state } = checkDueOf(since, months, today, calendar)
        expect(since < overdueBefore(months, today, calendar)).toBe(state === 'overdue')
        expect(since < soonBefore(months, today, calendar)).toBe(state !== 'fine')
      },
    ),
    { numRuns: 2000 },
  )
})
