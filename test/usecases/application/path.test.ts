import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor, Role } from '../../../src/domain/shared/actor.ts'
import { actOnCase } from '../../../src/usecases/application/act.ts'
import { correctApplication } from '../../../src/usecases/application/correct.ts'
import { enterApplication } from '../../../src/usecases/application/enter.ts'
import { receiveApplication } from '../../../src/usecases/application/receive.ts'
import { registerApplication } from '../../../src/usecases/application/register.ts'
import type { CaseView } from '../../../src/usecases/application/show-case.ts'
import { showStatus } from '../../../src/usecases/application/status.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { entry, personForm } from '../../support/application-form.ts'
import { type House, officer, openHouse } from '../../support/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const day = 86_400_000
/** An officer of his own: two roles in two persons. */
const person = (ctx: Ctx, name: string, ...roles: Role[]): Ctx => {
  const actor = officer(...roles)
  return { ...ctx, actor: actor.type === 'staff' ? { ...actor, id: `s-${name}` } : actor }
}
const later = (ctx: Ctx, days: number): Ctx => ({ ...ctx, now: ctx.now + days * day })

async function act(ctx: Ctx, receipt: string, action: string, raw: object = {}): Promise<CaseView> {
  const done = await actOnCase(ctx, receipt, action, raw)
  if (!done.ok) throw new Error(`${action}: ${JSON.stringify(done.refusal)}`)
  return done.value
}

async function refused(ctx: Ctx, receipt: string, action: string, raw: object = {}) {
  const done = await actOnCase(ctx, receipt, action, raw)
  return done.ok ? null : done.refusal
}

async function entered(ctx: Ctx, receivedOn: string): Promise<string> {
  const done = await enterApplication(ctx, entry('in-person', { receivedOn }))
  if (!done.ok) throw new Error(JSON.stringify(done.refusal))
  return done.value.receipt
}

test('row 39: drafted, checked by another, signed, served; the clock stands at the posting day (条例第33条, 国办公开办函〔2016〕235号)', async () => {
  const ctx = await house.ctx('east', officer('registrar'), '2026-03-02T09:00:00+08:00')
  const receipt = await entered(ctx, '2026-03-02')
  await act(ctx, receipt, 'accept')
  const writer = person(ctx, 'writer', 'handler', 'legal-reviewer')
  const checker = person(ctx, 'checker', 'legal-reviewer')
  const head = person(ctx, 'head', 'head')
  await act(head, receipt, 'assign', { unit: '法规科', handler: 's-writer' })
  const answer = {
    outcome: 'denied.processInfo',
    text: '经审查，属于过程性信息。',
    article: '讨论记录',
  }
  await act(writer, receipt, 'draft', answer)
  expect(await refused(writer, receipt, 'pass-check')).toEqual({ code: 'same-person' })
  expect(await act(checker, receipt, 'send-back', { why: '请补充依据' })).toMatchObject({
    state: 'accepted',
    draft: null,
    draftText: answer.text,
  })
  await act(writer, receipt, 'draft', { ...answer, text: '依据条例第十六条。' })
  await act(checker, receipt, 'pass-check', { opinion: '同意' })
  await act(head, receipt, 'sign')
  expect(
    await refused(later(head, 3), receipt, 'serve', { route: 'post', servedOn: '2026-03-01' }),
  ).toMatchObject({
    code: 'invalid',
    errors: [{ pointer: '/servedOn', problem: 'before' }],
  })
  const served = await act(later(writer, 4), receipt, 'serve', {
    route: 'post',
    servedOn: '2026-03-05',
    proof: 'XA123',
  })
  expect(served).toMatchObject({
    state: 'replied',
    decidedOn: '2026-03-05',
    outcome: 'denied.processInfo',
    clock: { day: 3, of: 20 },
    reply: { text: '依据条例第十六条。', remedy: 'review-first' },
  })
  await act(later(head, 5), receipt, 'close')
  expect(await act(later(head, 6), receipt, 'archive')).toMatchObject({
    state: 'archived',
    actions: [],
  })
  const stored = JSON.stringify([
    await house.rows('east', 'application_note'),
    await house.rows('east', 'event'),
    await house.rows('east', 'application'),
  ])
  for (const words of ['请补充依据', '同意', 'XA123', '第十六条'])
    expect(stored).not.toContain(words)
})

test('row 39: one correction notice within seven working days; the clock starts anew when it is answered (条例第30条)', async () => {
  const ctx = await house.ctx('west', officer('registrar', 'head'), '2026-03-02T09:00:00+08:00')
  const asPublic: Ctx = { ...ctx, actor: { type: 'public' } }
  const sent = await receiveApplication(asPublic, {
    raw: personForm(),
    files: [],
    idempotencyKey: null,
    clientKey: null,
  })
  if (!sent.ok) throw new Error(sent.refusal.code)
  const { receipt, secret } = sent.value
  const system: Actor = { type: 'system', job: 'register' }
  await registerApplication({ ...ctx, actor: system }, receipt)
  expect(await correctApplication(asPublic, receipt, secret, { text: '补充' })).toMatchObject({
    ok: false,
    refusal: { code: 'step-not-open' },
  })
  await act(ctx, receipt, 'confirm-receipt')
  const notice = { unclear: '年份不明', guidance: '请写明年份', days: 10 }
  expect(await refused(later(ctx, 10), receipt, 'request-correction', notice)).toEqual({
    code: 'not-allowed',
    why: 'correction-late',
  })
  expect(await act(later(ctx, 2), receipt, 'request-correction', notice)).toMatchObject({
    state: 'correcting',
    dueOn: null,
    waitsUntil: '2026-03-18',
    clock: null,
  })
  const status = await showStatus(later(asPublic, 3), receipt, secret)
  expect(status).toMatchObject({
    ok: true,
    value: {
      asked: { for: 'correction', until: '2026-03-18' },
      notes: [{ fields: { unclear: '年份不明', guidance: '请写明年份' } }],
    },
  })
  expect(await refused(later(ctx, 5), receipt, 'abandon')).toEqual({
    code: 'not-allowed',
    why: 'not-overdue',
  })
  expect(
    await correctApplication(later(asPublic, 7), receipt, secret, { text: ' ' }),
  ).toMatchObject({
    ok: false,
    refusal: { code: 'invalid', errors: [{ pointer: '/text', problem: 'required' }] },
  })
  const corrected = await correctApplication(later(asPublic, 7), receipt, secret, {
    text: '2025 年',
  })
  expect(corrected).toMatchObject({
    ok: true,
    value: { state: 'received', receivedOn: '2026-03-02', clock: { dueOn: '2026-04-07', of: 20 } },
  })
  expect(await refused(later(ctx, 8), receipt, 'request-correction', notice)).toEqual({
    code: 'not-allowed',
    why: 'corrected-before',
  })
})

