import { afterAll, beforeAll, expect, test } from 'vitest'
import { actOnCase } from '../../../../src/usecases/application/act.ts'
import { openIdentity } from '../../../../src/usecases/application/open-identity.ts'
import { copyPersonalData } from '../../../../src/usecases/application/personal-data/copy.ts'
import { correctPersonalData } from '../../../../src/usecases/application/personal-data/correct.ts'
import { decideOnCorrection } from '../../../../src/usecases/application/personal-data/decide-correction.ts'
import { erasePersonalData } from '../../../../src/usecases/application/personal-data/erase.ts'
import { listCorrections } from '../../../../src/usecases/application/personal-data/list-corrections.ts'
import { setNotices } from '../../../../src/usecases/application/personal-data/set-notices.ts'
import { showPersonalData } from '../../../../src/usecases/application/personal-data/show.ts'
import { showCase } from '../../../../src/usecases/application/show-case.ts'
import type { Ctx } from '../../../../src/usecases/context.ts'
import { personForm } from '../../../support/application-form.ts'
import { type House, officer, openHouse } from '../../../support/house.ts'
import { factsFor } from '../../../support/reply-facts.ts'
import { telling, toldCase } from '../../notice/notice-house.ts'
import { valueOf } from '../retention/ended-case.ts'

let plain: House
let house: House
beforeAll(async () => {
  plain = await openHouse()
  house = telling(plain, 'https://sms.example.cn/in')
})
afterAll(() => plain.close())

const at = '2026-03-02T09:00:00+08:00'
const served = { servedOn: '2026-03-02', proof: '发送记录' }
const steps: Readonly<Record<string, unknown>> = {
  draft: { outcome: 'granted', text: '同意公开', ...factsFor('granted') },
}

async function publicCtx(): Promise<Ctx> {
  return house.ctx('east', { type: 'public' }, at)
}

async function desk(): Promise<Ctx> {
  return house.ctx('east', officer('registrar', 'handler', 'head'), at)
}

async function checker(): Promise<Ctx> {
  return house.ctx('east', officer('legal-reviewer', 'first-reviewer'), at)
}

/** Answers a case and serves the answer, up to a step. */
async function upTo(
  receipt: string,
  last: 'serve' | 'close' | 'archive',
  route = 'email',
): Promise<void> {
  const way = [
    'confirm-receipt',
    'accept',
    'draft',
    'pass-check',
    'sign',
    'serve',
    'close',
    'archive',
  ]
  for (const action of way.slice(0, way.indexOf(last) + 1)) {
    const ctx = action === 'pass-check' ? await checker() : await desk()
    const raw = action === 'serve' ? { ...served, route } : (steps[action] ?? {})
    valueOf(await actOnCase(ctx, receipt, action, raw))
  }
}

async function sealedOf(receipt: string): Promise<string> {
  const row = (await plain.rows('east', 'application')).find(({ id }) => id === receipt)
  return String(row?.['sealed'])
}

/** What the journal and the post hold. */
async function written(): Promise<string> {
  return JSON.stringify([await plain.rows('east', 'event'), plain.posted])
}

test('security 82: what is kept is shown masked; in full it is written down first; a wrong password shows nothing', async () => {
  const { receipt, secret } = await toldCase(house, at)
  const masked = valueOf(await showPersonalData(await publicCtx(), receipt, secret))
  const text = JSON.stringify(masked.fields)
  expect(text).not.toMatch(/13800001234|11010519491231002X|someone@/)
  expect(masked).toMatchObject({ isFull: false, openings: { n: 0, last: null }, acts: [] })
  const full = valueOf(await showPersonalData(await publicCtx(), receipt, secret, true))
  expect(JSON.stringify(full.fields)).toContain('11010519491231002X')
  expect(full.acts).toEqual([])
  const after = valueOf(await showPersonalData(await publicCtx(), receipt, secret))
  expect(after.acts).toMatchObject([{ event: 'personal-data.shown', data: { as: 'page' } }])
  for (const [a, b] of [
    [receipt, 'AAAA-AAAA-AAAA-AAAA'],
    ['SQ-AAAAA-AAAAA-AAAAA-AAAAA', secret],
    ['x', 'y'],
  ] as const) {
    expect(await showPersonalData(await publicCtx(), a, b, true)).toEqual({
      ok: false,
      refusal: { code: 'not-found' },
    })
  }
})

