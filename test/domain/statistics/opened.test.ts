import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CellDelta } from '../../../src/domain/shared/journal.ts'
import { applicationColumns } from '../../../src/domain/shared/report-keys.data.ts'
import {
  figureOf,
  type FigureAddress,
  figures,
  isInner,
  valueOf,
} from '../../../src/domain/statistics/figure.ts'
import { evaluate } from '../../../src/domain/statistics/indicator/evaluate.ts'
import { indicators } from '../../../src/domain/statistics/indicator/indicators.data.ts'
import { opensOf } from '../../../src/domain/statistics/indicator/opened.ts'
import { manualIndicators } from '../../../src/domain/statistics/manual.data.ts'
import { tallyAll } from '../../../src/domain/statistics/tally.ts'
import { history } from './history.ts'

const figureAt = (key: string): FigureAddress => {
  const figure = figureOf(key)
  if (figure === null) throw new Error(`no figure ${key}`)
  return figure
}

test('rows 43, 57: every rate opens to its numerator and to its denominator, every other indicator to itself', () => {
  for (const indicator of indicators) {
    const { value, numerator, denominator } = opensOf(indicator)
    const isRate = ['rate', 'manual-rate'].includes(indicator.source.kind)
    if (indicator.source.kind === 'none') {
      expect([value, numerator, denominator]).toEqual([null, null, null])
    } else if (isRate) {
      expect(value).toBeNull()
      for (const key of [numerator, denominator]) expect(figureAt(key ?? '').key).toBe(key)
      expect(numerator).not.toBe(denominator)
    } else {
      expect(figureAt(value ?? '').key).toBe(value)
      expect([numerator, denominator]).toEqual([null, null])
    }
  }
})

/** Figures by hand of one month: every second one or so was reported. */
const attestations: fc.Arbitrary<CellDelta[]> = fc
  .array(fc.tuple(fc.constantFrom(...manualIndicators), fc.nat(5000)), { maxLength: 40 })
  .map((entered) =>
    [...new Map(entered.map(([{ code }, n]) => [code, n]))].flatMap(([code, n]) => [
      { period: '2026-03', row: `manual.${code}`, col: 'value', n },
      { period: '2026-03', row: `manual.${code}`, col: 'attested', n: 1 },
    ]),
  )

test('row 68: what an indicator opens has the value that the indicator shows', () => {
  fc.assert(
    fc.property(history, attestations, (facts, byHand) => {
      const counted = tallyAll(facts).filter(({ period }) => period.length === 7)
      const within = [...counted, ...byHand]
      const cells = { within, before: [] }
      for (const indicator of indicators) {
        const pack = indicators.filter((one) => one.pack === indicator.pack)
        const shown = evaluate(indicator, cells, true, pack)
        const opens = opensOf(indicator)
        const at = (key: string | null): number => valueOf(figureAt(key ?? ''), cells) ?? 0
        if (shown.state === 'value' && opens.value !== null && indicator.unit !== '元') {
          expect(at(opens.value), indicator.code).toBe(shown.value)
        }
        if ('denominator' in shown && shown.denominator !== undefined) {
          expect(at(opens.numerator), indicator.code).toBe(shown.numerator)
          expect(at(opens.denominator), indicator.code).toBe(shown.denominator)
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('the results of a head of 表三 have an address of their own, in every column', () => {
  fc.assert(
    fc.property(history, (facts) => {
      const within = tallyAll(facts).filter(({ period }) => period.length === 7)
      const at = (key: string): number => valueOf(figureAt(key), { within, before: [] }) ?? 0
      for (const { key } of applicationColumns) {
        const heads = ['disclosed', 'denied', 'unable', 'notProcessed', 'other']
        const sum = heads.reduce((all, head) => all + at(`applications.${head}.${key}`), 0)
        expect(sum).toBe(at(`applications.totalProcessed.${key}`))
      }
    }),
    { numRuns: 60 },
  )
})

test('what agencies enter by hand is for those who watch figures; no figure of an official table is', () => {
  expect(isInner(figureAt('indicators.counters.tips-rate.numerator'))).toBe(true)
  expect(isInner(figureAt('indicators.counters.relief.amount.value'))).toBe(true)
  expect(isInner(figureAt('indicators.monthly-form.06.value'))).toBe(false)
  expect(figures.some(isInner)).toBe(false)
})
