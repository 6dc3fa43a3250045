import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor, Role } from '../../../src/domain/shared/actor.ts'
import { openIdentity } from '../../../src/usecases/application/open-identity.ts'
import { readCaseFile } from '../../../src/usecases/application/read-file.ts'
import { receiveApplication } from '../../../src/usecases/application/receive.ts'
import { registerApplication } from '../../../src/usecases/application/register.ts'
import { showCase } from '../../../src/usecases/application/show-case.ts'
import { showStatus } from '../../../src/usecases/application/status.ts'
import { withdrawApplication } from '../../../src/usecases/application/withdraw.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { pdf, personForm } from '../../support/application-form.ts'
import { type House, officer, openHouse } from '../../support/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const at = '2026-03-02T09:00:00+08:00'
const system: Actor = { type: 'system', job: 'register' }

async function submitted(ctx: Ctx): Promise<{ receipt: string; secret: string }> {
  const result = await receiveApplication(
    { ...ctx, actor: { type: 'public' } },
    {
      raw: personForm(),
      files: [{ name: '身份证.pdf', bytes: pdf }],
      idempotencyKey: null,
      clientKey: null,
    },
  )
  if (!result.ok) throw new Error(result.refusal.code)
  await registerApplication({ ...ctx, actor: system }, result.value.receipt)
  return result.value
}

const as = (ctx: Ctx, ...roles: Role[]): Ctx => ({ ...ctx, actor: officer(...roles) })

test('identities are masked until opened, and each opening is written down once (security 78, 83)', async () => {
  const ctx = await house.ctx('pref', officer('handler'), at)
  const { receipt } = await submitted(ctx)
  const shown = await showCase(ctx, receipt)
  const text = JSON.stringify(shown)
  for (const secret of ['11010519491231002X', '13800001234', 'someone@example.com'])
    expect(text).not.toContain(secret)
  expect(shown).toMatchObject({
    value: {
      personal: { 'applicant.idNumber': '1101**********002X', 'applicant.phone': '138****1234' },
    },
  })
  expect(await openIdentity(ctx, receipt)).toMatchObject({
    ok: true,
    value: { 'applicant.idNumber': '11010519491231002X' },
  })
  const written = (await house.rows('pref', 'event')).filter(
    (event) => event['kind'] === 'identity.opened',
  )
  expect(written).toHaveLength(1)
  expect(written[0]).toMatchObject({
    actor: 'staff:s-handler',
    entity_id: expect.stringContaining(receipt),
  })
  expect(await showCase(ctx, receipt)).toMatchObject({
    ok: true,
    value: {
      version: 2,
      timeline: expect.arrayContaining([expect.objectContaining({ event: 'identity.opened' })]),
    },
  })
  for (const role of ['admin', 'statistician', 'viewer'] as const) {
    expect(await openIdentity(as(ctx, role), receipt)).toMatchObject({
      refusal: { code: 'forbidden' },
    })
  }
})

test('files go to officers of the agency alone, under the case they belong to', async () => {
  const ctx = await house.ctx('pref', officer('handler'), at)
  const [mine, other] = [await submitted(ctx), await submitted(ctx)]
  const shown = await showCase(ctx, mine.receipt)
  const file = shown.ok ? shown.value.files[0] : undefined
  expect(file).toMatchObject({
    name: '身份证.pdf',
    bytes: pdf.length,
    mediaType: 'application/pdf',
  })
  const found = await readCaseFile(ctx, mine.receipt, file?.id ?? '')
  expect(found).toMatchObject({ ok: true, value: { name: '身份证.pdf' } })
  if (found.ok) await new Response(found.value.body).arrayBuffer()
  expect(await readCaseFile(ctx, other.receipt, file?.id ?? '')).toMatchObject({
    refusal: { code: 'not-found' },
  })
  expect(
    await readCaseFile({ ...ctx, actor: { type: 'public' } }, mine.receipt, file?.id ?? ''),
  ).toMatchObject({ refusal: { code: 'unauthenticated' } })
})