test('第45条: officers who looked are counted, never named; a copy holds everything and is written down', async () => {
  const { receipt, secret } = await toldCase(house, at)
  valueOf(await openIdentity(await desk(), receipt))
  valueOf(await openIdentity(await desk(), receipt))
  const copied = valueOf(await copyPersonalData(await publicCtx(), receipt, secret, {}))
  expect(copied.view.openings).toEqual({ n: 2, last: at })
  expect(JSON.stringify(copied.view)).toContain('13800001234')
  expect(JSON.stringify(copied.view)).not.toContain('测试员')
})

test('第46条: contact is corrected at once, and the journal names the field and no value', async () => {
  const { receipt, secret } = await toldCase(house, at)
  const raw = { applicant: { phone: '13911112222', address: '新址路 1 号' } }
  valueOf(await correctPersonalData(await publicCtx(), receipt, secret, raw))
  const full = valueOf(await showPersonalData(await publicCtx(), receipt, secret, true))
  const shown = JSON.stringify(full.fields)
  expect(shown).toContain('13911112222')
  expect(shown).toContain('新址路 1 号')
  expect(shown).not.toContain('13800001234')
  const journal = await written()
  expect(journal).toContain('personal-data.corrected')
  expect(journal).not.toMatch(/13911112222|13800001234|新址路/)
  // The same again changes nothing; the case did not move, so nobody's page is stale.
  expect(await correctPersonalData(await publicCtx(), receipt, secret, raw)).toMatchObject({
    refusal: { code: 'invalid' },
  })
  const view = valueOf(await showCase(await desk(), receipt))
  expect(view).toMatchObject({ version: 2, contactTries: 0 })
})

test('第46条第二款: identity waits for the desk, which accepts or declines with a reason; a second one waits', async () => {
  const { receipt, secret } = await toldCase(house, at)
  const raw = { applicant: { name: '王晓明', idNumber: '110105194912310038' }, reason: '登记有误' }
  const asked = await correctPersonalData(await publicCtx(), receipt, secret, {
    ...raw,
    applicant: { name: '王晓明' },
  })
  expect(valueOf(asked).corrections).toMatchObject([{ state: 'asked', fields: ['applicant.name'] }])
  expect(
    await correctPersonalData(await publicCtx(), receipt, secret, {
      applicant: { name: '王小名' },
      reason: '再改',
    }),
  ).toMatchObject({ refusal: { code: 'not-allowed', why: 'correction-open' } })
  const listed = valueOf(await listCorrections(await desk()))
  const one = listed.items.find((item) => item.receipt === receipt)
  expect(one).toMatchObject({ fields: ['applicant.name'] })
  expect(JSON.stringify(listed)).not.toContain('王晓明')
  const id = one?.id ?? ''
  const before = valueOf(await showCase(await desk(), receipt))
  expect(before.corrections).toMatchObject([{ values: { 'applicant.name': '王晓明' } }])
  expect(before.personal['applicant.name']).toBe('王小明')
  expect(await decideOnCorrection(await desk(), id, 'decline', {})).toMatchObject({
    refusal: { code: 'invalid' },
  })
  const reader = await house.ctx('east', officer('viewer'), at)
  expect(await decideOnCorrection(reader, id, 'accept', {})).toMatchObject({
    refusal: { code: 'forbidden' },
  })
  valueOf(await decideOnCorrection(await desk(), id, 'accept', {}))
  expect(await decideOnCorrection(await desk(), id, 'accept', {})).toMatchObject({
    refusal: { code: 'stale' },
  })
  const after = valueOf(await showCase(await desk(), receipt))
  expect(after.personal['applicant.name']).toBe('王晓明')
  expect(after.corrections).toEqual([])
  expect(await written()).not.toMatch(/王晓明|登记有误/)
  const declinedOne = valueOf(
    await correctPersonalData(await publicCtx(), receipt, secret, {
      applicant: { name: '张三' },
      reason: '想改',
    }),
  ).corrections.find(({ state }) => state === 'asked')
  valueOf(
    await decideOnCorrection(await desk(), declinedOne?.id ?? '', 'decline', {
      reason: '与证件不一致',
    }),
  )
  const told = valueOf(await showPersonalData(await publicCtx(), receipt, secret))
  const answered = told.corrections.find(({ state }) => state === 'declined')
  expect(answered?.answer).toBe('与证件不一致')
})

