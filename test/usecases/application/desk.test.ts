import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor, Role } from '../../../src/domain/shared/actor.ts'
import { type OutcomeKey, outcomeKeys } from '../../../src/domain/shared/report-keys.data.ts'
import { actOnCase } from '../../../src/usecases/application/act.ts'
import { enterApplication } from '../../../src/usecases/application/enter.ts'
import { receiveApplication } from '../../../src/usecases/application/receive.ts'
import { registerApplication } from '../../../src/usecases/application/register.ts'
import { showStatus } from '../../../src/usecases/application/status.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { entry, pdf, personForm } from '../../support/application-form.ts'
import { type House, officer, openHouse } from '../../support/house.ts'
import { factsFor } from '../../support/reply-facts.ts'

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

test('a case from confirmation to filing; each step writes one event with its actor (security 87, 条例第45条)', async () => {
  const ctx = await house.ctx('east', officer('registrar'), at)
  const { receipt, secret } = await submitted(ctx)
  const later = { ...ctx, now: ctx.now + 86_400_000 }
  expect(await actOnCase(later, receipt, 'confirm-receipt', {})).toMatchObject({
    ok: true,
    value: {
      state: 'received',
      receivedOn: '2026-03-03',
      dueOn: '2026-03-31',
      colour: 'none',
      actions: ['accept', 'request-correction', 'ask-reasons', 'convert', 'split', 'withdraw'],
      version: 3,
    },
  })
  expect(await actOnCase(later, receipt, 'accept', { version: 3 })).toMatchObject({
    ok: true,
    value: {
      state: 'accepted',
      actions: [
        'assign',
        'split',
        'answer-co-unit',
        'record-service',
        'record-opinion',
        'withdraw',
      ],
    },
  })
  const handler = as({ ...ctx, now: ctx.now + 10 * 86_400_000 }, 'handler')
  const text = '答复：<b>不予公开</b>'
  const head = as(handler, 'head')
  expect(
    await actOnCase(head, receipt, 'reply', {
      outcome: 'denied.processInfo',
      text,
      article: '讨论记录',
    }),
  ).toMatchObject({
    ok: true,
    value: {
      state: 'replied',
      outcome: 'denied.processInfo',
      reply: { text, repliedOn: '2026-03-12', remedy: 'review-first' },
      actions: ['close'],
    },
  })
  expect(await actOnCase(handler, receipt, 'close', {})).toMatchObject({
    ok: true,
    value: { state: 'closed', actions: ['archive'] },
  })
  const shown = await showStatus({ ...ctx, actor: { type: 'public' } }, receipt, secret)
  expect(shown).toMatchObject({
    ok: true,
    value: {
      state: 'closed',
      number: '2026-0001',
      clock: { dueOn: '2026-03-31', day: 7, of: 20 },
      reply: { text },
    },
  })
  const events = (await house.rows('east', 'event')).map((event) => [
    event['seq'],
    event['kind'],
    event['actor'],
  ])
  expect(events).toEqual([
    [1, 'application.submitted', 'public'],
    [2, 'application.registered', 'system:register'],
    [3, 'application.received', 'staff:s-registrar'],
    [4, 'application.accepted', 'staff:s-registrar'],
    [5, 'application.replied', 'staff:s-head'],
    [6, 'application.closed', 'staff:s-handler'],
  ])
  expect(JSON.stringify(await house.rows('east', 'application'))).not.toContain('不予公开')
  expect(await house.rows('east', 'cell')).toContainEqual({
    period: '2026-03',
    row: 'denied.processInfo',
    col: 'naturalPerson',
    n: 1,
  })
})

test('the wrong role, step, action, version and receipt are refused and write nothing (security 17, 57)', async () => {
  const ctx = await house.ctx('west', officer('registrar'), at)
  const { receipt } = await submitted(ctx)
  const before = await house.rows('west', 'event')
  const refused: [Ctx, string, string, unknown, string][] = [
    [as(ctx, 'handler'), receipt, 'confirm-receipt', {}, 'forbidden'],
    [as(ctx, 'admin'), receipt, 'confirm-receipt', {}, 'forbidden'],
    [as(ctx, 'statistician', 'viewer'), receipt, 'confirm-receipt', {}, 'forbidden'],
    [{ ...ctx, actor: { type: 'public' } }, receipt, 'confirm-receipt', {}, 'unauthenticated'],
    [
      { ...ctx, actor: { type: 'applicant', receipt } },
      receipt,
      'confirm-receipt',
      {},
      'unauthenticated',
    ],
    [as(ctx, 'head'), receipt, 'reply', { outcome: 'granted', text: '好' }, 'step-not-open'],
    [as(ctx, 'handler'), receipt, 'withdraw', {}, 'forbidden'],
    [as(ctx, 'head'), receipt, 'register', {}, 'not-found'],
    [as(ctx, 'head'), receipt, 'constructor', {}, 'not-found'],
    [as(ctx, 'head'), 'SQ-00000-00000-00000-00000', 'accept', {}, 'not-found'],
    [ctx, receipt, 'confirm-receipt', { version: 1 }, 'stale'],
    [ctx, receipt, 'accept', { version: 1 }, 'stale'],
    [ctx, receipt, 'confirm-receipt', { confirmedOn: '2026-03-03' }, 'invalid'],
    [ctx, receipt, 'confirm-receipt', { confirmedOn: '2026-03-01' }, 'invalid'],
    [ctx, receipt, 'confirm-receipt', { confirmedOn: '2026-02-30' }, 'invalid'],
    [ctx, receipt, 'confirm-receipt', { note: 'x' }, 'invalid'],
    [ctx, receipt, 'confirm-receipt', null, 'invalid'],
  ]
  for (const [who, id, action, raw, code] of refused) {
    expect(await actOnCase(who, id, action, raw)).toMatchObject({ ok: false, refusal: { code } })
  }
  expect(await house.rows('west', 'event')).toEqual(before)
})

