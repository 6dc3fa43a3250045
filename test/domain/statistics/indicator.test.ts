import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CellDelta, Fact } from '../../../src/domain/shared/journal.ts'
import { evaluate, percentOf } from '../../../src/domain/statistics/indicator/evaluate.ts'
import { checkForm } from '../../../src/domain/statistics/indicator/form-check.ts'
import { indicators } from '../../../src/domain/statistics/indicator/indicators.data.ts'
import {
  monthlyChecks,
  monthlyForm,
} from '../../../src/domain/statistics/indicator/monthly-form.data.ts'
import { tallyAll } from '../../../src/domain/statistics/tally.ts'
import { history } from './history.ts'

const valuesOf = (within: readonly CellDelta[], isReported = true) =>
  new Map(
    monthlyForm.map((one) => [
      one.code,
      evaluate(one, { within, before: [] }, isReported, monthlyForm),
    ]),
  )

test('row 43: a rate is rounded half up to two decimals and is nothing where there is nothing', () => {
  expect([percentOf(885, 896), percentOf(1, 3), percentOf(1, 8000), percentOf(0, 4)]).toEqual([
    98.77, 33.33, 0.01, 0,
  ])
  expect(percentOf(0, 0)).toBeNull()
})

const attested = (figures: Readonly<Record<string, number>>): CellDelta[] =>
  Object.entries(figures).flatMap(([code, n]) => [
    { period: '2026-03', row: `manual.${code}`, col: 'value', n },
    { period: '2026-03', row: `manual.${code}`, col: 'attested', n: 1 },
  ])
const counterOf = (code: string, within: readonly CellDelta[]) => {
  const found = indicators.find((one) => one.pack === 'counters' && one.code === code)
  if (found === undefined) throw new Error(`no ${code}`)
  return evaluate(found, { within, before: [] }, true, [])
}

test('rows 42, 43, 45, 57, 72: rates of what is counted by hand show both parts, and nothing where one was not reported', () => {
  const within = attested({
    'tips.accepted': 32,
    'tips.closed': 30,
    'mayor-line.accepted': 896,
    'mayor-line.closed': 885,
    'callback.reached': 50,
    'callback.satisfied': 49,
    'hall.accepted': 279,
    'hall.closed': 256,
    'hall.same-day': 0,
    'hall.days': 1000,
  })
  expect(counterOf('tips-rate', within)).toEqual({
    state: 'value',
    value: 93.75,
    numerator: 30,
    denominator: 32,
  })
  expect(counterOf('mayor-line-rate', within)).toMatchObject({ value: 98.77 })
  expect(counterOf('callback-rate', within)).toMatchObject({ value: 98 })
  expect(counterOf('hall-rate', within)).toMatchObject({ value: 91.76 })
  expect(counterOf('same-day-rate', within)).toMatchObject({ value: 0, denominator: 256 })
  expect(counterOf('mean-days', within)).toMatchObject({ value: 3.91 })
  expect(counterOf('early-rate', within)).toEqual({ state: 'unreported' })
  expect(counterOf('early-rate', [])).toEqual({ state: 'unreported' })
  const empty = attested({ 'callback.reached': 0, 'callback.satisfied': 0 })
  expect(counterOf('callback-rate', empty)).toEqual({
    state: 'noBase',
    numerator: 0,
    denominator: 0,
  })
})

test('rows 44, 81: what halls, lines and windows count is entered by hand with its unit', () => {
  const within = attested({ 'window.accepted': 31_000, 'relief.amount': 200_000_000 })
  expect(counterOf('window.accepted', within)).toMatchObject({ state: 'value', value: 31_000 })
  expect(counterOf('relief.amount', within)).toMatchObject({ state: 'value' })
  expect(counterOf('live-line.calls', within)).toEqual({ state: 'unreported' })
})

test('row 57: in time, late and not known are told apart; the rate says how much it knows', () => {
  const replied = (timely?: boolean): Fact => ({
    kind: 'application.replied',
    data: {
      class: 'naturalPerson',
      outcome: 'granted',
      decidedOn: '2026-03-02',
      ...(timely === undefined ? {} : { timely }),
    },
  })
  const within = tallyAll([replied(true), replied(true), replied(false), replied()]).filter(
    ({ period }) => period === '2026-03',
  )
  const rate = indicators.find(({ code }) => code === 'timely-rate')
  if (rate === undefined) throw new Error('no rate')
  expect(evaluate(rate, { within, before: [] }, true, [])).toEqual({
    state: 'value',
    value: 66.67,
    numerator: 2,
    denominator: 3,
    known: 4,
  })
  expect(evaluate(rate, { within: [], before: [] }, true, [])).toMatchObject({ state: 'noBase' })
  expect(evaluate(rate, { within, before: [] }, false, [])).toEqual({ state: 'unreported' })
})

test('the coded monthly form has codes 01 to 35 once, and unreported, zero and 不适用 differ', () => {
  expect(monthlyForm.map(({ code }) => code)).toEqual(
    Array.from({ length: 35 }, (_, at) => String(at + 1).padStart(2, '0')),
  )
  const silent = valuesOf([])
  expect(silent.get('10')).toEqual({ state: 'value', value: 0 })
  expect(silent.get('06')).toEqual({ state: 'unreported' })
  expect(silent.get('22')).toMatchObject({ state: 'notApplicable' })
  const zero = [{ period: '2026-03', row: 'manual.hall.visits', col: 'attested', n: 1 }]
  expect(valuesOf(zero).get('06')).toEqual({ state: 'value', value: 0 })
  expect(valuesOf([], false).get('10')).toEqual({ state: 'unreported' })
})

test('the form’s own checks 17=18+19+20 and 20=21+…+31 hold for any history; 10=11+…+16 where every channel is kept', () => {
  fc.assert(
    fc.property(history, fc.boolean(), (facts, isKept) => {
      const told = isKept ? facts.map(withChannel) : facts
      const within = tallyAll(told).filter(({ period }) => period.length === 7)
      const values = valuesOf(within)
      const lines = monthlyForm.map(({ code, name, unit }) => {
        const current = values.get(code) ?? { state: 'unreported' as const }
        return { code, name, unit, current, year: current }
      })
      const broken = checkForm(lines, monthlyChecks).filter(({ holds }) => holds === false)
      expect(broken.filter(({ total }) => total !== '10')).toEqual([])
      if (isKept) expect(broken).toEqual([])
    }),
  )
})

function withChannel(fact: Fact): Fact {
  if (fact.kind === 'application.received') {
    return { kind: fact.kind, data: { ...fact.data, channel: 'internet' } }
  }
  if (fact.kind === 'application.imported') {
    return { kind: fact.kind, data: { ...fact.data, channel: 'fax' } }
  }
  return fact
}