test('第47条: an open case keeps its only way to the applicant; once served and closed all contacts go, and notices with them', async () => {
  const { receipt, secret } = await toldCase(house, at, {
    ...personForm(),
    delivery: { form: 'electronic', route: 'online' },
  })
  const all = ['applicant.phone', 'applicant.email', 'applicant.address', 'applicant.postcode']
  expect(
    await erasePersonalData(await publicCtx(), receipt, secret, { fields: all }),
  ).toMatchObject({
    refusal: { code: 'not-allowed', why: 'contact-needed' },
  })
  expect(
    await erasePersonalData(await publicCtx(), receipt, secret, { fields: ['applicant.name'] }),
  ).toMatchObject({ refusal: { code: 'invalid' } })
  valueOf(
    await erasePersonalData(await publicCtx(), receipt, secret, { fields: ['applicant.phone'] }),
  )
  const notices = (await plain.rows('east', 'notice')).filter(
    (row) => row['application_id'] === receipt,
  )
  expect(notices).toMatchObject([{ state: 'cancelled', why: 'contact-erased', next_at: null }])
  await upTo(receipt, 'close', 'online')
  const left = all.slice(1)
  valueOf(await erasePersonalData(await publicCtx(), receipt, secret, { fields: left }))
  expect(Object.keys(JSON.parse(await sealedOf(receipt)))).toEqual([
    'applicant.name',
    'applicant.idType',
    'applicant.idNumber',
    'request.subject',
    'request.description',
    'request.docNumber',
  ])
  const waiting = (await plain.rows('east', 'notice')).filter(
    (row) => row['application_id'] === receipt && row['next_at'] !== null,
  )
  expect(waiting).toEqual([])
  // Again is nothing.
  valueOf(await erasePersonalData(await publicCtx(), receipt, secret, { fields: left }))
})

test('档案法: of a filed case nothing is corrected or erased, and the applicant reads why', async () => {
  const { receipt, secret } = await toldCase(house, at)
  await upTo(receipt, 'archive')
  const view = valueOf(await showPersonalData(await publicCtx(), receipt, secret))
  expect(view.correctionBar).toBe('case-archived')
  expect(view.fields.map(({ bar }) => bar)).toContain('case-archived')
  expect(view.retention).toEqual({ term: 10, keptUntil: '2036-03-02' })
  const phone = { applicant: { phone: '13911112222' } }
  expect(await correctPersonalData(await publicCtx(), receipt, secret, phone)).toMatchObject({
    refusal: { code: 'not-allowed', why: 'case-archived' },
  })
  expect(
    await erasePersonalData(await publicCtx(), receipt, secret, { fields: ['applicant.phone'] }),
  ).toMatchObject({ refusal: { code: 'not-allowed', why: 'case-archived' } })
})

test('第15条: agreement to notices is taken back at any time, and what waits is not sent', async () => {
  const { receipt, secret } = await toldCase(house, at)
  valueOf(await setNotices(await publicCtx(), receipt, secret, { wanted: false }))
  const notices = (await plain.rows('east', 'notice')).filter(
    (row) => row['application_id'] === receipt,
  )
  expect(notices).toMatchObject([{ state: 'cancelled', why: 'consent-withdrawn' }])
  valueOf(await actOnCase(await desk(), receipt, 'confirm-receipt', {}))
  expect(
    (await plain.rows('east', 'notice')).filter((row) => row['application_id'] === receipt),
  ).toHaveLength(1)
  valueOf(await setNotices(await publicCtx(), receipt, secret, { wanted: true }))
  valueOf(await actOnCase(await desk(), receipt, 'accept', {}))
  expect(
    (await plain.rows('east', 'notice')).filter((row) => row['application_id'] === receipt),
  ).toHaveLength(2)
})

test('two tabs: of two corrections at once neither writes over the other', async () => {
  const { receipt, secret } = await toldCase(house, at)
  const ctx = await publicCtx()
  const done = await Promise.all([
    correctPersonalData(ctx, receipt, secret, { applicant: { phone: '13911112222' } }),
    correctPersonalData(ctx, receipt, secret, { applicant: { email: 'new@example.com' } }),
  ])
  const refused = done.filter(({ ok }) => !ok)
  for (const one of refused) expect(one).toMatchObject({ refusal: { code: 'stale' } })
  const full = JSON.stringify(valueOf(await showPersonalData(ctx, receipt, secret, true)).fields)
  const changes = ['13911112222', 'new@example.com'].filter((value) => full.includes(value))
  expect(changes).toHaveLength(2 - refused.length)
})
