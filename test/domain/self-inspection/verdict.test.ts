import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeAll } from '../../../src/domain/self-inspection/judge-all.ts'
import { rules } from '../../../src/domain/self-inspection/rules.data.ts'
import { ruleIds } from '../../../src/domain/self-inspection/types.ts'
import { addDays, localDate } from '../../../src/domain/time/local-date.ts'
import { column, gathered, record } from './gathered.ts'

const day = localDate

/** Everything that officers record, in order. */
const looked = [
  record('V0', '2026-11-01', { failed: 0 }),
  record('V1', '2026-11-01', { tries: 140, failed: 0 }),
  record('V4a', '2026-11-01', { object: '信箱', failed: 0 }),
  record('V4b', '2026-11-01', { absent: true }),
  record('N1', '2026-11-01', { absent: true }),
  record('D1c', '2026-11-01', { absent: true }),
  record('D2', '2026-11-02', { object: '问', replyOn: day('2026-11-03') }),
  record('D3b', '2026-11-01', { failed: 0, elsewhere: 0 }),
]

test('row 71: every rule is there once, in the order of the table, with its source', () => {
  expect(rules.map(({ id }) => id)).toEqual(ruleIds)
  for (const { source, clause, near } of rules) {
    expect(source).toMatch(/〔20\d\d〕\d+号/)
    expect(clause).not.toBe('')
    expect(near.blue).toBeGreaterThan(near.yellow)
  }
})

describe('国办秘函〔2019〕19号: a veto fails, else deductions from 100, below 60 fails', () => {
  test('what nobody looked at is unknown: no verdict without it', () => {
    const bare = judgeAll(rules, gathered('2026-11-20'))
    expect(bare).toMatchObject({ verdict: 'incomplete', vetoed: false, score: 100 })
    expect(bare.unknown).toBeGreaterThan(5)
    const whole = judgeAll(rules, gathered('2026-11-20', { records: looked }))
    expect(whole).toMatchObject({ verdict: 'pass', unknown: 0, score: 100 })
  })

  test('a tripped veto fails whatever the score', () => {
    const found = gathered('2026-11-20', { records: looked, newestOn: day('2026-10-01') })
    expect(judgeAll(rules, found)).toMatchObject({ verdict: 'fail', vetoed: true, score: 100 })
  })

  test('the score is what is left of 100, and 60 passes', () => {
    const slow = (n: number) =>
      Array.from({ length: n }, (_, at) =>
        record('D2', '2026-10-12', { id: String(at), object: `问${String(at)}` }),
      )
    const scored = (n: number) =>
      judgeAll(rules, gathered('2026-11-20', { records: [...looked, ...slow(n)] }))
    expect(scored(8)).toMatchObject({ score: 60, verdict: 'pass' })
    expect(scored(9)).toMatchObject({ score: 55, verdict: 'fail', vetoed: false })
    expect(scored(40)).toMatchObject({ score: 0 })
  })

  test('a record that gets too old never makes anything better', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), (later) => {
        const today = addDays(day('2026-11-20'), later)
        const { outcomes } = judgeAll(rules, gathered(today, { records: looked }))
        for (const { rule, state, goodUntil } of outcomes) {
          if (state === 'clear' && goodUntil !== null) expect(goodUntil >= today).toBe(true)
          if (rule === 'V1' && later > 12) expect(state).toBe('unknown')
        }
      }),
    )
  })

  test('what waits only gets worse as days pass', () => {
    const order = ['clear', 'near', 'tripped']
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), (age) => {
        const state = (later: number): number => {
          const today = addDays(day('2026-11-20'), later)
          const columns = [column('政策文件', addDays(day('2026-06-20'), -age))]
          const { outcomes } = judgeAll(rules, gathered(today, { columns }))
          return order.indexOf(outcomes.find(({ rule }) => rule === 'D1a')?.state ?? '')
        }
        const course = [0, 5, 10, 20, 30, 60].map(state)
        expect(course).toEqual(course.toSorted((a, b) => a - b))
      }),
    )
  })
})
