import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Drawable,
  drawSample,
  populationDigest,
  shareOf,
} from '../../../src/domain/case-review/sample.ts'

const units = ['办公室', '法规科', '规划科', '未交办'] as const
const outcomes = [
  'granted',
  'partialGrant',
  'denied.internalAffairs',
  'unable.notHeld',
  null,
] as const
const one = fc.record({
  receipt: fc.string({ minLength: 4, maxLength: 12 }),
  unit: fc.constantFrom(...units),
  outcome: fc.constantFrom(...outcomes),
})
const population: fc.Arbitrary<Drawable[]> = fc.uniqueArray(one, {
  maxLength: 60,
  selector: ({ receipt }) => receipt,
})
const seed = fc.string({ minLength: 1 })
const size = fc.integer({ min: 1, max: 70 })

const kinds = (cases: readonly Drawable[]): Set<string> =>
  new Set(cases.flatMap(({ unit, outcome }) => [unit, `${outcome?.split('.')[0] ?? ''}|`]))

describe('row 89: the sample of closed cases can be drawn again (案卷评查·抽案卷)', () => {
  test('the same seed gives the same sample, however the population is listed', async () => {
    await fc.assert(
      fc.asyncProperty(population, seed, size, async (cases, drawn, n) => {
        const first = await drawSample(drawn, cases, n)
        expect(await drawSample(drawn, cases.toReversed(), n)).toEqual(first)
        expect(await populationDigest(cases)).toBe(await populationDigest(cases.toReversed()))
      }),
    )
  })

  test('it has as many cases as were asked for, none twice, all where there are no more', async () => {
    await fc.assert(
      fc.asyncProperty(population, seed, size, async (cases, drawn, n) => {
        const sample = await drawSample(drawn, cases, n)
        expect(new Set(sample).size).toBe(Math.min(n, cases.length))
        expect(sample.every((found) => cases.includes(found))).toBe(true)
      }),
    )
  })

  test('every unit and every kind of outcome is there when there is room for one case of each', async () => {
    await fc.assert(
      fc.asyncProperty(population, seed, async (cases, drawn) => {
        const all = kinds(cases)
        expect(kinds(await drawSample(drawn, cases, all.size))).toEqual(all)
      }),
    )
  })

  test('another seed draws others: 200 seeds give each of 20 cases its turn', async () => {
    const cases = Array.from({ length: 20 }, (_, n) => ({
      receipt: `R-${n}`,
      unit: '办公室',
      outcome: 'granted',
    }))
    const counts = new Map<string, number>()
    for (let n = 0; n < 200; n += 1) {
      for (const { receipt } of await drawSample(`seed-${n}`, cases, 5)) {
        counts.set(receipt, (counts.get(receipt) ?? 0) + 1)
      }
    }
    // Fifty each on average; the seeds are fixed, so that this never fails by chance.
    expect(counts.size).toBe(20)
    expect(Math.min(...counts.values())).toBeGreaterThan(25)
  })

  test('a share of a population is rounded up and never nothing', () => {
    expect([shareOf(100, 5), shareOf(101, 5), shareOf(3, 1)]).toEqual([5, 6, 1])
  })
})