test('two officers at once: one wins, the other learns that it is stale (security 86)', async () => {
  const ctx = await house.ctx('west', officer('registrar'), at)
  const { receipt } = await submitted(ctx)
  const results = await Promise.all([
    actOnCase(ctx, receipt, 'confirm-receipt', { version: 2 }),
    actOnCase(as(ctx, 'head'), receipt, 'confirm-receipt', { version: 2 }),
  ])
  expect(results.filter((result) => result.ok)).toHaveLength(1)
  expect(results.filter((result) => !result.ok)).toMatchObject([{ refusal: { code: 'stale' } }])
})

/** What goes before an answer, until it may be drawn up. */
function wayTo(outcome: OutcomeKey): [action: string, raw: object][] {
  const [on, days] = ['2026-02-27', 5]
  switch (outcome) {
    case 'unable.stillUnclear':
    case 'other.overdueCorrection':
      return [
        ['request-correction', { unclear: '不明', guidance: '写清', days, noticeOn: on }],
        ['correct', { text: '补充', correctedOn: on }],
        ['accept', {}],
      ]
    case 'notProcessed.excessive':
      return [
        ['ask-reasons', { why: '过多', days, askedOn: on }],
        ['accept', {}],
      ]
    case 'other.overdueFee':
      return [
        ['accept', {}],
        ['charge', { method: 'per-page', pages: 68, noticeOn: on }],
        ['record-payment', { paidOn: on }],
      ]
    default:
      return [['accept', {}]]
  }
}

test('an application can be answered with every result, and counts in its row (年报表三)', async () => {
  const ctx = await house.ctx('purse', officer('head'), at)
  for (const outcome of outcomeKeys) {
    const entered = await enterApplication(ctx, entry('in-person', { receivedOn: '2026-02-27' }))
    if (!entered.ok) throw new Error(JSON.stringify(entered.refusal))
    const { receipt } = entered.value
    for (const [action, raw] of wayTo(outcome)) {
      expect((await actOnCase(ctx, receipt, action, raw)).ok).toBe(true)
    }
    const step = { outcome, text: '答复', repliedOn: '2026-02-28', ...factsFor(outcome) }
    expect((await actOnCase(ctx, receipt, 'reply', step)).ok).toBe(true)
  }
  const cells = (await house.rows('purse', 'cell')).filter((cell) => cell['period'] === '2026-02')
  for (const row of outcomeKeys)
    expect(cells).toContainEqual({ period: '2026-02', row, col: 'naturalPerson', n: 1 })
  expect(cells).toContainEqual({
    period: '2026-02',
    row: 'newReceived',
    col: 'naturalPerson',
    n: outcomeKeys.length,
  })
})

test('entered applications take their real days by channel and are numbered at once (条例第31条)', async () => {
  const ctx = await house.ctx('hill', officer('registrar'), at)
  const cases: [string, Record<string, string>, Record<string, unknown>][] = [
    [
      'in-person',
      { receivedOn: '2026-02-02' },
      { state: 'received', receivedOn: '2026-02-02', dueOn: '2026-03-06' },
    ],
    ['oral', { receivedOn: '2026-03-02' }, { state: 'received', receivedOn: '2026-03-02' }],
    [
      'registered-mail',
      { arrivedOn: '2026-02-26', receivedOn: '2026-02-27' },
      { state: 'received', receivedOn: '2026-02-27' },
    ],
    [
      'ordinary-mail',
      { arrivedOn: '2026-02-26' },
      { state: 'awaiting-confirmation', receivedOn: null, dueOn: null },
    ],
    [
      'fax',
      { arrivedOn: '2026-02-26', confirmedOn: '2026-02-27' },
      { state: 'received', receivedOn: '2026-02-27' },
    ],
  ]
  for (const [index, [channel, days, expected]] of cases.entries()) {
    const value = { channel, number: `2026-000${index + 1}`, ...expected }
    expect(await enterApplication(ctx, entry(channel, days))).toMatchObject({ ok: true, value })
  }
  const bad: [string, Record<string, string>, string][] = [
    ['in-person', {}, '/receivedOn'],
    ['in-person', { receivedOn: '2026-03-03' }, '/receivedOn'],
    ['fax', { receivedOn: '2026-02-27' }, '/arrivedOn'],
    ['fax', { arrivedOn: '2026-02-27', confirmedOn: '2026-02-26' }, '/confirmedOn'],
    ['internet', { arrivedOn: '2026-02-27' }, '/channel'],
    ['oral', { receivedOn: '1999-01-01' }, '/receivedOn'],
  ]
  for (const [channel, days, pointer] of bad) {
    expect(await enterApplication(ctx, entry(channel, days))).toMatchObject({
      refusal: { code: 'invalid', errors: [{ pointer }] },
    })
  }
  for (const role of ['handler', 'viewer', 'statistician', 'admin'] as const) {
    expect(
      await enterApplication(as(ctx, role), entry('oral', { receivedOn: '2026-03-02' })),
    ).toMatchObject({ refusal: { code: 'forbidden' } })
  }
  const again = entry('oral', { receivedOn: '2026-03-02' })
  const [one, two] = await Promise.all([
    enterApplication(ctx, again, 'key'),
    enterApplication(ctx, again, 'key'),
  ])
  expect(one.ok && two.ok && one.value.receipt === two.value.receipt).toBe(true)
  expect(await house.rows('hill', 'application')).toHaveLength(6)
})