test('applicants see and take back their own, and nothing of others’ (security 60, 82)', async () => {
  const ctx = await house.ctx('pref', { type: 'public' }, at)
  const [mine, other] = [await submitted(ctx), await submitted(ctx)]
  const missing = { ok: false, refusal: { code: 'not-found' } }
  expect(await showStatus(ctx, mine.receipt, other.secret)).toEqual(missing)
  expect(await showStatus(ctx, 'SQ-00000-00000-00000-00000', mine.secret)).toEqual(missing)
  expect(await showStatus(ctx, mine.receipt, '')).toEqual(missing)
  expect(await showStatus(ctx, 'x', mine.secret)).toEqual(missing)
  expect(await withdrawApplication(ctx, mine.receipt, other.secret)).toEqual(missing)
  const elsewhere = await house.ctx('east', { type: 'public' }, at)
  expect(await showStatus(elsewhere, mine.receipt, mine.secret)).toEqual(missing)
  expect(
    await showStatus(
      ctx,
      mine.receipt.toLowerCase(),
      mine.secret.toLowerCase().replaceAll('-', ''),
    ),
  ).toMatchObject({
    ok: true,
    value: { state: 'awaiting-confirmation', clock: null, withdrawable: true },
  })
  expect(await withdrawApplication(ctx, mine.receipt, mine.secret)).toMatchObject({
    ok: true,
    value: { state: 'withdrawn', reply: null, withdrawable: false },
  })
  expect(await withdrawApplication(ctx, mine.receipt, mine.secret)).toMatchObject({
    refusal: { code: 'step-not-open' },
  })
})

test('an application taken back before the queue brought it is registered first, so no number is lost', async () => {
  const ctx = await house.ctx('east', { type: 'public' }, at)
  const result = await receiveApplication(ctx, {
    raw: personForm(),
    files: [],
    idempotencyKey: null,
    clientKey: null,
  })
  if (!result.ok) throw new Error(result.refusal.code)
  const { receipt, secret } = result.value
  expect(await withdrawApplication(ctx, receipt, secret)).toMatchObject({
    ok: true,
    value: { state: 'withdrawn', number: '2026-0001' },
  })
  expect(await registerApplication({ ...ctx, actor: system }, receipt)).toEqual({
    ok: true,
    value: { registered: false },
  })
})

test('a representative needs papers, and is sealed and masked like the applicant; names stay byte for byte (issue, 1)', async () => {
  const ctx = await house.ctx('hill', officer('handler'), at)
  const name = '阿依古丽\u{30fb}𠮷\u{f9dc}ཏ'
  const representative = { name, idType: 'passport', idNumber: 'E12345678', phone: '13912345678' }
  const input = {
    raw: { ...personForm(name), representative },
    files: [{ name: '说明.pdf', bytes: pdf }],
    idempotencyKey: null,
    clientKey: null,
  }
  const visitor: Ctx = { ...ctx, actor: { type: 'public' } }
  expect(await receiveApplication(visitor, input)).toMatchObject({
    refusal: { code: 'invalid', errors: [{ pointer: '/authorisation', problem: 'required' }] },
  })
  const files = [{ name: '授权委托书.pdf', bytes: pdf, purpose: 'authorisation' as const }]
  const sent = await receiveApplication(visitor, { ...input, files })
  if (!sent.ok) throw new Error(sent.refusal.code)
  const { receipt } = sent.value
  await registerApplication({ ...ctx, actor: system }, receipt)
  expect(await showCase(ctx, receipt)).toMatchObject({
    value: {
      personal: {
        'representative.idNumber': 'E123*5678',
        'representative.phone': '139****5678',
      },
      files: [{ purpose: 'authorisation' }],
    },
  })
  expect(await openIdentity(ctx, receipt)).toMatchObject({
    value: {
      'applicant.name': name,
      'representative.name': name,
      'representative.idNumber': 'E12345678',
    },
  })
  const stored = JSON.stringify(await house.rows('hill', 'application'))
  for (const secret of [name, 'E12345678', '13912345678']) expect(stored).not.toContain(secret)
})
