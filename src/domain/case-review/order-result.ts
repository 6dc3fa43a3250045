import * as z from 'zod'
import type { SentResult } from './order.ts'
import { averageScore } from './result.ts'
import { sheetCodes } from './sheet.data.ts'

/** An agency of an order with what it sent up, null until it does. */
export type Asked = { agency: string; name: string; sent: SentResult | null }

const average = z.number().nullable()

/** The figures of an order over all agencies (评查汇总): averages from sums, the best first, who is silent by name. */
export const orderResult = z.strictObject({
  cases: z.int(),
  average,
  agencies: z.array(
    z.strictObject({
      agency: z.string(),
      name: z.string(),
      population: z.int(),
      cases: z.int(),
      average,
      /** agencies with the same average share a place; null without a case */
      place: z.int().nullable(),
    }),
  ),
  silent: z.array(z.strictObject({ agency: z.string(), name: z.string() })),
  faults: z.array(
    z.strictObject({
      code: z.enum(sheetCodes),
      agencies: z.int(),
      cases: z.int(),
      points: z.int(),
    }),
  ),
})
export type OrderResult = z.output<typeof orderResult>

/** Sums up what the agencies of an order sent (汇总): an average is the sum of scores by the number of cases. */
export function orderResultOf(asked: readonly Asked[]): OrderResult {
  const sent = asked.flatMap(({ sent: own, ...rest }) => (own === null ? [] : [{ ...rest, own }]))
  const lines = sent.map(({ agency, name, own: { population, cases, total } }) => ({
    agency,
    name,
    population,
    cases,
    average: cases === 0 ? null : averageScore(total, cases),
  }))
  const placed = lines.map((line) => ({
    ...line,
    place:
      line.average === null
        ? null
        : 1 + lines.filter((one) => (one.average ?? -1) > (line.average ?? 0)).length,
  }))
  const cases = lines.reduce((sum, line) => sum + line.cases, 0)
  const total = sent.reduce((sum, { own }) => sum + own.total, 0)
  return {
    cases,
    average: cases === 0 ? null : averageScore(total, cases),
    agencies: placed.toSorted(
      (a, b) => (a.place ?? Infinity) - (b.place ?? Infinity) || a.name.localeCompare(b.name, 'zh'),
    ),
    silent: asked.flatMap(({ agency, name, sent: own }) =>
      own === null ? [{ agency, name }] : [],
    ),
    faults: faultsOf(sent.map(({ own }) => own)),
  }
}

/** Which rows points were cut from (共性问题): in most agencies first, then in most cases. */
function faultsOf(sent: readonly SentResult[]): OrderResult['faults'] {
  return sheetCodes
    .map((code) => {
      const own = sent.flatMap(({ faults }) => faults.filter((one) => one.code === code))
      return {
        code,
        agencies: own.length,
        cases: own.reduce((sum, one) => sum + one.cases, 0),
        points: own.reduce((sum, one) => sum + one.points, 0),
      }
    })
    .filter(({ cases }) => cases > 0)
    .toSorted((a, b) => b.agencies - a.agencies || b.cases - a.cases || b.points - a.points)
}
