import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { speaksUntil } from '../../../src/domain/self-inspection/judge-by-hand.ts'
import { rules } from '../../../src/domain/self-inspection/rules.data.ts'
import { isWorkingDay, nationalCalendar } from '../../../src/domain/time/calendar.ts'
import { addDays, addMonths, daysBetween, localDate } from '../../../src/domain/time/local-date.ts'
import { column, gathered, outcome, record } from './gathered.ts'

const day = localDate
const anyDay = fc.integer({ min: 0, max: 2500 }).map((n) => addDays(day('2020-01-01'), n))

describe('V2 首页不更新: no new item on the home page within two weeks', () => {
  test.each([
    ['2026-11-07', 'clear', null, 8],
    ['2026-11-08', 'near', 'blue', 7],
    ['2026-11-12', 'near', 'yellow', 3],
    // The fourteenth day is the last that is kept, the fifteenth is too late.
    ['2026-11-14', 'near', 'yellow', 1],
    ['2026-11-15', 'tripped', 'red', 0],
    ['2026-11-20', 'tripped', 'red', -5],
  ])('newest of 31 October, on %s: %s', (today, state, colour, daysLeft) => {
    const found = gathered(today, { newestOn: day('2026-10-31') })
    expect(outcome('V2', found)).toMatchObject({ state, colour, daysLeft, tripsOn: '2026-11-15' })
  })

  test('a home page that never had an item is tripped', () => {
    expect(outcome('V2', gathered('2026-11-20', { newestOn: null }))).toMatchObject({
      state: 'tripped',
      measured: null,
    })
  })

  test('the days left are those to the first day that is too late, on any day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (newestOn, gone) => {
        const today = addDays(newestOn, gone)
        const { state, daysLeft, tripsOn } = outcome('V2', gathered(today, { newestOn }))
        expect(state === 'tripped').toBe(gone > 14)
        expect(daysLeft).toBe(15 - gone)
        expect(daysBetween(today, day(tripsOn ?? ''))).toBe(daysLeft)
      }),
    )
  })
})

describe('V4b 留言超过三个月未答复', () => {
  const waiting = [{ of: 'topic', id: 't', what: null, since: day('2026-08-31') }] as const

  test.each([
    // Three months after 31 August is the last day of November.
    ['2026-11-30', 'near', 1],
    ['2026-12-01', 'tripped', 0],
    ['2026-10-31', 'unknown', 31],
    ['2026-11-01', 'near', 30],
  ])('received on 31 August, on %s: %s', (today, state, daysLeft) => {
    expect(outcome('V4b', gathered(today, { waiting }))).toMatchObject({ state, daysLeft })
  })

  test('the oldest message counts, here or in a mailbox elsewhere', () => {
    const records = [record('V4b', '2026-11-25', { sinceOn: day('2026-08-26') })]
    expect(outcome('V4b', gathered('2026-11-26', { waiting, records }))).toMatchObject({
      tripsOn: '2026-11-27',
      evidence: [{ of: 'record' }, { of: 'topic' }],
    })
  })

  test('without a look into the mailboxes elsewhere it is unknown, never clear', () => {
    expect(outcome('V4b', gathered('2026-11-26')).state).toBe('unknown')
    const looked = [record('V4b', '2026-11-25')]
    expect(outcome('V4b', gathered('2026-11-26', { records: looked })).state).toBe('clear')
    const none = [record('V4b', '2026-01-25', { absent: true })]
    expect(outcome('V4b', gathered('2026-11-26', { records: none })).state).toBe('clear')
    const old = [record('V4b', '2026-10-25')]
    expect(outcome('V4b', gathered('2026-11-26', { records: old })).state).toBe('unknown')
  })
})

describe('D1 each part: 政策文件 six months −5, 统计数据 three months −2, 答复公开 two months −3', () => {
  test.each([
    ['D1a', '政策文件', '2026-05-31', '2026-11-30', 5],
    ['D1b', '数据发布', '2026-08-31', '2026-11-30', 2],
  ] as const)('%s holds until the last day of its months', (rule, type, lastOn, last, points) => {
    const columns = [column(type, lastOn), column(type, '2026-01-05')]
    expect(outcome(rule, gathered(last, { columns }))).toMatchObject({ state: 'near', points: 0 })
    const late = outcome(rule, gathered(addDays(day(last), 1), { columns }))
    expect(late).toMatchObject({ state: 'tripped', colour: 'red', points })
  })

  test('D1a: the register of rules, which stands for good, does not make policy columns look renewed', () => {
    const columns = [
      column('政策文件', '2026-01-05'),
      column('政策文件', '2026-11-20', { isStanding: true }),
    ]
    expect(outcome('D1a', gathered('2026-11-20', { columns }))).toMatchObject({
      state: 'tripped',
      tripsOn: '2026-07-06',
    })
  })

  test('a site without such columns is not concerned; one whose columns are empty is tripped', () => {
    expect(outcome('D1a', gathered('2026-11-20')).state).toBe('not-applicable')
    const columns = [column('政策文件', null)]
    expect(outcome('D1a', gathered('2026-11-20', { columns })).state).toBe('tripped')
  })

  test('D1c: what the public read last counts; without any the rule is unknown', () => {
    expect(outcome('D1c', gathered('2026-11-20')).state).toBe('unknown')
    const lastReplyOn = day('2026-09-20')
    expect(outcome('D1c', gathered('2026-11-20', { lastReplyOn }))).toMatchObject({
      state: 'near',
      tripsOn: '2026-11-21',
    })
    expect(outcome('D1c', gathered('2026-11-21', { lastReplyOn }))).toMatchObject({ points: 3 })
    // A record of another mailbox, made before the day of trip, cannot tell of the days after it.
    const records = [record('D1c', '2026-10-01', { lastOn: day('2026-09-30') })]
    expect(outcome('D1c', gathered('2026-12-02', { lastReplyOn, records })).state).toBe('unknown')
  })
})

