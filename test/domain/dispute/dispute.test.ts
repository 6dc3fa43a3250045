import { expect, test } from 'vitest'
import { answerDay, nearness } from '../../../src/domain/dispute/answer-day.ts'
import { complaintDay } from '../../../src/domain/dispute/complaint.ts'
import {
  decideAnswer,
  decideAmendment,
  decideCancellation,
  decideEnd,
  decideRedo,
} from '../../../src/domain/dispute/decide.ts'
import { lifecycle } from '../../../src/domain/dispute/lifecycle.ts'
import {
  actions,
  type Action,
  type Dispute,
  type State,
  states,
} from '../../../src/domain/dispute/types.ts'
import { roles } from '../../../src/domain/shared/actor.ts'
import { openActions, step } from '../../../src/domain/shared/machine.ts'
import { nationalCalendar } from '../../../src/domain/time/calendar.ts'
import { localDate } from '../../../src/domain/time/local-date.ts'

const review: Dispute = {
  id: 'd-1',
  version: 1,
  state: 'registered',
  kind: 'review',
  procedure: 'ordinary',
  organ: '县人民政府',
  caseNumber: null,
  application: 'SQ-1',
  follows: null,
  acceptedOn: localDate('2026-03-02'),
  receivedOn: localDate('2026-03-06'),
  answeredOn: null,
  decidedOn: null,
  result: null,
}
const suit: Dispute = { ...review, kind: 'litigationDirect', procedure: null }
const on = (subject: Dispute): string | undefined => answerDay(subject, nationalCalendar)?.dueOn
const moment = (today: string): { today: ReturnType<typeof localDate> } => ({
  today: localDate(today),
})

const received = (subject: Dispute, accepted: string, copy: string): Dispute => ({
  ...subject,
  acceptedOn: localDate(accepted),
  receivedOn: localDate(copy),
})

test('an answer to reconsideration is due after ten working days, in the simple procedure after five (行政复议法第48条、第54条、第88条)', () => {
  expect(on(review)).toBe('2026-03-20')
  expect(on({ ...review, procedure: 'simple' })).toBe('2026-03-13')
  // The National Day is left out, two make-up days of its weekends count.
  expect(on(received(review, '2025-09-22', '2025-09-26'))).toBe('2025-10-16')
  expect(on({ ...review, receivedOn: null })).toBeUndefined()
})

test('one filed before 2024 has ten calendar days, whatever the procedure (行政复议法 1999年 第23条、第40条)', () => {
  expect(on(received({ ...review, procedure: 'simple' }, '2023-12-28', '2024-01-03'))).toBe(
    '2024-01-15',
  )
})

test('an answer to a suit is due after fifteen days, which roll over days off; ten before May 2015 (行政诉讼法第67条)', () => {
  expect(on(received(suit, '2026-03-02', '2026-03-05'))).toBe('2026-03-20')
  // The fifteenth day is a Saturday.
  expect(on(suit)).toBe('2026-03-23')
  expect(on(received(suit, '2015-04-10', '2015-04-13'))).toBe('2015-04-23')
})

test('a last day is yellow from three working days on, red once it is past', () => {
  const day = (today: string): object =>
    nearness(localDate('2026-03-20'), localDate(today), nationalCalendar)
  expect(day('2026-03-16')).toEqual({ colour: 'blue', left: 4 })
  expect(day('2026-03-17')).toEqual({ colour: 'yellow', left: 3 })
  expect(day('2026-03-20')).toEqual({ colour: 'yellow', left: 0 })
  expect(day('2026-03-22')).toEqual({ colour: 'red', left: -1 })
})

test('a complaint is answered within the agency’s own working days, fifteen where it sets none (条例第47条)', () => {
  const day = (settings: object): string =>
    complaintDay(localDate('2026-03-06'), settings, nationalCalendar).on
  expect(day({})).toBe('2026-03-27')
  expect(day({ complaintDays: 5 })).toBe('2026-03-13')
})

test('only those who answer for the agency take steps; what is decided cannot be taken off', () => {
  for (const from of states) {
    for (const action of actions) {
      const allowed = roles.filter(
        (role) => step<State, Action>(lifecycle, from, action, [role]) !== null,
      )
      if (allowed.length > 0) {
        expect(allowed).toEqual(['information-officer', 'head', 'legal-reviewer'])
      }
    }
  }
  expect(openActions<State, Action>(lifecycle, 'decided', ['head'])).toEqual(['amend', 'redo'])
  expect(openActions<State, Action>(lifecycle, 'cancelled', ['head'])).toEqual([])
})

test('the days of a dispute stand in their order and none is to come', () => {
  const today = moment('2026-04-01')
  const errors = (pointer: string, problem: string): object => ({
    refusal: { errors: [{ pointer, problem }] },
  })
  expect(decideAnswer(review, localDate('2026-03-05'), today)).toMatchObject(
    errors('/answeredOn', 'before'),
  )
  expect(decideAnswer(review, localDate('2026-04-02'), today)).toMatchObject(
    errors('/answeredOn', 'in-future'),
  )
  const end = { result: 'upheld', decidedOn: localDate('2026-03-01') } as const
  expect(decideEnd(review, end, today)).toMatchObject(errors('/decidedOn', 'before'))
})

test('only what was corrected, and an application of this system, is answered anew (行政复议法第64条, 行政诉讼法第70条)', () => {
  const decided: Dispute = {
    ...review,
    state: 'decided',
    decidedOn: localDate('2026-04-20'),
    result: 'corrected',
  }
  const order = { from: localDate('2026-04-24'), until: localDate('2026-05-15') }
  const today = moment('2026-04-27')
  expect(decideRedo(decided, order, today)).toMatchObject({
    value: { order: { application: 'SQ-1', ...order }, patch: { state: 'redone' } },
  })
  for (const other of [{ result: 'upheld' as const }, { application: null }]) {
    expect(decideRedo({ ...decided, ...other }, order, today)).toMatchObject({
      refusal: { code: 'step-not-open' },
    })
  }
  const early = { ...order, until: localDate('2026-04-24') }
  expect(decideRedo(decided, early, today)).toMatchObject({
    refusal: { errors: [{ pointer: '/answerBy', problem: 'before' }] },
  })
})

test('an amended result moves by a counter-entry; one that changes nothing is refused', () => {
  const decided: Dispute = {
    ...review,
    state: 'decided',
    decidedOn: localDate('2026-04-20'),
    result: 'corrected',
  }
  const today = moment('2026-06-01')
  const other = { result: 'upheld', decidedOn: localDate('2026-05-20') } as const
  expect(decideAmendment(decided, other, today)).toMatchObject({
    value: {
      event: {
        kind: 'dispute.amended',
        data: {
          dispute: 'review',
          result: 'upheld',
          on: '2026-05-20',
          formerResult: 'corrected',
          formerOn: '2026-04-20',
        },
      },
      patch: { state: 'decided', result: 'upheld', decidedOn: '2026-05-20' },
    },
  })
  const same = { result: 'corrected', decidedOn: localDate('2026-04-20') } as const
  expect(decideAmendment(decided, same, today)).toMatchObject({
    refusal: { errors: [{ pointer: '/result', problem: 'duplicate' }] },
  })
  expect(decideAmendment(review, other, today)).toMatchObject({
    refusal: { code: 'step-not-open' },
  })
})

test('a mistaken entry is taken off on the day of that, not in a month that is closed', () => {
  expect(decideCancellation(review, moment('2026-06-01')).event).toMatchObject({
    kind: 'dispute.cancelled',
    data: { dispute: 'review', on: '2026-06-01' },
  })
})
