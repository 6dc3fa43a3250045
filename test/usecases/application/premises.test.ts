import { afterAll, beforeAll, expect, test } from 'vitest'
import { countDeadline } from '../../../src/domain/application/deadline.ts'
import type { Refusal } from '../../../src/domain/shared/refusal.ts'
import { nationalCalendar } from '../../../src/domain/time/calendar.ts'
import { localDate } from '../../../src/domain/time/local-date.ts'
import { actOnCase } from '../../../src/usecases/application/act.ts'
import { type CaseView, showCase } from '../../../src/usecases/application/show-case.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { type House, openHouse } from '../../support/house.ts'
import { act, as, checker, formOf, handled, head } from './answer-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const day = 86_400_000
const later = (ctx: Ctx, days: number): Ctx => ({ ...ctx, now: ctx.now + days * day })

async function refused(ctx: Ctx, receipt: string, action: string, raw: object): Promise<Refusal> {
  const done = await actOnCase(ctx, receipt, action, raw)
  if (done.ok) throw new Error(`${action} was done`)
  return done.refusal
}

async function shown(ctx: Ctx, receipt: string): Promise<CaseView> {
  const found = await showCase(ctx, receipt)
  if (!found.ok) throw new Error(found.refusal.code)
  return found.value
}

test('国办公开办函〔2016〕235号: a reply is served by e-mail or online only where the applicant chose that way', async () => {
  const wanted = (route: string): object => ({ delivery: { form: 'electronic', route } })
  const form = (route: string): Record<string, unknown> => ({ ...formOf(), ...wanted(route) })
  for (const [route, others] of [
    ['post', ['email', 'online']],
    ['email', ['online']],
    ['online', ['email']],
  ] as const) {
    const { ctx, receipt } = await handled(house, 'west', '2026-03-02T09:00:00+08:00', form(route))
    await act(ctx, receipt, 'draft', { outcome: 'denied.stateSecret', text: '不予公开。' })
    await act(as(ctx, checker), receipt, 'pass-check')
    await act(as(ctx, head), receipt, 'sign')
    for (const other of others) {
      expect(await refused(ctx, receipt, 'serve', { route: other })).toMatchObject({
        code: 'invalid',
        errors: [{ pointer: '/route', problem: 'not-listed' }],
      })
    }
    await act(ctx, receipt, 'serve', { route })
    expect((await shown(ctx, receipt)).state).toBe('replied')
  }
})

test('条例 Art. 35: only reasons that were asked for and given put a reply off; without asking nothing is refused as excessive', async () => {
  const at = '2026-03-02T09:00:00+08:00'
  const plain = await handled(house, 'west', at)
  const put = { until: '2026-06-01', reason: '量大' }
  const missing = { code: 'not-allowed', why: 'reasons-missing' }
  expect(await refused(as(plain.ctx, head), plain.receipt, 'defer', put)).toEqual(missing)
  const excessive = { outcome: 'notProcessed.excessive', text: '不予处理。' }
  for (const action of ['draft', 'reply']) {
    expect(await refused(as(plain.ctx, head), plain.receipt, action, excessive)).toEqual(missing)
  }

  const asked = await handled(house, 'west', at, formOf(), false)
  const chief = as(asked.ctx, head)
  await act(chief, asked.receipt, 'ask-reasons', { why: '一个月内五十件', days: 10 })
  await act(chief, asked.receipt, 'accept')
  // Asked, and nothing given: a refusal may follow, a later day may not.
  expect(await refused(chief, asked.receipt, 'defer', put)).toEqual(missing)
  await act(chief, asked.receipt, 'reply', excessive)

  const given = await handled(house, 'west', at, formOf(), false)
  await act(chief, given.receipt, 'ask-reasons', { why: '一个月内五十件', days: 10 })
  await act(chief, given.receipt, 'explain', { text: '写书用' })
  await act(chief, given.receipt, 'accept')
  // What is split off goes by what its origin was asked.
  await act(chief, given.receipt, 'split', { requests: ['合同', '图纸'] })
  const parts = (await shown(chief, given.receipt)).linked.map(({ receipt }) => receipt)
  expect(parts).toHaveLength(1)
  for (const receipt of [given.receipt, ...parts]) {
    await act(chief, receipt, 'defer', put)
    expect((await shown(chief, receipt)).dueOn).toBe('2026-06-01')
  }
})