test('row 39: not corrected in time: given up, and counted in its own row (条例第30条, 年报表三（六）1)', async () => {
  const ctx = await house.ctx('hill', officer('registrar'), '2026-03-02T09:00:00+08:00')
  const receipt = await entered(ctx, '2026-03-02')
  await act(ctx, receipt, 'request-correction', { unclear: '不明', guidance: '写清', days: 5 })
  expect(await act(later(ctx, 8), receipt, 'abandon')).toMatchObject({
    state: 'abandoned',
    outcome: 'other.overdueCorrection',
    decidedOn: '2026-03-10',
  })
  expect(await house.rows('hill', 'cell')).toContainEqual({
    period: '2026-03',
    row: 'other.overdueCorrection',
    col: 'naturalPerson',
    n: 1,
  })
})

test('row 39: consulting a third party leaves days out; against its refusal only the public interest opens (条例第32条、第33条)', async () => {
  const ctx = await house.ctx('purse', officer('head'), '2025-04-14T09:00:00+08:00')
  const receipt = await entered(ctx, '2025-04-14')
  await act(ctx, receipt, 'accept')
  await act(later(ctx, 7), receipt, 'consult', {
    party: 'third-party',
    name: '某某公司',
    what: '合同价款',
  })
  const answer = { outcome: 'granted', text: '予以公开' }
  expect(await refused(later(ctx, 8), receipt, 'draft', answer)).toEqual({
    code: 'not-allowed',
    why: 'opinion-open',
  })
  expect(
    await refused(later(ctx, 25), receipt, 'record-opinion', {
      consultation: 1,
      opinion: 'refuse',
    }),
  ).toMatchObject({ code: 'invalid', errors: [{ pointer: '/reasons' }] })
  expect(
    await refused(later(ctx, 25), receipt, 'record-opinion', { consultation: 2, opinion: 'agree' }),
  ).toMatchObject({ code: 'invalid', errors: [{ pointer: '/consultation' }] })
  const opinion = { consultation: 1, opinion: 'refuse', reasons: '商业秘密' }
  expect(await act(later(ctx, 25), receipt, 'record-opinion', opinion)).toMatchObject({
    dueOn: '2025-05-30',
    consultations: [{ n: 1, sentOn: '2025-04-21', returnedOn: '2025-05-09', opinion: 'refuse' }],
  })
  expect(await refused(later(ctx, 26), receipt, 'draft', answer)).toMatchObject({
    code: 'invalid',
    errors: [{ pointer: '/publicInterest', problem: 'required' }],
  })
  const withheld = await act(later(ctx, 26), receipt, 'draft', {
    ...answer,
    publicInterest: '涉及饮用水安全',
  })
  expect(withheld).toMatchObject({ state: 'checking', draft: { publicInterest: true } })
})

test('row 39: extended once, by the head, told before the first due day; fee paid starts the clock anew (条例第33条, 办法第6条)', async () => {
  const ctx = await house.ctx('pref', officer('head'), '2026-03-02T09:00:00+08:00')
  const receipt = await entered(ctx, '2026-03-02')
  await act(ctx, receipt, 'accept')
  const reason = '需要检索的材料多'
  expect(await refused(later(ctx, 1), receipt, 'extend', { days: 21, reason })).toMatchObject({
    code: 'invalid',
    errors: [{ pointer: '/days' }],
  })
  expect(await refused(later(ctx, 29), receipt, 'extend', { days: 10, reason })).toEqual({
    code: 'not-allowed',
    why: 'extension-late',
  })
  expect(await act(later(ctx, 28), receipt, 'extend', { days: 20, reason })).toMatchObject({
    dueOn: '2026-04-28',
  })
  expect(await refused(later(ctx, 29), receipt, 'extend', { days: 1, reason })).toEqual({
    code: 'not-allowed',
    why: 'extended-before',
  })
  const charged = await act(later(ctx, 30), receipt, 'charge', { method: 'per-page', pages: 68 })
  expect(charged).toMatchObject({ state: 'fee-due', dueOn: null, waitsUntil: '2026-04-30' })
  expect(charged.timeline.at(-1)).toMatchObject({ data: { yuan: 380 } })
  expect(await act(later(ctx, 35), receipt, 'record-payment')).toMatchObject({
    state: 'accepted',
    clock: { of: 20, firstDay: '2026-04-07' },
  })
})
