import { afterAll, beforeAll, expect, test } from 'vitest'
import { actOnCase } from '../../../src/usecases/application/act.ts'
import { receiveApplication } from '../../../src/usecases/application/receive.ts'
import { registerApplication } from '../../../src/usecases/application/register.ts'
import { showStatus } from '../../../src/usecases/application/status.ts'
import { actOnDispute } from '../../../src/usecases/dispute/act.ts'
import { addDisputeFile } from '../../../src/usecases/dispute/add-file.ts'
import { readDisputeFile } from '../../../src/usecases/dispute/read-file.ts'
import { registerDispute } from '../../../src/usecases/dispute/register.ts'
import { sweepFiles } from '../../../src/usecases/region/sweep-files.ts'
import { showStatistics } from '../../../src/usecases/statistics/show-statistics.ts'
import { bytesOf, personForm } from '../../support/application-form.ts'
import { type House, openHouse } from '../../support/house.ts'
import { factsFor } from '../../support/reply-facts.ts'
import { officerOn, registered, reply, review, step, valueOf } from './dispute-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

async function total(): Promise<number | null> {
  const ctx = await house.ctx('pref', { type: 'public' }, '2026-04-01T20:00:00+08:00')
  const region = house.regionCtx('2026-04-01T20:00:00+08:00')
  const shown = valueOf(await showStatistics(ctx, region, { period: '2026', scope: 'own' }))
  return shown.reviewLitigation.review.total
}

test('the same number is registered once; a mistaken entry is taken off and gives it back', async () => {
  const ctx = await officerOn(house, 'pref', '2026-04-01', 'head')
  const first = await registered(ctx)
  expect(await registerDispute(ctx, review)).toMatchObject({
    refusal: { errors: [{ pointer: '/caseNumber', problem: 'taken' }] },
  })
  await step(ctx, first, 'cancel', { note: '登记错了' })
  expect(await total()).toBe(0)
  await registered(ctx)
  expect(await total()).toBe(1)
})

test('a form that comes twice registers once; a stale version, another’s post and what must be said are refused', async () => {
  const ctx = await officerOn(house, 'pref', '2026-04-01', 'head')
  const raw = { ...review, caseNumber: '复20' }
  const one = valueOf(await registerDispute(ctx, raw, 'key-1'))
  expect(valueOf(await registerDispute(ctx, raw, 'key-1')).id).toBe(one.id)
  expect(await actOnDispute(ctx, one.id, 'answer', { version: 7 })).toMatchObject({
    refusal: { code: 'stale' },
  })
  const clerk = await officerOn(house, 'pref', '2026-04-01', 'handler')
  expect(await actOnDispute(clerk, one.id, 'answer', {})).toMatchObject({
    refusal: { code: 'forbidden' },
  })
  const nothing = { kind: 'review', organ: '县政府', acceptedOn: '2026-03-02' }
  expect(await registerDispute(ctx, nothing)).toMatchObject({
    refusal: { errors: [{ pointer: '/case', problem: 'one-of' }] },
  })
  expect(await registerDispute(ctx, { ...nothing, case: '〔2026〕999号' })).toMatchObject({
    refusal: { errors: [{ pointer: '/case', problem: 'not-listed' }] },
  })
})

test('nothing personal of a dispute lies open: party, subject, words and papers are sealed (PIPL)', async () => {
  const ctx = await officerOn(house, 'pref', '2026-04-02', 'head')
  const id = await registered(ctx, { ...review, caseNumber: '复30' })
  await step(ctx, id, 'answer', { note: '金丝雀答复内容' })
  const paper = { name: '金丝雀起诉状.txt', bytes: bytesOf('金丝雀正文') }
  const shown = valueOf(await addDisputeFile(ctx, id, paper, { purpose: 'claim' }))
  const again = valueOf(await addDisputeFile(ctx, id, paper, { purpose: 'claim' }))
  expect(again.files).toEqual(shown.files)
  const kept = await Promise.all(
    ['dispute', 'dispute_note', 'dispute_file', 'event'].map((table) => house.rows('pref', table)),
  )
  expect(JSON.stringify(kept)).not.toContain('金丝雀')
  const file = shown.files[0]?.id ?? ''
  expect(new TextDecoder().decode(valueOf(await readDisputeFile(ctx, id, file)).body)).toBe(
    '金丝雀正文',
  )
  expect((await house.rows('pref', 'event')).at(-1)).toMatchObject({ kind: 'file.opened' })
  const { db, files } = await house.tenant('pref')
  expect(await sweepFiles({ db, files }, Date.now() + 25 * 3_600_000)).toEqual({ removed: 0 })
})

test('the applicant keeps the letter of the old answer, and reads the new one when it is served', async () => {
  const head = await officerOn(house, 'east', '2026-04-01', 'head', 'handler', 'registrar')
  const citizen = await house.ctx('east', { type: 'public' }, '2026-03-02T09:00:00+08:00')
  const sent = valueOf(
    await receiveApplication(citizen, {
      raw: personForm(),
      files: [],
      idempotencyKey: null,
      clientKey: null,
    }),
  )
  const job = await house.ctx(
    'east',
    { type: 'system', job: 'register' },
    '2026-03-02T09:00:00+08:00',
  )
  valueOf(await registerApplication(job, sent.receipt))
  const act = async (action: string, raw: object = {}): Promise<void> => {
    valueOf(await actOnCase(head, sent.receipt, action, raw))
  }
  const letters = async (): Promise<string[]> => {
    const status = valueOf(await showStatus(citizen, sent.receipt, sent.secret))
    return status.letters.map(({ view }) => view.kind)
  }
  await act('confirm-receipt')
  await act('accept')
  await reply(head, sent.receipt, 'denied.processInfo')
  expect(await letters()).toEqual(['refused'])
  const id = await registered(head, { ...review, caseNumber: '复40', case: sent.receipt })
  await step(head, id, 'decide', { result: 'corrected' })
  await step(head, id, 'redo')
  expect(await letters()).toEqual(['refused'])
  await act('draft', { outcome: 'granted', text: '公开', ...factsFor('granted') })
  const checker = await officerOn(house, 'east', '2026-04-01', 'legal-reviewer')
  valueOf(await actOnCase(checker, sent.receipt, 'pass-check', {}))
  await act('sign')
  expect(await letters()).toEqual(['refused'])
  await act('serve', { route: 'post' })
  expect(await letters()).toEqual(['refused', 'disclosed'])
})
