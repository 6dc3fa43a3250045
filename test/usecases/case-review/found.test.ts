import { afterAll, beforeAll, expect, test } from 'vitest'
import { showSheet } from '../../../src/usecases/case-review/show-sheet.ts'
import { type House, openHouse } from '../../support/house.ts'
import { valueOf } from '../application/retention/ended-case.ts'
import { closedCase, now, reviewer, started } from './review-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('row 89: a third party never asked, and an answer without check, signature and service, are found; what is stated in a refusal is not', async () => {
  await closedCase(house, 'east', { unit: '甲科', outcome: 'denied.thirdPartyRights' })
  await closedCase(house, 'east', { unit: '乙科', outcome: 'unable.notHeld' })
  await closedCase(house, 'east', { unit: '丙科', onTheSpot: true })
  const { id, sheets } = await started(house, 'east')
  const ctx = await house.ctx('east', reviewer, now)
  const found: Record<string, string[]> = {}
  for (const { n, unit } of sheets) {
    const { rows } = valueOf(await showSheet(ctx, id, n))
    found[unit] = rows.filter(({ evidence }) => evidence !== null).map(({ code }) => code)
  }
  expect(found).toEqual({ 甲科: ['B3'], 乙科: [], 丙科: ['D3', 'E1'] })
})
