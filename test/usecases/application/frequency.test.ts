import { afterAll, beforeAll, expect, test } from 'vitest'
import { contactTries } from '../../../src/domain/application/contact.ts'
import { lifecycle } from '../../../src/domain/application/lifecycle.ts'
import { actOnCase } from '../../../src/usecases/application/act.ts'
import { enterApplication } from '../../../src/usecases/application/enter.ts'
import { listCases } from '../../../src/usecases/application/list-cases.ts'
import { showCase } from '../../../src/usecases/application/show-case.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { entry } from '../../support/application-form.ts'
import { type House, officer, openHouse } from '../../support/house.ts'

let house: House
let ctx: Ctx
beforeAll(async () => {
  house = await openHouse()
  ctx = await house.ctx('pref', officer('registrar', 'handler'), '2026-11-27T09:00:00+08:00')
})
afterAll(() => house.close())

async function entered(channel: string, days: Record<string, string>): Promise<string> {
  const done = await enterApplication(ctx, entry(channel, days))
  if (!done.ok) throw new Error(JSON.stringify(done.refusal))
  return done.value.receipt
}

test('the case tells how often its applicant applied in its month and in twelve, and never bars a step (条例第35条、第42条)', async () => {
  const came = (receivedOn: string): Promise<string> => entered('in-person', { receivedOn })
  await came('2025-11-30')
  await came('2025-12-01')
  await came('2026-10-31')
  await came('2026-11-01')
  const last = await came('2026-11-26')
  const earlier = await came('2026-11-25')
  const frequency = { month: 3, year: 5, isFrequent: false }
  expect(await showCase(ctx, last)).toMatchObject({
    value: { frequency: { ...frequency, before: 2 } },
  })
  expect(await showCase(ctx, earlier)).toMatchObject({
    value: { frequency: { ...frequency, before: 1 } },
  })
  for (let n = 0; n < 7; n += 1) await came('2026-11-20')
  expect(await showCase(ctx, last)).toMatchObject({
    value: { frequency: { month: 10, before: 9, isFrequent: true } },
  })
  expect(await actOnCase(ctx, last, 'accept', {})).toMatchObject({ ok: true })
  const strict = { ...ctx.agency, settings: { ...ctx.agency.settings, frequentInMonth: 11 } }
  expect(await showCase({ ...ctx, agency: strict }, last)).toMatchObject({
    value: { frequency: { isFrequent: false } },
  })
})

test('办法 Art. 4: a fee by items counts the applicant’s earlier ones of the month itself where nobody states them', async () => {
  const east = await house.ctx('east', officer('registrar', 'handler'), '2026-11-27T09:00:00+08:00')
  const receipts: string[] = []
  for (let n = 0; n < 11; n += 1) {
    const receivedOn = n < 10 ? '2026-11-24' : '2026-11-26'
    const done = await enterApplication(east, entry('in-person', { receivedOn }))
    if (!done.ok) throw new Error(done.refusal.code)
    receipts.push(done.value.receipt)
  }
  const charged = async (at: number): Promise<unknown> => {
    const receipt = receipts[at] ?? ''
    await actOnCase(east, receipt, 'accept', {})
    const done = await actOnCase(east, receipt, 'charge', { method: 'per-item' })
    if (!done.ok) return done.refusal
    return done.value.timeline.find(({ event }) => event === 'application.charged')?.data
  }
  expect(await charged(9)).toEqual({ code: 'not-allowed', why: 'fee-none' })
  expect(await charged(10)).toMatchObject({
    yuan: 100,
    request: { method: 'per-item', itemsBefore: 10, items: 1 },
  })
})

test('tries to reach an applicant are counted on the case and in the list; nothing else happens in that state', async () => {
  const receipt = await entered('ordinary-mail', { arrivedOn: '2026-11-26' })
  const tries = async (): Promise<unknown[]> => {
    const [list, shown] = [await listCases(ctx, { state: 'waiting' }), await showCase(ctx, receipt)]
    if (!list.ok || !shown.ok) throw new Error('no case')
    const row = list.value.items.find((one) => one.receipt === receipt)
    return [row?.contactTries, shown.value.contactTries]
  }
  expect(await tries()).toEqual([0, 0])
  await actOnCase(ctx, receipt, 'note-contact', { by: 'phone' })
  await actOnCase(ctx, receipt, 'note-contact', { by: 'sms' })
  expect(await tries()).toEqual([2, 2])
  const confirmed = await actOnCase(ctx, receipt, 'confirm-receipt', {})
  expect(confirmed).toMatchObject({ value: { contactTries: null } })
  const staying = lifecycle.filter(
    ({ from, to }) => from === 'awaiting-confirmation' && to === 'awaiting-confirmation',
  )
  expect(staying.map(({ action }) => action)).toEqual(['note-contact'])
  expect(lifecycle.filter(({ to }) => to === 'awaiting-confirmation')).toHaveLength(2)
  expect(contactTries({ state: 'received', version: 5 })).toBeNull()
})
