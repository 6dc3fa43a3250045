import { afterAll, beforeAll, expect, test } from 'vitest'
import { actOnSameRequest } from '../../../src/usecases/application/same-request/act-on-same-request.ts'
import { compareRequest } from '../../../src/usecases/application/same-request/compare-request.ts'
import { enterApplication } from '../../../src/usecases/application/enter.ts'
import {
  listSameRequests,
  type SameRequests,
} from '../../../src/usecases/application/same-request/list-same-requests.ts'
import { showSameRequest } from '../../../src/usecases/application/same-request/show-same-request.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { sweepAgency } from '../../../src/usecases/region/sweep-agency.ts'
import { bytesOf } from '../../support/application-form.ts'
import { countingDb } from '../../support/counting-db.ts'
import { crashing, Died } from '../../support/crash.ts'
import { type House, officer, openHouse } from '../../support/house.ts'
import { act, add, as, formOf, head, served } from './answer-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const at = '2026-03-02T09:00:00+08:00'
const plan = '河湾镇土地征收补偿安置方案'
const job = { type: 'system', job: 'compare' } as const
let people = 0

/** Somebody new, who asks for something. */
function asking(subject: string, docNumber?: string): Record<string, unknown> {
  people += 1
  const name = `赵${String.fromCodePoint(0x4e_00 + people)}甲`
  return formOf({
    applicant: {
      name,
      idType: 'passport',
      idNumber: `E${String(10_000_000 + people)}`,
      phone: `139${String(10_000_000 + people)}`,
      address: `${name}家`,
    },
    request: { subject: `${subject}（${name}）`, docNumber },
  })
}

async function asked(
  agency: string,
  form: Record<string, unknown>,
): Promise<{ ctx: Ctx; receipt: string }> {
  const ctx = await house.ctx(agency, officer('registrar', 'head'), at)
  const entry = { channel: 'in-person', receivedOn: '2026-03-02', ...form }
  const done = await enterApplication(ctx, entry)
  if (!done.ok) throw new Error(JSON.stringify(done.refusal))
  return { ctx, receipt: done.value.receipt }
}

async function compared(agency: string, form: Record<string, unknown>): Promise<string> {
  const { ctx, receipt } = await asked(agency, form)
  expect(await compareRequest(as(ctx, job), receipt)).toEqual({ ok: true, value: null })
  return receipt
}

async function proposals(agency: string, raw: object = {}): Promise<SameRequests['items']> {
  const listed = await listSameRequests(await house.ctx(agency, head, at), raw)
  if (!listed.ok) throw new Error(listed.refusal.code)
  return listed.value.items
}

test('several applicants for the same raise one proposal, without their names; accepted, it becomes a draft (条例第44条)', async () => {
  const mine = asking(plan)
  await compared('east', mine)
  await compared('east', mine)
  await compared('east', asking('河湾镇小学 2026 年招生办法'))
  expect(await proposals('east')).toEqual([])
  const third = await compared('east', asking(`申请公开${plan}`))
  await compared('east', asking(plan))
  const [proposal, ...rest] = await proposals('east')
  expect(rest).toEqual([])
  expect(proposal).toMatchObject({ cases: 4, applicants: 3, state: 'open' })
  expect(proposal?.subject).toContain(plan)
  expect(proposal?.subject).not.toContain('赵')
  // What is stored to compare by tells nothing of what was asked, nor by whom.
  const stored = JSON.stringify([
    await house.rows('east', 'request_mark'),
    await house.rows('east', 'same_request'),
    await house.rows('east', 'same_request_case'),
  ])
  for (const word of ['河湾', '征收', '赵', 'E1000']) expect(stored).not.toContain(word)
  const ctx = await house.ctx('east', head, at)
  await act(await house.ctx('east', officer('registrar', 'head'), at), third, 'accept')
  await add(ctx, third, { file: { name: '方案.txt', bytes: bytesOf('方案全文') } })
  await served(ctx, third, { outcome: 'granted', text: `${plan}见附件。` })
  const id = proposal?.id ?? ''
  const done = await actOnSameRequest(ctx, id, 'accept', { version: proposal?.version })
  expect(done).toMatchObject({ ok: true, value: { state: 'accepted', actions: [] } })
  const item = done.ok ? done.value.itemId : ''
  const row = (await house.rows('east', 'item')).find((one) => one['id'] === item)
  expect(row).toMatchObject({ state: 'draft', attribute: null })
  expect(String(row?.['content'])).toContain('方案.txt')
  expect(JSON.stringify(row)).not.toContain('赵')
  const source = (await house.rows('east', 'application')).find((one) => one['id'] === third)
  expect(source?.['item_id']).toBe(item)
  // Decided once; one more who asks joins it and raises nothing.
  expect(await actOnSameRequest(ctx, id, 'accept', {})).toMatchObject({
    refusal: { code: 'step-not-open' },
  })
  await compared('east', asking(plan))
  expect(await proposals('east')).toEqual([])
  expect(await proposals('east', { state: 'accepted' })).toMatchObject([{ cases: 5 }])
})

