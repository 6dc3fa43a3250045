import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { colourOf } from '../../../src/domain/application/deadline-colour.ts'
import { colourRanges, openCounts } from '../../../src/domain/application/open-key.ts'
import { nationalCalendar } from '../../../src/domain/time/calendar.ts'
import { addDays, localDate } from '../../../src/domain/time/local-date.ts'

const colours = ['red', 'yellow', 'blue'] as const
const today = fc
  .integer({ min: 0, max: 3000 })
  .map((days) => addDays(localDate('2018-10-01'), days))
/** Limits of both laws, extended by any number of days; a day told to the applicant may be far. */
const due = fc.record({
  offset: fc.integer({ min: -60, max: 120 }),
  of: fc.integer({ min: 15, max: 40 }),
})

test('a colour’s stretches of the list hold exactly the cases of that colour, for any limit (15—40 days)', () => {
  fc.assert(
    fc.property(today, due, (on, { offset, of }) => {
      const dueOn = addDays(on, offset)
      const { colour } = colourOf({ dueOn, of }, on, nationalCalendar)
      const key = `${dueOn}${String(of)}`
      const inside = colours.filter((name) =>
        colourRanges(name, on, nationalCalendar).some(({ from, to }) => from <= key && key < to),
      )
      expect(inside).toEqual(colour === 'none' ? [] : [colour])
    }),
    { numRuns: 2000 },
  )
})

test('the counts of the tabs are those of the colours of every single case, on every day', () => {
  fc.assert(
    fc.property(today, fc.array(due, { maxLength: 40 }), (on, cases) => {
      const kept: Record<string, number> = { 0: 2, replied: 3 }
      const expected = { open: 2, waiting: 2, replied: 3, red: 0, yellow: 0, blue: 0 }
      for (const { offset, of } of cases) {
        const dueOn = addDays(on, offset)
        const key = `${dueOn}${String(of)}`
        kept[key] = (kept[key] ?? 0) + 1
        expected.open += 1
        const { colour } = colourOf({ dueOn, of }, on, nationalCalendar)
        if (colour !== 'none') expected[colour] += 1
      }
      expect(openCounts(kept, on, nationalCalendar)).toEqual(expected)
    }),
    { numRuns: 300 },
  )
})
