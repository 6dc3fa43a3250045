import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../../src/domain/shared/actor.ts'
import { actOnCase } from '../../../src/usecases/application/act.ts'
import { enterApplication } from '../../../src/usecases/application/enter.ts'
import type { CaseView } from '../../../src/usecases/application/show-case.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { personForm } from '../../support/application-form.ts'
import { type House, officer, openHouse } from '../../support/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const day = 86_400_000
const later = (ctx: Ctx, days: number): Ctx => ({ ...ctx, now: ctx.now + days * day })
const as = (ctx: Ctx, actor: Actor): Ctx => ({ ...ctx, actor })

async function act(ctx: Ctx, receipt: string, action: string, raw: object = {}): Promise<CaseView> {
  const done = await actOnCase(ctx, receipt, action, raw)
  if (!done.ok) throw new Error(`${action}: ${JSON.stringify(done.refusal)}`)
  return done.value
}

async function accepted(ctx: Ctx, receivedOn: string): Promise<string> {
  const entry = { channel: 'in-person', receivedOn, ...personForm('王小明') }
  const done = await enterApplication(ctx, entry)
  if (!done.ok) throw new Error(JSON.stringify(done.refusal))
  await act(ctx, done.value.receipt, 'accept')
  return done.value.receipt
}

test('numbers of a kind and year have no gap under two commits at once; a step that fails uses none', async () => {
  const ctx = await house.ctx('west', officer('head'), '2026-03-02T09:00:00+08:00')
  const cases: string[] = []
  for (let at = 0; at < 6; at += 1) cases.push(await accepted(ctx, '2026-03-02'))
  const extend = { days: 5, reason: '材料多' }
  const [first = ''] = cases
  const twice = await Promise.all([
    actOnCase(ctx, first, 'extend', extend),
    actOnCase(ctx, first, 'extend', extend),
    ...cases.slice(1).map((receipt) => actOnCase(ctx, receipt, 'extend', extend)),
  ])
  expect(twice.filter(({ ok }) => ok)).toHaveLength(6)
  const rows = await house.rows('west', 'application_instrument')
  expect(rows.map(({ serial }) => Number(serial)).toSorted((a, b) => a - b)).toEqual([
    1, 2, 3, 4, 5, 6,
  ])
  const stored = JSON.stringify(rows)
  for (const words of ['王小明', '材料多', '延期']) expect(stored).not.toContain(words)
})

test('a reply that comes back after signing is void, and its number stays used (条例第36条)', async () => {
  const ctx = await house.ctx('east', officer('head'), '2026-03-02T09:00:00+08:00')
  const receipt = await accepted(ctx, '2026-03-02')
  const checker = as(ctx, officer('legal-reviewer'))
  const answer = { outcome: 'granted', text: '予以公开。' }
  for (const round of [1, 2]) {
    await act(ctx, receipt, 'draft', answer)
    await act(checker, receipt, 'pass-check')
    await act(ctx, receipt, 'sign')
    if (round === 1) await act(ctx, receipt, 'send-back', { why: '写错了' })
  }
  const rows = await house.rows('east', 'application_instrument')
  expect(rows.map((row) => [row['kind'], row['serial'], row['void']])).toEqual(
    expect.arrayContaining([
      ['disclosed', 1, 1],
      ['disclosed', 2, 0],
    ]),
  )
})

test('what goes to a third party may not tell who applied (条例第32条)', async () => {
  const ctx = await house.ctx('hill', officer('head'), '2026-03-02T09:00:00+08:00')
  const receipt = await accepted(ctx, '2026-03-02')
  const consult = { party: 'third-party', name: '某公司', what: '王小明要的合同' }
  expect(await actOnCase(ctx, receipt, 'consult', consult)).toMatchObject({
    ok: false,
    refusal: { code: 'invalid', errors: [{ pointer: '/what', problem: 'names-applicant' }] },
  })
  expect(await house.rows('hill', 'application_instrument')).toEqual([])
  await act(ctx, receipt, 'consult', { ...consult, what: '2025 年合同' })
  const opinion = { consultation: 1, opinion: 'refuse', reasons: '商业秘密' }
  await act(later(ctx, 3), receipt, 'record-opinion', opinion)
  const answer = { outcome: 'granted', text: '予以公开。' }
  expect(
    await actOnCase(later(ctx, 4), receipt, 'reply', {
      ...answer,
      publicInterest: '13800001234 要',
    }),
  ).toMatchObject({ ok: false, refusal: { errors: [{ pointer: '/publicInterest' }] } })
  await act(later(ctx, 4), receipt, 'reply', { ...answer, publicInterest: '涉及饮用水安全' })
  const rows = await house.rows('hill', 'application_instrument')
  expect(rows.map(({ kind }) => String(kind)).toSorted((a, b) => a.localeCompare(b))).toEqual([
    'disclosed',
    'rights-holder',
    'third-party-opinion',
  ])
})