test('declined with its reason, which is sealed; nobody answered yet: accepted as a bare draft', async () => {
  await compared('west', asking('某项目环评', '东环函〔2025〕7号'))
  await compared('west', asking('那份批复的全文', '东环函[2025]7号'))
  const [proposal] = await proposals('west')
  const ctx = await house.ctx('west', head, at)
  const id = proposal?.id ?? ''
  expect(await actOnSameRequest(ctx, id, 'decline', {})).toMatchObject({
    refusal: { errors: [{ pointer: '/reason', problem: 'required' }] },
  })
  const reader = as(ctx, officer('legal-reviewer'))
  expect(await actOnSameRequest(reader, id, 'decline', { reason: '不' })).toMatchObject({
    refusal: { code: 'forbidden' },
  })
  const declined = await actOnSameRequest(ctx, id, 'decline', { reason: '涉及商业秘密' })
  expect(declined).toMatchObject({ value: { state: 'declined', reason: '涉及商业秘密' } })
  expect(JSON.stringify(await house.rows('west', 'same_request'))).not.toContain('商业秘密')
  const stale = await actOnSameRequest(ctx, id, 'accept', { version: proposal?.version })
  expect(stale).toMatchObject({ refusal: { code: 'stale' } })
  const accepted = await actOnSameRequest(ctx, id, 'accept', {})
  const item = accepted.ok ? accepted.value.itemId : ''
  const row = (await house.rows('west', 'item')).find((one) => one['id'] === item)
  expect(String(row?.['title'])).toMatch(/某项目环评|那份批复的全文/)
  expect(JSON.stringify(row)).not.toContain('赵')
})

test('two at once see each other; messages twice, out of order and lost raise one proposal (experiment 2)', async () => {
  const first = await asked('river', asking(plan))
  const second = await asked('river', asking(plan))
  const ctx = as(first.ctx, job)
  await Promise.all(
    [first, second, second, first].map(({ receipt }) => compareRequest(ctx, receipt)),
  )
  expect(await proposals('river')).toMatchObject([{ cases: 2, applicants: 2 }])
  // One whose message was lost is found in the outbox.
  const third = await asked('river', asking(plan))
  house.posted.length = 0
  await sweepAgency({ ...third.ctx, now: third.ctx.now + 60_000 }, null)
  expect(house.posted).toContainEqual({
    v: 1,
    kind: 'compare',
    tenant: 'river',
    key: third.receipt,
  })
  const probe = crashing(ctx, null)
  await compareRequest(probe.ctx, third.receipt)
  let cases = 3
  for (let point = 0; point < probe.points(); point += 1) {
    for (const when of ['before', 'after'] as const) {
      const { receipt } = await asked('river', asking(plan))
      const dying = compareRequest(crashing(ctx, { at: point, when }).ctx, receipt)
      await expect(dying).rejects.toThrow(Died)
      expect(await compareRequest(ctx, receipt)).toEqual({ ok: true, value: null })
      cases += 1
    }
  }
  expect(probe.points()).toBeGreaterThanOrEqual(4)
  expect(await proposals('river')).toMatchObject([{ cases, applicants: cases }])
  const owed = (await house.rows('river', 'event')).filter((row) => row['topic'] === 'compare')
  expect(owed).toEqual([])
}, 240_000)

test('a crash at every await of accepting: one item or none, and the same act ends it (experiment 2)', async () => {
  const ctx = await house.ctx('hill', head, at)
  const raised = async (n: number): Promise<string> => {
    const subject = `第 ${String(n)} 号地块拆迁评估报告`
    await compared('hill', asking(subject))
    await compared('hill', asking(subject))
    return (await proposals('hill'))[0]?.id ?? ''
  }
  const probe = crashing(ctx, null)
  expect((await actOnSameRequest(probe.ctx, await raised(1), 'accept', {})).ok).toBe(true)
  let n = 1
  for (let point = 0; point < probe.points(); point += 1) {
    for (const when of ['before', 'after'] as const) {
      n += 1
      const id = await raised(n)
      await expect(
        actOnSameRequest(crashing(ctx, { at: point, when }).ctx, id, 'accept', {}),
      ).rejects.toThrow(Died)
      await actOnSameRequest(ctx, id, 'accept', {})
      const shown = await showSameRequest(ctx, id)
      expect(shown).toMatchObject({ ok: true, value: { state: 'accepted' } })
      expect(await house.rows('hill', 'item')).toHaveLength(n)
    }
  }
}, 240_000)

test('a comparison costs the same beside 45 and beside 60 like requests: no scan of the cases', async () => {
  const own = await house.ctx('pref', officer('registrar', 'head'), at)
  const counted = countingDb(own.db)
  const costs: number[] = []
  for (let n = 1; n <= 60; n += 1) {
    const { ctx, receipt } = await asked('pref', asking(plan))
    counted.reset()
    await compareRequest({ ...as(ctx, job), db: counted.db }, receipt)
    if (n === 45 || n === 60) costs.push(counted.cost().rowsRead)
  }
  const [before = 0, after = 0] = costs
  expect(after).toBeLessThanOrEqual(before + 10)
  expect(after).toBeLessThanOrEqual(400)
}, 240_000)
