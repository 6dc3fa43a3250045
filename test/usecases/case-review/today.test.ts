import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../../src/domain/shared/actor.ts'
import { actOnReview } from '../../../src/usecases/case-review/act-on-review.ts'
import { actOnSheet } from '../../../src/usecases/case-review/act-on-sheet.ts'
import { showToday, type Today } from '../../../src/usecases/desk/show-today.ts'
import { type House, openHouse } from '../../support/house.ts'
import { by, handler } from '../application/answer-house.ts'
import { valueOf } from '../application/retention/ended-case.ts'
import { chief, closedCase, now, reviewer, started } from './review-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

async function waiting(who: Actor): Promise<Today['caseReviews']> {
  return valueOf(await showToday(await house.ctx('east', who, now))).caseReviews
}

test('row 89: 今日 tells who scores his sheets and objections, and a head the notices he may issue', async () => {
  for (const unit of ['甲科', '乙科']) await closedCase(house, 'east', { unit })
  const { id } = await started(house, 'east')
  expect(await waiting(reviewer)).toEqual({ sheets: 2, objections: 0, drawn: null })
  expect(await waiting(handler)).toMatchObject({ sheets: 0 })
  expect(await waiting(chief)).toEqual({ sheets: 2, objections: 0, drawn: 0 })
  expect(await waiting(by('s-viewer', 'viewer'))).toBeNull()
  const at = await house.ctx('east', reviewer, now)
  for (const n of [1, 2]) valueOf(await actOnSheet(at, id, n, 'save', { rows: [] }))
  expect(await waiting(chief)).toMatchObject({ sheets: 0 })
  expect(await waiting(reviewer)).toMatchObject({ sheets: 2 })
  for (const n of [1, 2]) valueOf(await actOnSheet(at, id, n, 'finish', {}))
  const objector = await house.ctx('east', handler, now)
  valueOf(await actOnSheet(objector, id, 1, 'object', { text: '已按期答复' }))
  expect(await waiting(reviewer)).toMatchObject({ sheets: 0, objections: 1 })
  expect(await waiting(chief)).toMatchObject({ objections: 0 })
  valueOf(await actOnSheet(at, id, 1, 'answer', { verdict: 'rejected', text: '不采纳' }))
  valueOf(await actOnReview(at, id, 'draw-up', {}))
  expect(await waiting(chief)).toEqual({ sheets: 0, objections: 0, drawn: 1 })
  expect(await waiting(reviewer)).toEqual({ sheets: 0, objections: 0, drawn: null })
})