test('条例 Art. 30, 办法 Art. 6: no letter states a correction or a fee notice that never was', async () => {
  const { ctx, receipt } = await handled(house, 'west', '2026-03-02T09:00:00+08:00')
  for (const [outcome, why] of [
    ['unable.stillUnclear', 'correction-missing'],
    ['other.overdueCorrection', 'correction-missing'],
    ['other.overdueFee', 'charge-missing'],
  ]) {
    expect(await refused(ctx, receipt, 'draft', { outcome, text: '答复。' })).toEqual({
      code: 'not-allowed',
      why,
    })
  }
  const unclear = await handled(house, 'west', '2026-03-02T09:00:00+08:00', formOf(), false)
  const chief = as(unclear.ctx, head)
  const notice = { unclear: '年份', guidance: '写明年份', days: 10 }
  await act(chief, unclear.receipt, 'request-correction', notice)
  await act(chief, unclear.receipt, 'correct', { text: '都要' })
  await act(chief, unclear.receipt, 'accept')
  const answer = { outcome: 'unable.stillUnclear', text: '仍不明确。' }
  await act(unclear.ctx, unclear.receipt, 'draft', answer)
})

test('条例 Art. 32: a reply that bears an earlier day cannot have disclosed while the third party still had time', async () => {
  const { ctx, receipt } = await handled(house, 'west', '2026-03-02T09:00:00+08:00')
  const asked = { party: 'third-party', name: '某公司', what: '合同' }
  await act(ctx, receipt, 'consult', { ...asked, servedOn: '2026-03-02' })
  const now = later(as(ctx, head), 30)
  const answer = { outcome: 'granted', text: '予以公开。', repliedOn: '2026-03-10' }
  expect(await refused(now, receipt, 'reply', answer)).toEqual({
    code: 'not-allowed',
    why: 'opinion-open',
  })
  await act(now, receipt, 'reply', { ...answer, repliedOn: '2026-03-24' })
})

test('条例 Art. 33(3): a consultation that outlasts a payment is left out of the clock that starts anew', async () => {
  const { ctx, receipt } = await handled(house, 'west', '2026-03-02T09:00:00+08:00')
  const asked = { party: 'agency', name: '某局', what: '合同' }
  await act(ctx, receipt, 'consult', { ...asked, servedOn: '2026-03-02' })
  await act(later(ctx, 1), receipt, 'charge', { method: 'per-page', pages: 68 })
  await act(later(ctx, 2), receipt, 'record-payment')
  await act(later(ctx, 14), receipt, 'record-opinion', { consultation: 1, opinion: 'agree' })
  const told = countDeadline(
    {
      clock: 'reply',
      channel: 'in-person',
      receivedOn: localDate('2026-03-02'),
      paidOn: localDate('2026-03-04'),
      pauses: [{ sentOn: localDate('2026-03-02'), returnedOn: localDate('2026-03-16') }],
    },
    nationalCalendar,
  )
  if (!told.ok) throw new Error('not counted')
  expect((await shown(ctx, receipt)).dueOn).toBe(told.value.dueOn)
})

test('条例 Art. 32: an opinion after the fifteen days needs the day of service, and moves no due day beyond them', async () => {
  const { ctx, receipt } = await handled(house, 'west', '2026-03-02T09:00:00+08:00')
  const asked = { party: 'third-party', name: '某公司', what: '合同' }
  await act(ctx, receipt, 'consult', asked)
  const before = (await shown(later(ctx, 40), receipt)).dueOn
  const opinion = { consultation: 1, opinion: 'agree' }
  expect(await refused(later(ctx, 60), receipt, 'record-opinion', opinion)).toMatchObject({
    code: 'invalid',
    errors: [{ pointer: '/servedOn', problem: 'required' }],
  })
  const served = { ...opinion, servedOn: '2026-03-04' }
  await act(later(ctx, 60), receipt, 'record-opinion', served)
  const after = await shown(later(ctx, 60), receipt)
  // Two working days later than while the letter was taken to have come on the day of its sending.
  expect([before, after.dueOn]).toEqual(['2026-04-21', '2026-04-23'])
  expect(after.timeline.map(({ event }) => event)).toContain('application.consultation-served')
})
