import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { computeDeadline } from '../../../src/domain/application/deadline.ts'
import { parseDeadlineRequest } from '../../../src/domain/application/deadline-input.ts'
import { nationalCalendar } from '../../../src/domain/time/calendar.ts'
import { publishedArrangements } from '../../../src/domain/time/holidays.data.ts'

// An independent recomputation: days are numbers since 1970, rest days a set made of the notices
// alone, and every limit is searched day by day. Nothing of the product's counting is used.
const milliseconds = 86_400_000
const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / milliseconds
const dayOf = (number: number): string => new Date(number * milliseconds).toISOString().slice(0, 10)

const rest = new Set<number>()
for (let day = numberOf('2007-12-01'); day <= numberOf('2026-12-31'); day += 1) {
  if ([0, 6].includes(new Date(day * milliseconds).getUTCDay())) rest.add(day)
}
for (const { year, off, work } of publishedArrangements) {
  const whole = (day: string): number => numberOf(day.length === 5 ? `${String(year)}-${day}` : day)
  for (const [, from, to] of off) {
    for (let day = whole(from); day <= whole(to); day += 1) rest.add(day)
  }
  for (const day of work) rest.delete(whole(day))
}

type Pause = { sent: number; back: number }

function replyBy(received: number, days: number, pauses: readonly Pause[]): string {
  const counted: number[] = []
  for (let day = received + 1; counted.length < days; day += 1) {
    const isOut = pauses.some(({ sent, back }) => sent < day && day <= back)
    if (!rest.has(day) && !isOut) counted.push(day)
  }
  return dayOf(counted.at(-1) ?? received)
}

function rolled(day: number): string {
  const open = Array.from({ length: 20 }, (_, n) => day + n).find((one) => !rest.has(one))
  return dayOf(open ?? day)
}

function monthsAfter(day: number, months: number): number {
  const from = new Date(day * milliseconds)
  const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1))
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return first.getTime() / milliseconds + Math.min(from.getUTCDate(), length) - 1
}

const dueOn = (request: unknown): string => {
  const parsed = parseDeadlineRequest(request)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal))
  const due = computeDeadline(parsed.value, nationalCalendar)
  if (!due.ok) throw new Error(JSON.stringify(due.refusal))
  expect(due.value.provisional).toBe(false)
  return due.value.dueOn
}

const years = Array.from({ length: 19 }, (_, n) => 2008 + n)
/** A day of each year; 2008 from the day the Regulations came into force, 2026 while no count reaches 2027. */
const dayIn = (year: number): fc.Arbitrary<number> =>
  fc.integer({
    min: numberOf(year === 2008 ? '2008-05-01' : `${String(year)}-01-01`),
    max: numberOf(year === 2026 ? '2026-05-31' : `${String(year)}-12-31`),
  })
const span = fc.integer({ min: 0, max: 25 })

test.each(years)(
  '%i: 40 reply limits, extended and with consultations, under the law of their day',
  (year) => {
    const one = fc.record({
      received: dayIn(year),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
      spans: fc.array(fc.tuple(span, span), { maxLength: 3 }),
    })
    fc.assert(
      fc.property(one, ({ received, part, spans }) => {
        const days = received < numberOf('2019-05-15') ? 15 : 20
        const extensionDays = Math.round(part * days)
        const pauses = spans.map(([wait, long]) => ({
          sent: received + wait,
          back: received + wait + long,
        }))
        const request = {
          clock: 'reply',
          channel: 'in-person',
          receivedOn: dayOf(received),
          extensionDays,
          pauses: pauses.map(({ sent, back }) => ({
            sentOn: dayOf(sent),
            returnedOn: dayOf(back),
          })),
        }
        expect(dueOn(request)).toBe(replyBy(received, days + extensionDays, pauses))
      }),
      { numRuns: 40 },
    )
  },
)

test.each(years)('%i: 20 times the days of review and suit, rolled over rest days', (year) => {
  fc.assert(
    fc.property(dayIn(year), (start) => {
      const startOn = dayOf(start)
      const months = start < numberOf('2015-05-01') ? 3 : 6
      expect(dueOn({ clock: 'reconsideration', startOn })).toBe(rolled(start + 60))
      expect(dueOn({ clock: 'litigation', startOn })).toBe(rolled(monthsAfter(start, months)))
      expect(dueOn({ clock: 'litigation-after-reconsideration', startOn })).toBe(rolled(start + 15))
    }),
    { numRuns: 20 },
  )
})
