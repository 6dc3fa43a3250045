import { afterAll, beforeAll, expect, test } from 'vitest'
import { compareRequest } from '../../../../src/usecases/application/same-request/compare-request.ts'
import { decideOnDestruction } from '../../../../src/usecases/application/retention/decide.ts'
import { destroyCases } from '../../../../src/usecases/application/retention/destroy.ts'
import { listRetention } from '../../../../src/usecases/application/retention/list.ts'
import { proposeDestruction } from '../../../../src/usecases/application/retention/propose.ts'
import { showCase } from '../../../../src/usecases/application/show-case.ts'
import { recompute } from '../../../../src/usecases/statistics/recompute.ts'
import { sweepFiles } from '../../../../src/usecases/region/sweep-files.ts'
import { addDisputeFile } from '../../../../src/usecases/dispute/add-file.ts'
import { actOnDispute } from '../../../../src/usecases/dispute/act.ts'
import { bytesOf } from '../../../support/application-form.ts'
import { type House, openHouse } from '../../../support/house.ts'
import { factsFor } from '../../../support/reply-facts.ts'
import { carryAll } from '../../../jobs/carry.ts'
import { headOf, receivedCase, sendAway } from '../../../jobs/transfer-house.ts'
import { registered, review } from '../../dispute/dispute-house.ts'
import { act, add, as, handled, head, served } from '../answer-house.ts'
import { officerNamed, valueOf } from './ended-case.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const then = '2016-03-02T09:00:00+08:00'
const clerk = officerNamed('clerk', 'registrar')
const boss = officerNamed('boss', 'head')

/** Tables of an agency in which a sealed value stands, with how many. */
async function sealedIn(agency: string): Promise<Record<string, number>> {
  const { db } = await house.tenant(agency)
  const { results } = await db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%cf%'")
    .all<{ name: string }>()
  const found: Record<string, number> = {}
  for (const { name } of results) {
    const n = JSON.stringify(await house.rows(agency, name)).split('a1.').length - 1
    if (n > 0) found[name] = n
  }
  return found
}

async function destroyAll(agency: string, at: string): Promise<string[]> {
  const ctx = await house.ctx(agency, clerk, at)
  const { due } = valueOf(await listRetention(ctx))
  const receipts = due.map(({ receipt }) => receipt)
  const { id } = valueOf(await proposeDestruction(ctx, { receipts }))
  valueOf(await decideOnDestruction(await house.ctx(agency, boss, at), id, 'approve', {}))
  const job = { type: 'system', job: 'destroy' } as const
  valueOf(await destroyCases(await house.ctx(agency, job, at), id))
  return receipts
}

test('experiment 22: a sealed original, papers of a dispute, words and marks of a case: no sealed value and no object is left', async () => {
  const { ctx, receipt } = await handled(house, 'west', '2020-03-02T09:00:00+08:00')
  valueOf(await compareRequest({ ...ctx, actor: { type: 'system', job: 'compare' } }, receipt))
  const file = { name: '已区分处理.txt', bytes: bytesOf('合同正文，账号略') }
  const original = { name: '原件.txt', bytes: bytesOf('合同正文，账号 6222021234567890128') }
  await add(ctx, receipt, { file, original })
  await served(ctx, receipt, {
    outcome: 'partialGrant',
    text: '合同可以公开。',
    withheld: '账号',
    withheldGround: 'denied.thirdPartyRights',
    article: '个人隐私',
  })
  await act(as(ctx, head), receipt, 'close')
  const lawyer = as(ctx, officerNamed('lawyer', 'legal-reviewer'))
  const days = { acceptedOn: '2020-03-02', receivedOn: '2020-03-02' }
  const dispute = await registered(lawyer, { ...review, ...days, case: receipt })
  const paper = { name: '申请书.txt', bytes: bytesOf('复议申请书') }
  valueOf(await addDisputeFile(lawyer, dispute, paper, { purpose: 'claim' }))
  valueOf(await actOnDispute(lawyer, dispute, 'decide', { result: 'upheld', note: '维持' }))
  const before = await sealedIn('west')
  expect(Object.keys(before)).toEqual(
    expect.arrayContaining(['application', 'dispute', 'dispute_file', 'sealed_original']),
  )
  expect(await house.rows('west', 'request_mark')).not.toEqual([])
  const { files } = await house.tenant('west')
  expect((await files.list(Date.now() + 60_000)).keys).toHaveLength(3)

  expect(await destroyAll('west', '2050-03-03T09:00:00+08:00')).toEqual([receipt])
  expect(await sealedIn('west')).toEqual({})
  expect(await house.rows('west', 'request_mark')).toEqual([])
  expect((await files.list(Date.now() + 60_000)).keys).toEqual([])
})

test('条例第36条第五项: a case that went to another agency is kept for its term here too, and then nothing of it is left', async () => {
  const { receipt } = await receivedCase(house, then)
  const sender = await headOf(house, 'east', then)
  const within = { to: 'purse', basis: 'one-government' }
  await carryAll(house, await sendAway(house, sender, receipt, within), '2016-03-02T09:20:00+08:00')
  await carryAll(
    house,
    [{ v: 1, kind: 'sweep', tenants: ['east', 'purse'] }],
    '2016-03-02T09:30:00+08:00',
  )
  const early = await house.ctx('east', clerk, '2026-03-02T09:00:00+08:00')
  expect(valueOf(await showCase(early, receipt)).state).toBe('transferred')
  expect(valueOf(await listRetention(early)).due).toEqual([])
  const late = '2026-03-03T09:00:00+08:00'
  expect(await destroyAll('east', late)).toEqual([receipt])
  expect(await sealedIn('east')).toEqual({})
  const { db, files } = await house.tenant('east')
  // What lay ready for the other agency goes with the night's sweep.
  await sweepFiles({ db, files }, Date.now() + 2 * 86_400_000)
  expect((await files.list(Date.now() + 60_000)).keys).toEqual([])
  const ctx = await house.ctx('east', boss, late)
  expect(valueOf(await showCase(ctx, receipt)).state).toBe('destroyed')
  expect((await recompute(ctx, house.regionCtx(late))).own).toEqual([])
  const there = await house.ctx('purse', officerNamed('boss', 'head'), then)
  const [moved] = await house.rows('purse', 'application')
  const taken = String(moved?.['id'])
  await act(there, taken, 'accept')
  await act(there, taken, 'reply', { outcome: 'granted', text: '答复', ...factsFor('granted') })
  await act(there, taken, 'close')
  expect(await destroyAll('purse', late)).toEqual([taken])
  expect(await sealedIn('purse')).toEqual({})
})

test('条例第39条: a converted case is kept for its term; one taken back as an application is open again', async () => {
  const { ctx, receipt } = await handledConverted()
  const late = '2026-03-03T09:00:00+08:00'
  const clerkLate = await house.ctx('hill', clerk, late)
  expect(valueOf(await listRetention(clerkLate)).due.map((one) => one.receipt)).toEqual([receipt])
  await act(ctx, receipt, 'reopen-as-application', { why: '仍是信息公开申请' })
  expect(valueOf(await listRetention(clerkLate)).due).toEqual([])
})

async function handledConverted(): Promise<Awaited<ReturnType<typeof handled>>> {
  const desk = await house.ctx('hill', officerNamed('desk', 'registrar', 'head'), then)
  const { receipt } = await handled(house, 'hill', then, undefined, false)
  await act(desk, receipt, 'convert', { kind: 'consultation', pointedTo: '政务服务热线 12345' })
  return { ctx: desk, receipt }
}
