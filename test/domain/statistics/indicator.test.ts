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
