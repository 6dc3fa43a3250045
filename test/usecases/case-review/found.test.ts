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

test('row 89, 条例第33条: a third party never asked is found; an answer on the spot owes no check, signature and service, and the reviewer is told where to look', async () => {
  await closedCase(house, 'east', { unit: '甲科', outcome: 'denied.thirdPartyRights' })
  await closedCase(house, 'east', { unit: '乙科', outcome: 'unable.notHeld' })
  await closedCase(house, 'east', { unit: '丙科', onTheSpot: true })
  const { id, sheets } = await started(house, 'east')
  const ctx = await house.ctx('east', reviewer, now)
  const found: Record<string, string[]> = {}
  const remarked: Record<string, string[]> = {}
  for (const { n, unit } of sheets) {
    const { rows } = valueOf(await showSheet(ctx, id, n))
    found[unit] = rows.filter(({ evidence }) => evidence !== null).map(({ code }) => code)
    remarked[unit] = rows.filter(({ remark }) => remark !== null).map(({ code }) => code)
  }
  expect(found).toEqual({ 甲科: ['B3'], 乙科: [], 丙科: [] })
  expect(remarked).toEqual({ 甲科: [], 乙科: [], 丙科: ['D3', 'E1'] })
})
