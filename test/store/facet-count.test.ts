import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { prepare } from '../../src/store/statement.ts'
import { addFacetCounts, readAllFacetCounts } from '../../src/store/tenant/item/facet-count.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const keys = ['', 'year:2026', 'issuer:县"政府"', 'issuer:a\\b', 'issuer:[1]', '$.x', 'a.b', '7']
type Delta = { scope: string; counts: Record<string, number> }
const delta: fc.Arbitrary<Delta> = fc.record({
  scope: fc.constantFrom('', 'theme:教育'),
  counts: fc.dictionary(fc.constantFrom(...keys), fc.integer({ min: -3, max: 3 })),
})

it('row 76: numbers beside lists are the sum of their changes, whatever a choice is called', async () => {
  const body = async (deltas: readonly Delta[]): Promise<void> => {
    const { db } = await house.tenant('east')
    await db.prepare('DELETE FROM facet_count').run()
    const sums = new Map<string, Map<string, number>>()
    for (const { scope, counts } of deltas) {
      const sum = sums.get(scope) ?? new Map<string, number>()
      sums.set(scope, sum)
      for (const [key, n] of Object.entries(counts)) sum.set(key, (sum.get(key) ?? 0) + n)
      const wanted = Object.fromEntries(Object.entries(counts).filter(([, n]) => n !== 0))
      if (Object.keys(wanted).length === 0) continue
      await db.batch(prepare(db, addFacetCounts([{ scope, counts: wanted }])))
    }
    for (const { scope, counts } of await readAllFacetCounts(db)) {
      const kept = [...(sums.get(scope) ?? [])].filter(([, n]) => n !== 0)
      expect(JSON.parse(counts)).toEqual(Object.fromEntries(kept))
    }
  }
  await fc.assert(fc.asyncProperty(fc.array(delta, { maxLength: 12 }), body), { numRuns: 60 })
})
