import { afterAll, beforeAll, expect, test } from 'vitest'
import { actOnFiling } from '../../../src/usecases/norm/act-on-filing.ts'
import { draftNorm } from '../../../src/usecases/norm/draft-norm.ts'
import { listNorms } from '../../../src/usecases/norm/list-norms.ts'
import { showToday, type Today } from '../../../src/usecases/desk/show-today.ts'
import type { Role } from '../../../src/domain/shared/actor.ts'
import { carryAll } from '../../jobs/carry.ts'
import { officer, openHouse, type House } from '../../support/house.ts'
import { act, published, publishItem, valueOf } from './norm-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const made = '2026-09-01T10:00:00+08:00'

async function today(agency: string, role: Role, at = made): Promise<Today> {
  return valueOf(await showToday(await house.ctx(agency, officer(role), at)))
}

test('rows 22 and 23: who comes to work is told which documents wait for him, which were sent back and why, and what is late', async () => {
  const none = { waiting: 0, late: 0, returned: 0, expiring: 0 }
  expect((await today('river', 'legal-reviewer')).norms).toEqual(none)
  const drafter = await house.ctx('river', officer('information-officer'), made)
  const { id } = valueOf(await draftNorm(drafter, { title: '河湾镇养犬规定' }))
  const item = await publishItem(house, 'river', '河湾镇养犬规定', '2026-09-01')
  expect((await today('river', 'information-officer')).norms).toEqual(none)
  valueOf(await act(house, 'river', id, 'submit', 'information-officer', { item }, made))
  expect((await today('river', 'legal-reviewer')).norms).toEqual({ ...none, waiting: 1 })
  expect((await today('river', 'head')).norms).toEqual(none)
  valueOf(await act(house, 'river', id, 'send-back', 'legal-reviewer', { opinion: '缺依据' }, made))
  expect((await today('river', 'information-officer')).norms).toEqual({
    ...none,
    waiting: 1,
    returned: 1,
  })
  const { items } = valueOf(await listNorms(drafter, { due: 'true' }))
  expect(items).toMatchObject([
    { id, isMine: true, remark: '缺依据', dues: [{ what: 'redraft', on: null }] },
  ])
  valueOf(await act(house, 'river', id, 'submit', 'information-officer', {}, made))
  valueOf(await act(house, 'river', id, 'pass', 'legal-reviewer', { opinion: '合法' }, made))
  expect((await today('river', 'head')).norms).toEqual({ ...none, waiting: 1 })
})

test('row 23: both ends are told what is past its day: filing, review, correction', async () => {
  const norm = await published(house, 'hill', '山前乡采砂规定', made)
  // Fifteen days after 09-01.
  expect((await today('hill', 'head', '2026-09-16T10:00:00+08:00')).norms).toMatchObject({
    waiting: 1,
    late: 0,
  })
  const late = '2026-09-17T10:00:00+08:00'
  expect((await today('hill', 'head', late)).norms).toMatchObject({ waiting: 1, late: 1 })
  valueOf(await act(house, 'hill', norm.id, 'file', 'head', {}, late))
  await carryAll(house, house.posted.splice(0), late)
  expect((await today('hill', 'head', late)).norms).toMatchObject({ waiting: 0, late: 0 })
  expect((await today('east', 'head', late)).filings).toEqual({ filings: 1, filingsLate: 0 })
  const silent = '2026-11-02T10:00:00+08:00'
  expect((await today('east', 'head', silent)).filings).toEqual({ filings: 1, filingsLate: 1 })
  // Who may not open filings is not sent to them.
  expect((await today('east', 'registrar', silent)).filings).toBeNull()
  const upper = await house.ctx('east', officer('head'), silent)
  const [filing] = await house.rows('east', 'norm_filing')
  const back = { opinion: '第一条违法', correctBy: '2026-11-10' }
  valueOf(await actOnFiling(upper, String(filing?.['letter_id']), 'return', back))
  await carryAll(house, house.posted.splice(0), silent)
  expect((await today('hill', 'head', silent)).norms).toMatchObject({
    waiting: 1,
    late: 0,
    returned: 1,
  })
  const overdue = '2026-11-11T10:00:00+08:00'
  expect((await today('hill', 'head', overdue)).norms).toMatchObject({ late: 1, returned: 1 })
  const ctx = await house.ctx('hill', officer('viewer'), overdue)
  expect(valueOf(await listNorms(ctx, { due: 'true' })).items).toMatchObject([
    { isMine: false, remark: '第一条违法', dues: [{ what: 'correct', isOverdue: true }] },
  ])
})