describe('D2 模拟咨询: five working days of the agency’s calendar, −5 each', () => {
  const asked = (replyOn: string | null = null) => [
    record('D2', '2026-09-23', {
      object: '怎样办证',
      replyOn: replyOn === null ? null : day(replyOn),
    }),
  ]

  test('the National Day holiday does not count, and make-up days do', () => {
    const last = lastWorkingDay('2026-09-23', 5)
    expect(outcome('D2', gathered(last, { records: asked() }))).toMatchObject({
      state: 'near',
      colour: 'yellow',
      daysLeft: 1,
      tripsOn: addDays(day(last), 1),
    })
    const late = gathered(addDays(day(last), 1), { records: asked() })
    expect(outcome('D2', late)).toMatchObject({ state: 'tripped', points: 5, measured: 1 })
    const answered = gathered(addDays(day(last), 1), { records: asked(last) })
    expect(outcome('D2', answered)).toMatchObject({ state: 'clear', points: 0 })
  })

  test('each question that failed costs five points; without questions it is unknown', () => {
    const records = ['2026-09-01', '2026-09-02', '2026-09-03'].map((on) => record('D2', on))
    expect(outcome('D2', gathered('2026-10-20', { records })).points).toBe(15)
    expect(outcome('D2', gathered('2026-12-20', { records })).state).toBe('unknown')
    expect(outcome('D2', gathered('2026-10-20')).state).toBe('unknown')
  })

  test('so many days left as working days remain, today among them, whatever the day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 14 }), (on, gone) => {
        const today = addDays(on, gone)
        const { state, daysLeft } = outcome('D2', gathered(today, { records: [record('D2', on)] }))
        const last = lastWorkingDay(on, 5)
        expect(state === 'tripped').toBe(today > last)
        if (today > last) return
        const left = Array.from({ length: daysBetween(today, last) + 1 }, (_, n) =>
          addDays(today, n),
        )
        expect(daysLeft).toBe(
          left.filter((one) => isWorkingDay(nationalCalendar, one).working).length,
        )
      }),
    )
  })
})

describe('N1 政务新媒体不更新: an account silent for two weeks', () => {
  const account = (on: string, lastOn: string) =>
    record('N1', on, { object: `账号${lastOn}`, lastOn: day(lastOn) })

  test.each([
    ['seen on the last day', account('2026-11-10', '2026-11-05'), '2026-11-19', 'near'],
    ['seen before that day', account('2026-11-10', '2026-11-05'), '2026-11-20', 'unknown'],
    ['seen after it', account('2026-11-20', '2026-11-05'), '2026-11-20', 'tripped'],
    ['new', account('2026-11-10', '2026-11-10'), '2026-11-11', 'clear'],
  ])('%s', (_, one, today, state) => {
    expect(outcome('N1', gathered(today, { records: [one] })).state).toBe(state)
  })

  test('of several accounts the worst counts; without a record it is unknown; without accounts it does not apply', () => {
    const records = [account('2026-11-20', '2026-11-19'), account('2026-11-20', '2026-11-01')]
    expect(outcome('N1', gathered('2026-11-20', { records })).state).toBe('tripped')
    expect(outcome('N1', gathered('2026-11-20')).state).toBe('unknown')
    const none = [record('N1', '2026-02-01', { absent: true })]
    expect(outcome('N1', gathered('2026-11-20', { records: none }))).toMatchObject({
      state: 'not-applicable',
      goodUntil: addDays(day('2026-02-01'), 366),
    })
  })

  test('a record tells of an account until two weeks after the last post, if it was seen before', () => {
    const rule = rules.find(({ id }) => id === 'N1')
    if (rule === undefined) throw new Error('no N1')
    const look = { rule, calendar: nationalCalendar }
    expect(speaksUntil(look, account('2026-11-10', '2026-11-05'))).toBe('2026-11-19')
    expect(speaksUntil(look, account('2026-11-20', '2026-11-05'))).toBe('2027-11-21')
  })

  test('the window is a secondary source’s: an agency’s manifest may set it', () => {
    const records = [account('2026-11-20', '2026-11-05')]
    expect(outcome('N1', gathered('2026-11-20', { records }), { within: 21 }).state).toBe('near')
  })
})

function lastWorkingDay(from: string, days: number): ReturnType<typeof day> {
  let on = day(from)
  for (let left = days; left > 0;) {
    on = addDays(on, 1)
    if (isWorkingDay(nationalCalendar, on).working) left -= 1
  }
  return on
}

test('months end on their last day: half a year after 31 August is the last of February', () => {
  expect(addMonths(day('2026-08-31'), 6)).toBe('2027-02-28')
  const columns = [column('政策文件', '2026-08-31')]
  expect(outcome('D1a', gathered('2027-02-28', { columns })).state).toBe('near')
  expect(outcome('D1a', gathered('2027-03-01', { columns })).state).toBe('tripped')
})
