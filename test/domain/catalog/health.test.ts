import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cadence } from '../../../src/domain/agency/agency.ts'
import { nextDue } from '../../../src/domain/catalog/due-day.ts'
import { healthColours, healthOf, type ColumnState } from '../../../src/domain/catalog/health.ts'
import { isWorkingDay, nationalCalendar } from '../../../src/domain/time/calendar.ts'
import { addDays, localDate, type LocalDate } from '../../../src/domain/time/local-date.ts'

const day = localDate
const quarterly: Cadence = { kind: 'regular', period: 'quarter', within: 20 }

function examine(
  cadence: Cadence,
  last: string | null,
  today: string,
  more: Partial<ColumnState> & { mandatory?: boolean } = {},
): ReturnType<typeof healthOf> {
  const state = { count: 3, lastOn: last === null ? null : day(last), checkedOn: null, ...more }
  const { mandatory = false } = more
  return healthOf({ cadence, mandatory }, state, day(today), nationalCalendar)
}

describe('row 7: a mandatory column must not be empty', () => {
  test('empty and mandatory is red, empty and not mandatory is only told', () => {
    expect(examine(quarterly, null, '2026-03-02', { count: 0, mandatory: true })).toMatchObject({
      colour: 'red',
      code: 'empty-mandatory',
    })
    expect(examine(quarterly, null, '2026-03-02', { count: 0 })).toMatchObject({
      colour: 'none',
      code: 'empty',
    })
  })
})

describe('row 10: 常规定期 has due days, and a missed one is yellow', () => {
  test.each<[string, Cadence, string, string]>([
    // 2026-06-30 + 20 working days; 2026-01-04 is a make-up day
    ['a quarter', quarterly, '2026-04-10', '2026-07-28'],
    ['a month', { kind: 'regular', period: 'month', within: 10 }, '2026-03-05', '2026-04-15'],
    ['a year', { kind: 'regular', period: 'year', within: 20 }, '2025-02-01', '2026-01-29'],
    ['a day of the year', { kind: 'regular', by: '03-31' }, '2025-03-20', '2026-03-31'],
    // 2026-05-02 lies in the holiday, 05-06 is the first working day after it
    ['thirty days', { kind: 'regular', everyDays: 30 }, '2026-04-02', '2026-05-06'],
  ])('every %s', (_, cadence, last, due) => {
    if (cadence.kind !== 'regular') throw new Error('not regular')
    expect(nextDue(cadence, day(last), nationalCalendar).on).toBe(due)
  })

  test.each([
    ['2026-06-01', 'none', 'fine'],
    ['2026-07-20', 'blue', 'due-soon'],
    ['2026-07-28', 'blue', 'due-soon'],
    ['2026-07-29', 'yellow', 'overdue'],
    ['2026-12-31', 'red', 'overdue'],
  ])('on %s it is %s', (today, colour, code) => {
    expect(examine(quarterly, '2026-04-10', today)).toMatchObject({
      colour,
      code,
      dueOn: '2026-07-28',
    })
  })

  test('a due day in a year without a published calendar is provisional', () => {
    expect(
      examine({ kind: 'regular', period: 'year', within: 20 }, '2026-05-01', '2026-05-02'),
    ).toMatchObject({ provisional: true })
  })
})

describe('row 10: 固定长期 gets a yearly check', () => {
  const standing: Cadence = { kind: 'standing' }
  test.each([
    ['2026-01-05', 'none', 'fine'],
    ['2026-02-20', 'blue', 'check-soon'],
    ['2026-03-10', 'yellow', 'check-overdue'],
    ['2026-07-01', 'red', 'check-overdue'],
  ])('on %s it is %s', (today, colour, code) => {
    expect(examine(standing, '2025-03-03', today)).toMatchObject({ colour, code })
  })

  test('a check starts the year anew', () => {
    const checkedOn = day('2026-03-10')
    expect(examine(standing, '2025-03-03', '2026-03-11', { checkedOn })).toMatchObject({
      colour: 'none',
      dueOn: '2027-03-10',
    })
  })

  test('what was never published nor checked asks for a check', () => {
    expect(examine(standing, null, '2026-03-11').code).toBe('never-checked')
  })
})

test('row 9: 临时随时 without anything new for long is told', () => {
  const prompt: Cadence = { kind: 'prompt' }
  expect(examine(prompt, '2026-01-10', '2026-03-01').colour).toBe('none')
  expect(examine(prompt, '2025-06-01', '2026-03-01')).toMatchObject({ colour: 'blue' })
  expect(examine(prompt, '2024-06-01', '2026-03-01')).toMatchObject({
    colour: 'yellow',
    code: 'stale',
  })
})

test('row 10: a due day is a working day after the last publication, and no column grows better by waiting', () => {
  const cadences: Cadence[] = [
    quarterly,
    { kind: 'regular', everyDays: 30 },
    { kind: 'regular', by: '01-31' },
    { kind: 'standing' },
    { kind: 'prompt' },
  ]
  const days = fc.integer({ min: 0, max: 900 })
  fc.assert(
    fc.property(fc.constantFrom(...cadences), days, days, days, (cadence, from, later, more) => {
      const last: LocalDate = addDays(day('2022-01-01'), from)
      const at = (on: LocalDate): ReturnType<typeof healthOf> => examine(cadence, last, on)
      const [first, second] = [at(addDays(last, later)), at(addDays(last, later + more))]
      expect(healthColours.indexOf(second.colour)).toBeLessThanOrEqual(
        healthColours.indexOf(first.colour),
      )
      if (cadence.kind !== 'regular') return
      const { on } = nextDue(cadence, last, nationalCalendar)
      expect(on > last).toBe(true)
      expect(isWorkingDay(nationalCalendar, on).working).toBe(true)
    }),
    { numRuns: 60 },
  )
})
