import * as fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { computeDeadline, type Deadline } from '../../../src/domain/application/deadline.ts'
import type { DeadlineRequest } from '../../../src/domain/application/deadline-input.ts'
import { parseDeadlineRequest } from '../../../src/domain/application/deadline-input.ts'
import { isWorkingDay, nationalCalendar } from '../../../src/domain/time/calendar.ts'
import { addDays, localDate } from '../../../src/domain/time/local-date.ts'
import { deadlineCases } from './deadline-cases.ts'

const day = fc.integer({ min: 0, max: 2900 }).map((days) => addDays(localDate('2019-05-15'), days))
const length = fc.integer({ min: 0, max: 40 })
const extension = fc.integer({ min: 0, max: 20 })

const replyRequest = fc
  .record({
    receivedOn: day,
    extensionDays: extension,
    spans: fc.array(fc.tuple(length, length), { maxLength: 4 }),
  })
  .map(({ receivedOn, extensionDays, spans }): DeadlineRequest => ({
    clock: 'reply',
    receivedOn,
    extensionDays,
    pauses: spans.map(([wait, lasting]) => ({
      sentOn: addDays(receivedOn, wait),
      returnedOn: addDays(receivedOn, wait + lasting),
    })),
  }))

function due(request: DeadlineRequest): Deadline {
  const result = computeDeadline(request, nationalCalendar)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

test('a working-day limit never ends, or begins, on a rest day', () => {
  fc.assert(
    fc.property(replyRequest, (request) => {
      const { dueOn, firstDay } = due(request)
      expect(isWorkingDay(nationalCalendar, dueOn).working).toBe(true)
      expect(isWorkingDay(nationalCalendar, firstDay).working).toBe(true)
    }),
  )
})

test('the counted days of the trace equal the number of days, each day once and in order', () => {
  fc.assert(
    fc.property(replyRequest, (request) => {
      const { dueOn, firstDay, trace } = due(request)
      const counted = trace.filter((row) => row.counted)
      expect(counted).toHaveLength(20 + (request.extensionDays ?? 0))
      expect([counted[0]?.on, counted.at(-1)?.on]).toEqual([firstDay, dueOn])
      const days = trace.map((row) => row.on)
      expect(days).toEqual([...new Set(days)].toSorted())
    }),
  )
})

test('条例 Art. 33(3): a consultation never shortens the limit', () => {
  fc.assert(
    fc.property(replyRequest, (request) => {
      const fewer = { ...request, pauses: (request.pauses ?? []).slice(1) }
      expect(due(request).dueOn >= due(fewer).dueOn).toBe(true)
    }),
  )
})

test('条例 Art. 33(2): an extension never shortens the limit', () => {
  fc.assert(
    fc.property(replyRequest, extension, (request, other) => {
      const [less, more] = [request.extensionDays ?? 0, other].toSorted((a, b) => a - b)
      const short = due({ ...request, extensionDays: less }).dueOn
      expect(due({ ...request, extensionDays: more }).dueOn >= short).toBe(true)
    }),
  )
})

test('条例 Art. 30: the limit restarts in full when the correction is received', () => {
  fc.assert(
    fc.property(replyRequest, length, (request, later) => {
      const correctedOn = addDays(request.receivedOn ?? localDate('2020-01-01'), later)
      const restarted = due({ ...request, pauses: [], correctedOn })
      const fresh = due({ ...request, pauses: [], receivedOn: correctedOn })
      expect(restarted.dueOn).toBe(fresh.dueOn)
    }),
  )
})

test('later receipt never gives an earlier due day', () => {
  fc.assert(
    fc.property(day, fc.constantFrom('reply', 'reconsideration', 'litigation'), (on, clock) => {
      const [first, second] = [on, addDays(on, 1)].map((startOn) => due({ clock, startOn }).dueOn)
      expect(String(first) <= String(second)).toBe(true)
    }),
  )
})

test('any JSON is answered with a value or a list of field errors', () => {
  const nearlyRight = fc.record(
    {
      clock: fc.constantFrom('reply', 'litigation', 'correction-period', 'x'),
      channel: fc.constantFrom('fax', 'internet', 'oral', ''),
      receivedOn: fc.oneof(day, fc.string(), fc.constant('2100-12-31')),
      startOn: fc.oneof(day, fc.constant('1900-01-01')),
      confirmedOn: day,
      correctedOn: day,
      days: fc.double(),
      extensionDays: fc.integer(),
      pauses: fc.array(fc.record({ sentOn: day, returnedOn: day })),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), nearlyRight), (input) => {
      const parsed = parseDeadlineRequest(input)
      const result = parsed.ok ? computeDeadline(parsed.value, nationalCalendar) : parsed
      if (result.ok) return
      expect(result.refusal).toMatchObject({ code: 'invalid' })
    }),
    { numRuns: 500 },
  )
})

const zone = process.env['TZ']

afterEach(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

test('the results do not depend on the time zone of the machine', () => {
  const answers = new Set<string>()
  const offsets = new Set<number>()
  for (const place of ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Shanghai']) {
    process.env['TZ'] = place
    offsets.add(new Date(2026, 0, 1).getTimezoneOffset())
    const results = deadlineCases.map(({ request }) => {
      const parsed = parseDeadlineRequest(request)
      return parsed.ok ? due(parsed.value) : parsed
    })
    answers.add(JSON.stringify(results))
  }
  expect(offsets.size).toBe(4)
  expect(answers.size).toBe(1)
})
