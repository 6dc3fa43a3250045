import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, localDate } from '../../../src/domain/time/local-date.ts'
import { column, gathered, outcome, record } from './gathered.ts'

const day = localDate

describe('V3a 栏目不更新: news silent two weeks and policy silent six months, five in all', () => {
  const news = (...days: string[]) => days.map((on) => column('工作动态', on))

  test('it says how many are silent and on which day the fifth becomes silent', () => {
    const columns = [
      ...news('2026-10-01', '2026-11-01', '2026-11-10'),
      column('政策文件', '2026-05-01'),
      column('政策文件', '2026-05-31'),
    ]
    // 1 October and 1 May are long over; 31 May on 1 December, 10 November on 25 November.
    expect(outcome('V3a', gathered('2026-11-20', { columns }))).toMatchObject({
      state: 'near',
      measured: 3,
      tripsOn: '2026-12-01',
      daysLeft: 11,
    })
    expect(outcome('V3a', gathered('2026-12-01', { columns }))).toMatchObject({
      state: 'tripped',
      measured: 5,
    })
  })

  test('columns that stand for good, lie below one of their type or are empty are left out', () => {
    const columns = [
      ...news('2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04'),
      column('政策文件', '2020-01-01', { isStanding: true }),
      column('政策文件', '2020-01-01', { isTop: false }),
      column('政策文件', null),
      column('信息公开目录', '2020-01-01'),
    ]
    expect(outcome('V3a', gathered('2026-11-20', { columns }))).toMatchObject({
      state: 'clear',
      measured: 4,
      tripsOn: null,
    })
  })

  test('the day is that of the column which makes it five, whatever the order', () => {
    const ages = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 5, maxLength: 12 })
    fc.assert(
      fc.property(ages, (all) => {
        const today = day('2026-11-20')
        const columns = all.map((age, n) =>
          column('工作动态', addDays(today, -age), { id: `c${String(n)}` }),
        )
        const fifth = all.toSorted((a, b) => b - a)[4] ?? 0
        const { tripsOn, state, measured } = outcome('V3a', gathered(today, { columns }))
        expect(daysBetween(today, day(tripsOn ?? ''))).toBe(15 - fifth)
        expect(measured).toBe(all.filter((age) => age > 14).length)
        expect(state === 'tripped').toBe((measured ?? 0) >= 5)
      }),
    )
  })
})

test('V3b 应更新未更新: the tenth column whose cadence is not kept trips it', () => {
  const stale = (n: number, until: string) =>
    Array.from({ length: n }, (_, at) =>
      column('信息公开目录', '2026-01-01', {
        id: `${until}-${String(at)}`,
        freshUntil: day(until),
      }),
    )
  const columns = [...stale(9, '2026-10-31'), ...stale(1, '2026-11-25')]
  expect(outcome('V3b', gathered('2026-11-20', { columns }))).toMatchObject({
    state: 'near',
    colour: 'yellow',
    measured: 9,
    tripsOn: '2026-11-26',
  })
  expect(outcome('V3b', gathered('2026-11-26', { columns })).state).toBe('tripped')
})

test('V3c 空白栏目: near from three on, tripped at five', () => {
  const columns = (n: number) => Array.from({ length: n }, () => column('信息公开目录', null))
  const states = [0, 2, 3, 4, 5, 9].map((n) => {
    const { state, colour } = outcome('V3c', gathered('2026-11-20', { columns: columns(n) }))
    return [n, state, colour]
  })
  expect(states).toEqual([
    [0, 'clear', null],
    [2, 'clear', null],
    [3, 'near', 'blue'],
    [4, 'near', 'yellow'],
    [5, 'tripped', 'red'],
    [9, 'tripped', 'red'],
  ])
})

test('V5 办事指南: five poor guides, or all of them where there are fewer', () => {
  const services = (total: number, poor: number) => ({
    services: { total, poor, evidence: [] },
  })
  expect(outcome('V5', gathered('2026-11-20', services(40, 5))).state).toBe('tripped')
  expect(outcome('V5', gathered('2026-11-20', services(40, 4))).state).toBe('near')
  expect(outcome('V5', gathered('2026-11-20', services(3, 3)))).toMatchObject({
    state: 'tripped',
    threshold: 3,
  })
  expect(outcome('V5', gathered('2026-11-20', services(3, 0))).state).toBe('clear')
  expect(outcome('V5', gathered('2026-11-20', services(0, 0))).state).toBe('not-applicable')
})

