import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { computeDeadline, type Deadline } from '../../../src/domain/application/deadline.ts'
import { parseDeadlineRequest } from '../../../src/domain/application/deadline-input.ts'
import { clockNames } from '../../../src/domain/application/deadline-rules.data.ts'
import type { Result } from '../../../src/domain/shared/refusal.ts'
import { nationalCalendar } from '../../../src/domain/time/calendar.ts'
import { deadlineCases } from './deadline-cases.ts'

function compute(input: unknown): Result<Deadline> {
  const parsed = parseDeadlineRequest(input)
  return parsed.ok ? computeDeadline(parsed.value, nationalCalendar) : parsed
}

function deadlineOf(input: unknown): Deadline {
  const result = compute(input)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

function errorsOf(input: unknown): readonly object[] {
  const result = compute(input)
  return !result.ok && result.refusal.code === 'invalid' ? result.refusal.errors : []
}

describe('worked cases', () => {
  test.each(deadlineCases)('$title: $dueOn', ({ request, dueOn }) => {
    expect(deadlineOf(request)).toMatchObject({ dueOn, provisional: false })
  })

  test('the cases kept outside the repository, where they are present', () => {
    const file = new URL('../../../../shared/cases/deadlines.json', import.meta.url)
    if (!existsSync(file)) {
      console.log('no worked cases beside the repository: only its own copy was checked')
      return
    }
    const cases = z
      .array(z.object({ id: z.string(), request: z.unknown(), dueOn: z.string() }))
      .parse(JSON.parse(readFileSync(file, 'utf8')))
    expect(cases.length).toBeGreaterThan(0)
    for (const { id, request, dueOn } of cases) {
      expect([id, deadlineOf(request).dueOn]).toEqual([id, dueOn])
    }
  })
})

describe('limits that the cases do not reach', () => {
  test.each([
    ['条例 2008 Art. 24', { clock: 'reply', receivedOn: '2019-05-14' }, '2019-06-04'],
    [
      '条例 2008 Art. 24',
      { clock: 'reply', receivedOn: '2018-03-01', extensionDays: 15 },
      '2018-04-13',
    ],
    ['条例 Art. 30', { clock: 'correction-period', startOn: '2026-03-02', days: 10 }, '2026-03-16'],
    ['条例 Art. 34', { clock: 'co-agency-opinion', startOn: '2026-03-02' }, '2026-03-23'],
    ['条例 Art. 26', { clock: 'proactive', startOn: '2026-03-02', days: 3 }, '2026-03-05'],
    [
      'make-up Sunday',
      { clock: 'reply', receivedOn: '2022-12-26', channel: 'in-person' },
      '2023-01-29',
    ],
    [
      '条例 Art. 31(2)',
      {
        clock: 'reply',
        channel: 'ordinary-mail',
        arrivedOn: '2026-02-28',
        confirmedOn: '2026-03-02',
      },
      '2026-03-30',
    ],
    [
      '条例 Art. 31(3)',
      { clock: 'reply', channel: 'fax', arrivedOn: '2026-03-01', confirmedOn: '2026-03-02' },
      '2026-03-30',
    ],
    ['行政诉讼法 Art. 46', { clock: 'litigation', startOn: '2026-03-02' }, '2026-09-02'],
    ['民法典 Art. 202', { clock: 'litigation', startOn: '2025-08-31' }, '2026-02-28'],
    ['民事诉讼法 Art. 85', { clock: 'litigation', startOn: '2026-04-02' }, '2026-10-08'],
    ['行政诉讼法 1989 Art. 39', { clock: 'litigation', startOn: '2015-01-12' }, '2015-04-13'],
  ])('%s: %j', (_law, request, dueOn) => {
    expect(deadlineOf(request).dueOn).toBe(dueOn)
  })

  test('overlapping consultations are left out once', () => {
    const request = { clock: 'reply', receivedOn: '2026-03-02' }
    const one = [{ sentOn: '2026-03-04', returnedOn: '2026-03-13' }]
    const two = [
      { sentOn: '2026-03-09', returnedOn: '2026-03-13' },
      { sentOn: '2026-03-04', returnedOn: '2026-03-10' },
    ]
    expect(deadlineOf({ ...request, pauses: two })).toEqual(deadlineOf({ ...request, pauses: one }))
  })

  test('the days between two consultations count', () => {
    const pauses = [
      { sentOn: '2026-03-11', returnedOn: '2026-03-13' },
      { sentOn: '2026-03-04', returnedOn: '2026-03-06' },
    ]
    expect(deadlineOf({ clock: 'reply', receivedOn: '2026-03-02', pauses }).dueOn).toBe(
      '2026-04-03',
    )
  })

  test('the later of correction and payment restarts the count', () => {
    const reply = { clock: 'reply', receivedOn: '2026-03-02' }
    const [early, late] = ['2026-03-05', '2026-03-10']
    expect(deadlineOf({ ...reply, paidOn: early, correctedOn: late }).dueOn).toBe('2026-04-08')
    expect(deadlineOf({ ...reply, paidOn: late, correctedOn: early }).dueOn).toBe('2026-04-08')
  })

  test('条例 Art. 56: a case received under the old Regulations keeps their 15 days', () => {
    const { dueOn, law } = deadlineOf({
      clock: 'reply',
      channel: 'in-person',
      receivedOn: '2019-05-10',
      correctedOn: '2019-05-20',
    })
    expect(dueOn).toBe('2019-06-11')
    expect(law).toContain('政府信息公开条例（2008年）第24条第2款')
  })

  test('a limit that reaches a year without arrangement is provisional', () => {
    expect(deadlineOf({ clock: 'reply', receivedOn: '2026-12-21' })).toMatchObject({
      dueOn: '2027-01-19',
      provisional: true,
    })
    expect(deadlineOf({ clock: 'reconsideration', startOn: '2026-11-20' }).provisional).toBe(true)
    expect(deadlineOf({ clock: 'reply', receivedOn: '2026-12-01' }).provisional).toBe(false)
    expect(deadlineOf({ clock: 'reply', receivedOn: '2099-12-31' }).provisional).toBe(true)
  })
})

describe('the trace explains the result', () => {
  test('every day of a working-day limit, the day of receipt first', () => {
    const { firstDay, trace, law } = deadlineOf({
      clock: 'correction-notice',
      channel: 'in-person',
      receivedOn: '2026-02-10',
    })
    expect(firstDay).toBe('2026-02-11')
    expect(trace.slice(0, 2)).toEqual([
      { on: '2026-02-10', counted: false, why: '收到当日不计入' },
      { on: '2026-02-11', counted: true, why: '工作日' },
    ])
    expect(trace).toHaveLength(17)
    expect(trace).toContainEqual({ on: '2026-02-14', counted: true, why: '调休上班' })
    expect(trace).toContainEqual({ on: '2026-02-16', counted: false, why: '春节' })
    expect(law).toEqual(['政府信息公开条例第30条', '政府信息公开条例第31条第1项'])
  })

  test('a limit in calendar days lists its ends and the roll', () => {
    const { trace } = deadlineOf({
      clock: 'litigation-after-reconsideration',
      startOn: '2026-09-22',
    })
    expect(trace).toEqual([
      { on: '2026-09-22', counted: false, why: '起算当日不计入' },
      { on: '2026-09-23', counted: true, why: '第1日' },
      { on: '2026-10-07', counted: true, why: '第15日，逢国庆节顺延' },
      { on: '2026-10-08', counted: false, why: '顺延至休假日后第一个工作日' },
    ])
  })

  test('a consultation of decades is listed by its ends only', () => {
    const { trace, law, provisional } = deadlineOf({
      clock: 'reply',
      receivedOn: '2020-03-02',
      pauses: [{ sentOn: '2020-03-03', returnedOn: '2026-03-31' }],
    })
    expect(trace.length).toBeLessThan(40)
    expect(trace).toContainEqual({ on: '2026-03-31', counted: false, why: '征求意见期间不计入' })
    expect(law).toContain('政府信息公开条例第33条第3款')
    expect(provisional).toBe(false)
  })
})

describe('nonsense is refused field by field', () => {
  const reply = { clock: 'reply', receivedOn: '2026-03-02' }

  test.each(clockNames)('%s without a day to start from', (clock) => {
    const pointer = ['reply', 'correction-notice'].includes(clock) ? '/receivedOn' : '/startOn'
    expect(errorsOf({ clock })).toEqual([{ pointer, problem: 'required' }])
  })

  test.each([
    [null, ''],
    [[], ''],
    [{}, '/clock'],
    [{ ...reply, clock: 'answer' }, '/clock'],
    [{ ...reply, channel: 'pigeon' }, '/channel'],
    [{ ...reply, receivedOn: '2026-02-30' }, '/receivedOn'],
    [{ ...reply, receivedOn: 20_260_302 }, '/receivedOn'],
    [{ ...reply, receivedOn: '9999-12-31' }, '/receivedOn'],
    [{ ...reply, receivedOn: '2100-01-01' }, '/receivedOn'],
    [{ ...reply, receivedOn: '2008-04-30' }, '/receivedOn'],
    [{ ...reply, purpose: '科研' }, '/purpose'],
    [{ ...reply, days: 30 }, '/days'],
    [{ ...reply, days: -1 }, '/days'],
    [{ clock: 'correction-period', startOn: '2026-03-02' }, '/days'],
    [{ clock: 'correction-period', startOn: '2026-03-02', days: 0 }, '/days'],
    [{ ...reply, extensionDays: 21 }, '/extensionDays'],
    [{ ...reply, extensionDays: -1 }, '/extensionDays'],
    [{ ...reply, extensionDays: 1.5 }, '/extensionDays'],
    [{ ...reply, receivedOn: '2019-05-14', extensionDays: 16 }, '/extensionDays'],
    [{ clock: 'proactive', startOn: '2026-03-02', extensionDays: 1 }, '/extensionDays'],
    [{ clock: 'correction-notice', startOn: '2018-03-02' }, '/startOn'],
    [{ clock: 'reply', channel: 'internet', arrivedOn: '2026-03-02' }, '/confirmedOn'],
    [{ clock: 'reply', channel: 'ordinary-mail', arrivedOn: '2026-03-02' }, '/confirmedOn'],
    [{ ...reply, arrivedOn: '2026-03-03' }, '/receivedOn'],
    [{ ...reply, confirmedOn: '2026-03-01' }, '/confirmedOn'],
    [{ ...reply, correctionNoticeOn: '2026-03-01' }, '/correctionNoticeOn'],
    [{ ...reply, correctionNoticeOn: '2026-03-05', correctedOn: '2026-03-04' }, '/correctedOn'],
    [{ ...reply, paidOn: '2026-03-01' }, '/paidOn'],
    [{ ...reply, pauses: [{ sentOn: '2026-03-05' }] }, '/pauses/0/returnedOn'],
    [
      { ...reply, pauses: [{ sentOn: '2026-03-05', returnedOn: '2026-03-04' }] },
      '/pauses/0/returnedOn',
    ],
    [
      { ...reply, pauses: [{ sentOn: '2026-03-05', returnedOn: '2100-03-04' }] },
      '/pauses/0/returnedOn',
    ],
    [
      { ...reply, pauses: [{ sentOn: '2026-03-01', returnedOn: '2026-03-04' }] },
      '/pauses/0/sentOn',
    ],
    [
      {
        ...reply,
        pauses: Array.from({ length: 21 }, () => ({
          sentOn: '2026-03-05',
          returnedOn: '2026-03-06',
        })),
      },
      '/pauses',
    ],
    [
      {
        clock: 'proactive',
        startOn: '2026-03-02',
        pauses: [{ sentOn: '2026-03-05', returnedOn: '2026-03-06' }],
      },
      '/pauses',
    ],
  ])('%j at %j', (input, pointer) => {
    expect(errorsOf(input)).toMatchObject([{ pointer }])
  })
})
