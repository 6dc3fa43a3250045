import { afterAll, beforeAll, expect, test } from 'vitest'
import { actOnSheet } from '../../../src/usecases/case-review/act-on-sheet.ts'
import { showSheet } from '../../../src/usecases/case-review/show-sheet.ts'
import { type House, openHouse } from '../../support/house.ts'
import { handler } from '../application/answer-house.ts'
import { valueOf } from '../application/retention/ended-case.ts'
import { closedCase, now, reviewer, started } from './review-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const row = { code: 'C1', points: 3, reason: '界碑评语', record: 'reply' }

test('row 89: what reviewers, handlers and heads write of a case is stored sealed and read back (个人信息保护法第51条)', async () => {
  await closedCase(house, 'east', { unit: '法规科' })
  const { id } = await started(house, 'east')
  const at = await house.ctx('east', reviewer, now)
  valueOf(await actOnSheet(at, id, 1, 'save', { rows: [row] }))
  valueOf(await actOnSheet(at, id, 1, 'finish', {}))
  const objector = await house.ctx('east', handler, now)
  valueOf(await actOnSheet(objector, id, 1, 'object', { text: '界碑异议' }))
  valueOf(await actOnSheet(at, id, 1, 'answer', { verdict: 'rejected', text: '界碑答复' }))
  expect(JSON.stringify(await house.rows('east', 'case_review_sheet'))).not.toContain('界碑')
  const shown = valueOf(await showSheet(at, id, 1))
  expect(shown).toMatchObject({ objection: '界碑异议', answer: '界碑答复' })
  expect(shown.rows.find(({ code }) => code === 'C1')).toMatchObject({
    reason: '界碑评语',
    record: 'reply',
  })
})

test('row 89: words from before they were sealed are read, and sealed with the next step', async () => {
  await closedCase(house, 'west', { unit: '法规科' })
  const { id } = await started(house, 'west')
  const at = await house.ctx('west', reviewer, now)
  valueOf(await actOnSheet(at, id, 1, 'save', { rows: [row] }))
  const { db } = await house.tenant('west')
  const texts = JSON.stringify({ C1: { reason: '界碑评语', record: 'reply' } })
  await db.prepare('UPDATE case_review_sheet SET texts = ?, is_sealed = 0').bind(texts).run()
  const reasons = async (): Promise<unknown> =>
    valueOf(await showSheet(at, id, 1)).rows.find(({ code }) => code === 'C1')?.reason
  expect(await reasons()).toBe('界碑评语')
  valueOf(await actOnSheet(at, id, 1, 'finish', {}))
  expect(JSON.stringify(await house.rows('west', 'case_review_sheet'))).not.toContain('界碑')
  expect(await reasons()).toBe('界碑评语')
})
