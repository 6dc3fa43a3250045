import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { advanced, carryOver } from '../../../../src/domain/report/bulletin/carry-over.ts'
import {
  type Finding,
  isWaiting,
  returnOf,
} from '../../../../src/domain/report/bulletin/finding.ts'
import type { Proposal } from '../../../../src/domain/report/bulletin/propose.ts'
import { toldOf } from '../../../../src/domain/report/bulletin/letter-content.ts'
import { stateAfterTold } from '../../../../src/domain/report/bulletin/told.ts'
import { localDate } from '../../../../src/domain/time/local-date.ts'

const on = localDate('2026-11-20')

/** What happens to a ledger: a period with what the figures propose, an answer, a close, a finding by hand. */
const happening = fc.oneof(
  fc.record({
    what: fc.constant('period' as const),
    keys: fc.uniqueArray(fc.integer({ min: 0, max: 5 })),
  }),
  fc.record({ what: fc.constant('answer' as const), at: fc.nat(20) }),
  fc.record({ what: fc.constant('close' as const), at: fc.nat(20) }),
  fc.record({ what: fc.constant('drop' as const), at: fc.nat(20) }),
)

function proposal(n: number): Proposal {
  return {
    key: `late-replies/a${n}`,
    rule: 'late-replies',
    agency: `a${n}`,
    what: '逾期',
    evidence: { of: 'proof', text: '证' },
  }
}

test('row 66: open findings carry over, none lost, none doubled, whatever happens to them', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 60 }), (all) => {
      let ledger = new Map<string, Finding>()
      let period = 0
      let serial = 0
      const put = (...findings: Finding[]): void => {
        ledger = new Map([...ledger, ...findings.map((one): [string, Finding] => [one.id, one])])
      }
      const waiting = (): Finding[] => [...ledger.values()].filter(isWaiting)
      for (const one of all) {
        if (one.what === 'period') {
          period += 1
          const before = waiting()
          const { carried, reopened, raised } = carryOver(
            [...ledger.values()],
            one.keys.map(proposal),
            { kind: 'quarterly-circular', period: `p${period}`, on, dueOn: on },
            () => `f${(serial += 1)}`,
          )
          put(...carried, ...reopened, ...raised)
          // What was closed once is never told as new.
          for (const { key } of raised) {
            const same = [...ledger.values()].filter((finding) => finding.key === key)
            expect(same.filter(({ state }) => state === 'closed')).toEqual([])
          }
          // None lost: what waited waits still, once more counted, with its first period and its age.
          for (const finding of before) {
            const after = ledger.get(finding.id)
            expect(after).toMatchObject({
              times: finding.times + 1,
              firstPeriod: finding.firstPeriod,
              lastPeriod: `p${period}`,
              version: finding.version + 1,
            })
            expect(after === undefined ? false : isWaiting(after)).toBe(true)
          }
          // What is proposed stands in the ledger once, whether it is new or old.
          for (const key of one.keys) {
            expect(waiting().filter((finding) => finding.key === proposal(key).key)).toHaveLength(1)
          }
        } else {
          const list = waiting()
          const finding = list[one.at % Math.max(1, list.length)]
          if (finding === undefined) continue
          const state = { answer: 'answered', close: 'closed', drop: 'dropped' } as const
          put(advanced({ ...finding, state: state[one.what] }, null))
        }
        const keys = waiting().map(({ key }) => key)
        expect(new Set(keys).size).toBe(keys.length)
      }
    }),
  )
})

test('row 66: what persists after an answer is the same finding, open again with its history', () => {
  const as = (period: string) => ({ kind: 'k', period, on, dueOn: on })
  const { raised } = carryOver([], [proposal(1)], as('p1'), () => 'f1')
  const answered = raised.map((one) =>
    advanced({ ...one, state: 'answered' }, { on, what: 'answered', period: null, text: '已改' }),
  )
  const next = carryOver(answered, [proposal(1)], as('p2'), () => 'f2')
  expect(next.raised).toEqual([])
  expect(next.carried[0]).toMatchObject({ id: 'f1', state: 'open', times: 2, firstPeriod: 'p1' })
  expect(next.carried[0]?.history.map(({ what }) => what)).toEqual(['raised', 'answered', 'seen'])
})

test('row 66: what appears again after it was closed is the finding of then, with its history and a new day', () => {
  const as = (period: string) => ({ kind: 'k', period, on, dueOn: on })
  const { raised } = carryOver([], [proposal(1)], as('2026-Q1'), () => 'f1')
  const end = (state: 'closed' | 'dropped'): Finding[] =>
    raised.map((one) =>
      advanced({ ...one, state, closedOn: on }, { on, what: state, period: null, text: '已改' }),
    )
  const next = carryOver(end('closed'), [proposal(1)], as('p3'), () => 'f3')
  expect(next.raised).toEqual([])
  expect(next.reopened[0]).toMatchObject({ id: 'f1', state: 'open', times: 2, closedOn: null })
  expect(next.reopened[0]?.history.map(({ what }) => what)).toEqual([
    'raised',
    'closed',
    'recurred',
  ])
  const returned = { period: '2026-Q1', closedOn: on, number: '通报〔2026〕1号' }
  const [again] = next.reopened
  if (again === undefined) throw new Error('it was not opened again')
  expect(returnOf(again, new Map([['2026-Q1', '通报〔2026〕1号']]))).toEqual(returned)
  expect(returnOf(again, new Map())).toEqual({ ...returned, number: null })
  // Sent down last with a later one: that one's number is told.
  const sent = advanced(raised[0] ?? again, { on, what: 'sent', period: '2026-Q2', text: null })
  const later = { ...sent, history: [...sent.history, ...again.history.slice(1)] }
  expect(returnOf(later, new Map([['2026-Q2', 'n2']]))).toMatchObject({
    period: '2026-Q2',
    number: 'n2',
  })
  expect(end('closed').map((one) => returnOf(one, new Map()))).toEqual([null])
  expect(toldOf({ ...again, dueOn: '2026-12-01' }).what).toBe(
    '逾期（再次出现：曾列入2026年第一季度，2026-11-20 销号）',
  )
  // Another one of the same agency leaves it closed.
  expect(carryOver(end('closed'), [proposal(2)], as('p3'), () => 'f3').reopened).toEqual([])
  expect(carryOver(end('dropped'), [proposal(1)], as('p3'), () => 'f3').raised[0]?.id).toBe('f3')
})

test('letters about a finding come in any order and leave the same: only newer news counts', () => {
  const news = fc.record({
    version: fc.integer({ min: 1, max: 8 }),
    state: fc.constantFrom('open' as const, 'answered' as const, 'closed' as const),
    answers: fc.constant(0),
  })
  fc.assert(
    fc.property(
      fc.uniqueArray(news, { selector: ({ version }) => version }),
      fc.gen(),
      (all, gen) => {
        const read = (letters: typeof all) => {
          let known: Parameters<typeof stateAfterTold>[0] = null
          for (const told of letters) {
            const state = stateAfterTold(known, told)
            if (state !== null) known = { told: told.version, answers: 0, state }
          }
          return known
        }
        const other = gen(fc.shuffledSubarray, all, { minLength: all.length })
        expect(read(other)).toEqual(read(all))
      },
    ),
  )
  expect(
    stateAfterTold(
      { told: 2, answers: 1, state: 'answered' },
      { version: 3, state: 'open', answers: 0 },
    ),
  ).toBe('answered')
  expect(
    stateAfterTold(
      { told: 2, answers: 1, state: 'answered' },
      { version: 3, state: 'open', answers: 1 },
    ),
  ).toBe('open')
})