describe('V1 站点无法访问: five of a hundred tries, of a probe that still speaks', () => {
  test.each([
    [7, 'tripped', 'red'],
    [6, 'near', 'yellow'],
    [5, 'near', 'blue'],
    [2, 'clear', null],
  ])('%i of 140', (failed, state, colour) => {
    const records = [record('V1', '2026-11-01', { tries: 140, failed })]
    expect(outcome('V1', gathered('2026-11-20', { records }))).toMatchObject({ state, colour })
  })

  test('a probe that is too old says nothing any more', () => {
    const records = [record('V1', '2026-11-01', { tries: 140, failed: 0 })]
    expect(outcome('V1', gathered('2026-12-02', { records })).state).toBe('clear')
    expect(outcome('V1', gathered('2026-12-03', { records })).state).toBe('unknown')
  })
})

test('V4a 咨询渠道: tripped when of the channels that were tried not one works', () => {
  const tried = (...failed: number[]) =>
    failed.map((one, n) => record('V4a', '2026-11-19', { object: `渠道${String(n)}`, failed: one }))
  expect(outcome('V4a', gathered('2026-11-20', { records: tried(1, 0) })).state).toBe('clear')
  expect(outcome('V4a', gathered('2026-11-20', { records: tried(1, 1) })).state).toBe('tripped')
  expect(outcome('V4a', gathered('2026-11-20')).state).toBe('unknown')
})

describe('V0 严重问题', () => {
  const incident = { of: 'incident', id: 'i', what: '误发', since: day('2026-11-19') } as const
  const checked = [record('V0', '2026-11-01', { failed: 0 })]

  test('an emergency that is not contained trips it, one that is contained is near', () => {
    const open = { incidents: [{ ...incident, isContained: false }], records: checked }
    expect(outcome('V0', gathered('2026-11-20', open)).state).toBe('tripped')
    const held = { incidents: [{ ...incident, isContained: true }], records: checked }
    expect(outcome('V0', gathered('2026-11-20', held))).toMatchObject({
      state: 'near',
      colour: 'yellow',
    })
  })

  test('an earlier day of publication has its reason and is listed, and trips nothing', () => {
    const backdated = [
      { of: 'backdated', id: 'a', what: '补登纸质公告', since: day('2026-11-02') } as const,
    ]
    expect(outcome('V0', gathered('2026-11-20', { backdated, records: checked }))).toMatchObject({
      state: 'clear',
      evidence: backdated,
    })
  })

  test('without a check of the content it is unknown; a bad one trips it', () => {
    expect(outcome('V0', gathered('2026-11-20')).state).toBe('unknown')
    const bad = [record('V0', '2026-11-01', { failed: 1 })]
    expect(outcome('V0', gathered('2026-11-20', { records: bad })).state).toBe('tripped')
  })
})

test('D3 死链: each of this site costs a tenth, one of the home page a whole point', () => {
  const link = { of: 'item', id: 'a', what: '通知', since: null } as const
  const inside = gathered('2026-11-20', { deadLinks: [link, link, link] })
  expect(outcome('D3a', inside)).toMatchObject({ state: 'tripped', measured: 3, points: 0.3 })
  expect(outcome('D3a', gathered('2026-11-20', { deadLinks: null })).state).toBe('unknown')
  const records = [record('D3b', '2026-11-01', { failed: 2, elsewhere: 13 })]
  expect(outcome('D3b', gathered('2026-11-20', { records }))).toMatchObject({
    measured: 15,
    points: 3.3,
  })
})

test('D4: gaps, bare descriptions, missing links and a search that fails are warnings without points', () => {
  const found = gathered('2026-11-20', {
    columns: [column('工作动态', '2026-11-19', { isUndescribed: true })],
    gaps: [{ of: 'setting', id: 'footer.icp', what: null, since: null }],
    unlinked: { n: 2, evidence: [] },
    isFound: false,
  })
  for (const rule of ['D4a', 'D4b', 'D4c', 'D4d'] as const) {
    expect(outcome(rule, found)).toMatchObject({ state: 'tripped', colour: 'yellow', points: 0 })
  }
})
