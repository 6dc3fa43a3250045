import { afterAll, beforeAll, expect, test } from 'vitest'
import { decideOnDestruction } from '../../../src/usecases/application/retention/decide.ts'
import { destroyCases } from '../../../src/usecases/application/retention/destroy.ts'
import { proposeDestruction } from '../../../src/usecases/application/retention/propose.ts'
import { actOnSheet } from '../../../src/usecases/case-review/act-on-sheet.ts'
import { showSheet } from '../../../src/usecases/case-review/show-sheet.ts'
import { type House, openHouse } from '../../support/house.ts'
import { handler } from '../application/answer-house.ts'
import { officerNamed, valueOf } from '../application/retention/ended-case.ts'
import { closedCase, now, reviewer, started } from './review-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('row 89: when a case is destroyed its sheet keeps number, unit and points, and no receipt, person or word (机关档案管理规定)', async () => {
  const receipt = await closedCase(house, 'east', { unit: '法规科' })
  const { id, sheets } = await started(house, 'east')
  const at = await house.ctx('east', reviewer, now)
  const own = { code: 'C1', points: 3, reason: '界碑评语', record: 'reply' }
  valueOf(await actOnSheet(at, id, 1, 'save', { rows: [own] }))
  valueOf(await actOnSheet(at, id, 1, 'finish', {}))
  const objector = await house.ctx('east', handler, now)
  valueOf(await actOnSheet(objector, id, 1, 'object', { text: '界碑异议' }))
  const answer = { verdict: 'rejected', text: '界碑答复' }
  valueOf(await actOnSheet(at, id, 1, 'answer', answer))

  const due = '2046-07-02T09:00:00+08:00'
  const clerk = await house.ctx('east', officerNamed('clerk', 'registrar'), due)
  const list = valueOf(await proposeDestruction(clerk, { receipts: [receipt] }))
  const boss = await house.ctx('east', officerNamed('boss', 'head'), due)
  valueOf(await decideOnDestruction(boss, list.id, 'approve', {}))
  valueOf(await destroyCases(await house.ctx('east', { type: 'system', job: 'x' }, due), list.id))

  const kept = JSON.stringify(await house.rows('east', 'case_review_sheet'))
  expect(kept).not.toMatch(/界碑|s-handler|s-checker|s-head/)
  expect(kept).not.toContain(receipt)
  const shown = valueOf(await showSheet(await house.ctx('east', reviewer, due), id, 1))
  expect(shown).toMatchObject({
    receipt: null,
    number: sheets[0]?.number,
    unit: '法规科',
    score: 97,
  })
})
