import { describe, expect, test } from 'vitest'
import {
  type Clock,
  type ClockHistory,
  clockOf,
} from '../../../src/domain/application/deadline-clock.ts'
import { colourOf } from '../../../src/domain/application/deadline-colour.ts'
import { receiptDay } from '../../../src/domain/application/deadline-receipt.ts'
import { channelNames } from '../../../src/domain/application/deadline-rules.data.ts'
import { nationalCalendar } from '../../../src/domain/time/calendar.ts'
import { localDate } from '../../../src/domain/time/local-date.ts'

const history: ClockHistory = {
  receivedOn: localDate('2026-03-02'),
  pauses: [],
  extensionDays: 0,
}

function clock(changes: Partial<ClockHistory>, today: string): Clock {
  const result = clockOf({ ...history, ...changes }, localDate(today), nationalCalendar)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

describe('条例 Art. 31: the receipt day by channel', () => {
  const [arrivedOn, confirmedOn] = [localDate('2026-03-02'), localDate('2026-03-05')]
  const confirmed = new Set<string>(['ordinary-mail', 'internet', 'email', 'fax'])

  test.each(channelNames)('%s', (channel) => {
    const expected = confirmed.has(channel) ? confirmedOn : arrivedOn
    expect(receiptDay({ channel, arrivedOn, confirmedOn })?.on).toBe(expected)
    const unconfirmed = receiptDay({ channel, arrivedOn })
    expect(unconfirmed?.on).toBe(confirmed.has(channel) ? undefined : arrivedOn)
    expect(receiptDay({ channel })).toBeNull()
  })

  test('a legal receipt day that is already known stands', () => {
    expect(receiptDay({ channel: 'internet', receivedOn: arrivedOn })).toEqual({
      on: arrivedOn,
      law: ['政府信息公开条例第31条第3项'],
    })
  })
})

describe('条例 Art. 33: the clock of a case', () => {
  test.each([
    ['2026-03-02', 0],
    ['2026-03-03', 1],
    ['2026-03-08', 4],
    ['2026-03-30', 20],
    ['2026-03-31', 21],
    ['2026-04-07', 25],
  ])('on %s, %i days are used', (today, day) => {
    expect(clock({}, today)).toMatchObject({ dueOn: '2026-03-30', day, of: 20, provisional: false })
  })

  test('a correction starts the count anew', () => {
    const correctedOn = localDate('2026-03-16')
    expect(clock({ correctedOn }, '2026-03-17')).toMatchObject({ dueOn: '2026-04-14', day: 1 })
  })

  test('an extension lengthens it', () => {
    expect(clock({ extensionDays: 10 }, '2026-03-30')).toMatchObject({
      dueOn: '2026-04-14',
      day: 20,
      of: 30,
    })
  })

  test('an open consultation stops the count and leaves the due day provisional', () => {
    const pauses = [{ sentOn: localDate('2026-03-04') }]
    expect(clock({ pauses }, '2026-03-12')).toMatchObject({
      day: 2,
      pausedFrom: '2026-03-04',
      dueOn: '2026-04-21',
      provisional: true,
    })
    expect(clock({ pauses }, '2026-03-26')).toMatchObject({
      day: 3,
      pausedFrom: null,
      dueOn: '2026-04-21',
      provisional: false,
    })
  })

  test('条例 Art. 32: a late opinion stops the count no longer than its 15 days', () => {
    const pause = { sentOn: localDate('2026-03-04'), servedOn: localDate('2026-03-05') }
    const late = { ...pause, returnedOn: localDate('2026-05-29') }
    const early = { ...pause, returnedOn: localDate('2026-03-06') }
    expect(clock({ pauses: [late] }, '2026-03-12').dueOn).toBe('2026-04-22')
    expect(clock({ pauses: [early] }, '2026-03-12').dueOn).toBe('2026-04-01')
    const unserved = { sentOn: late.sentOn, returnedOn: late.returnedOn }
    expect(clock({ pauses: [unserved] }, '2026-03-12').dueOn).toBe('2026-04-21')
  })

  test('contradictory days are refused', () => {
    const correctedOn = localDate('2026-03-01')
    const result = clockOf({ ...history, correctedOn }, localDate('2026-03-12'), nationalCalendar)
    expect(result).toMatchObject({ ok: false, refusal: { code: 'invalid' } })
  })
})

describe('电子监察: the colour of an open case', () => {
  test.each([
    ['2026-03-02', 'none', 'in-time', 20],
    ['2026-03-13', 'none', 'in-time', 11],
    ['2026-03-16', 'blue', 'half-used', 10],
    ['2026-03-24', 'blue', 'half-used', 4],
    ['2026-03-25', 'yellow', 'nearly-due', 3],
    ['2026-03-30', 'yellow', 'nearly-due', 0],
    ['2026-03-31', 'red', 'overdue', -1],
    ['2026-04-07', 'red', 'overdue', -5],
  ])('on %s it is %s', (today, colour, code, left) => {
    const state = { dueOn: localDate('2026-03-30'), of: 20 }
    const warning = colourOf(state, localDate(today), nationalCalendar)
    expect(warning).toEqual({ colour, code, left, of: 20 })
  })

  test('an office may set its own thresholds', () => {
    const state = { dueOn: localDate('2026-03-30'), of: 20 }
    const today = localDate('2026-03-20')
    const thresholds = { yellowLeft: 6, blueUsed: 0.5 }
    expect(colourOf(state, today, nationalCalendar, thresholds).colour).toBe('yellow')
  })
})
