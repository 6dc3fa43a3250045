import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { receiveApplication } from '../../../src/usecases/application/receive.ts'
import { showCase } from '../../../src/usecases/application/show-case.ts'
import { showStatus } from '../../../src/usecases/application/status.ts'
import { withdrawApplication } from '../../../src/usecases/application/withdraw.ts'
import { gateFailing } from '../../jobs/chaos.ts'
import { personForm } from '../../support/application-form.ts'
import { officer, type House, openHouse } from '../../support/house.ts'
import { factsFor } from '../../support/reply-facts.ts'
import { valueOf } from '../application/retention/ended-case.ts'
import { kindOf, outboxTo, secret, step, sweep, telling, toldCase, work } from './notice-house.ts'
import { type Receiver, startReceiver } from './receiver.ts'

let plain: House
let house: House
let receiver: Receiver
beforeAll(async () => {
  plain = await openHouse()
})
afterAll(() => plain.close())
beforeEach(async () => {
  receiver = await startReceiver(secret)
  house = telling(plain, receiver.url)
  await (await plain.tenant('east')).db.prepare('DELETE FROM notice').run()
  await plain.region.prepare('DELETE FROM notice_sent').run()
  plain.posted.length = 0
})
afterEach(() => receiver.close())

const canary = '司马金丝雀'
const at = '2026-03-02T09:00:00+08:00'
const reply = { outcome: 'granted', text: '同意公开', ...factsFor('granted') }

async function noticesOf(receipt: string): Promise<Record<string, unknown>[]> {
  const rows = await plain.rows('east', 'notice')
  return rows
    .filter((row) => row['application_id'] === receipt)
    .toSorted((a, b) => Number(a['seq']) - Number(b['seq']))
}

/** What the queue was given of notices since the house was made. */
function waiting(): unknown[] {
  return plain.posted.filter((message) => kindOf(message) === 'notice')
}

test('off by default: an applicant who agrees is told by nobody and not one row is written', async () => {
  const { receipt } = await toldCase(plain, at)
  for (const action of ['confirm-receipt', 'accept']) await step(plain, receipt, action, at)
  await step(plain, receipt, 'reply', at, reply)
  expect(await plain.rows('east', 'notice')).toEqual([])
  const row = (await plain.rows('east', 'application')).find(({ id }) => id === receipt)
  expect(row).toMatchObject({ notices: 0 })
  expect(waiting()).toEqual([])
  expect(receiver.received).toEqual([])
})

test('without an unticked choice being ticked nobody is told', async () => {
  const form = { ...personForm(canary), notices: false }
  const { receipt } = await toldCase(house, at, personForm(canary))
  expect(await noticesOf(receipt)).toHaveLength(1)
  const ctx = await house.ctx('east', { type: 'public' }, at)
  const sent = valueOf(
    await receiveApplication(ctx, { raw: form, files: [], idempotencyKey: null, clientKey: null }),
  )
  await step(house, receipt, 'confirm-receipt', at)
  expect(await noticesOf(sent.receipt)).toEqual([])
})

test('each step that concerns the applicant is told once, signed, under an id of its own; who receives it twice knows it', async () => {
  const { receipt, secret: password } = await toldCase(house, at, personForm(canary))
  const outbox = outboxTo(receiver.host)
  const days = ['03-02', '03-03', '03-04', '03-05']
  const steps: [string, unknown][] = [
    ['confirm-receipt', {}],
    ['accept', {}],
    ['extend', { days: 5, reason: '材料较多' }],
  ]
  for (const [index, [action, raw]] of steps.entries()) {
    await work(house, outbox, waiting(), `2026-${days[index] ?? ''}T10:00:00+08:00`)
    await step(house, receipt, action, `2026-${days[index] ?? ''}T11:00:00+08:00`, raw)
  }
  const last = `2026-03-05T11:00:00+08:00`
  await work(house, outbox, waiting(), last)
  await step(house, receipt, 'reply', last, reply)
  // Delivered again and again, and swept.
  for (const hour of [12, 13]) {
    await work(house, outbox, [...waiting(), ...waiting()], `2026-03-05T${hour}:00:00+08:00`)
  }
  await sweep(house, outbox, '2026-03-05T14:00:00+08:00')
  const rows = await noticesOf(receipt)
  expect(rows.map(({ kind, state }) => [kind, state])).toEqual([
    ['registered', 'sent'],
    ['received', 'sent'],
    ['accepted', 'sent'],
    ['extension', 'sent'],
    ['reply', 'sent'],
  ])
  expect(receiver.wrong).toEqual([])
  expect(receiver.received.map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
  const { db } = await plain.tenant('east')
  const { results } = await db
    .prepare("SELECT kind FROM event WHERE entity = 'notice'")
    .all<{ kind: string }>()
  expect(results.filter(({ kind }) => kind === 'notice.sent').length).toBeGreaterThanOrEqual(5)
  const body: unknown = JSON.parse(receiver.received[0]?.body ?? '')
  expect(body).toMatchObject({
    type: 'application.progress',
    data: { channel: 'sms', to: '13800001234', url: 'https://east.gov.test/apply/status' },
  })
  for (const one of receiver.received) {
    expect(one.body).not.toContain(canary)
    expect(one.body).not.toContain(password)
    expect(one.body).not.toContain(receipt)
  }
  const status = valueOf(
    await showStatus(await house.ctx('east', { type: 'public' }, last), receipt, password),
  )
  expect(status.told).toHaveLength(5)
  expect(status.told[0]).toEqual({ at: '2026-03-02T10:00:00+08:00', contact: 'phone' })
  const view = valueOf(await showCase(await house.ctx('east', officer('head'), last), receipt))
  expect(view.notices[4]).toMatchObject({
    kind: 'reply',
    state: 'sent',
    to: '138****1234',
    why: null,
  })
})

test('an applicant who acts himself is not told of it', async () => {
  const { receipt, secret: password } = await toldCase(house, at)
  const ctx = await house.ctx('east', { type: 'public' }, at)
  valueOf(await withdrawApplication(ctx, receipt, password))
  expect((await noticesOf(receipt)).map(({ kind }) => kind)).toEqual(['registered'])
})

test.each([
  ['refuse', 'refused'],
  ['hang', 'timeout'],
  ['redirect', 'redirected'],
  ['lose', 'unreachable'],
] as const)(
  'a receiver that says %s gets the same id again, later and later, and then no more',
  async (treatment, why) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { receipt } = await toldCase(house, at)
    const outbox = outboxTo(receiver.host)
    receiver.plan.push(...Array.from({ length: 20 }, () => treatment))
    await work(house, outbox, waiting(), at)
    expect(await noticesOf(receipt)).toMatchObject([{ state: 'waiting', why, tries: 1 }])
    for (let minute = 10; minute <= 24 * 60; minute += 30) {
      const now = new Date(Date.parse(at) + minute * 60_000).toISOString()
      await sweep(house, outbox, now)
    }
    const [row = {}] = await noticesOf(receipt)
    expect(row).toMatchObject({ state: 'failed', why, next_at: null, tries: 6 })
    expect(receiver.received).toHaveLength(6)
    expect(new Set(receiver.received.map(({ id }) => id))).toEqual(new Set([row['id']]))
    const told = log.mock.calls.flat().filter((line) => String(line).includes('notice-failed'))
    expect(told).toHaveLength(1)
    expect(String(told[0])).not.toMatch(/1380000|example/)
    log.mockRestore()
  },
)

test('410 ends a notice at once', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { receipt } = await toldCase(house, at)
  receiver.plan.push('gone')
  await work(house, outboxTo(receiver.host), waiting(), at)
  expect(await noticesOf(receipt)).toMatchObject([{ state: 'failed', why: 'refused' }])
  log.mockRestore()
})

test('experiment 2: a crash at every await, before and after, ends with one id, sent at least once and noted', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  let points = 0
  for (const when of ['before', 'after', 'for-good'] as const) {
    for (let n = 1; ; n += 1) {
      await plain.region.prepare('DELETE FROM notice_sent').run()
      const { receipt } = await toldCase(house, at)
      const [row = {}] = await noticesOf(receipt)
      const message = { v: 1, kind: 'notice', tenant: 'east', key: String(row['id']) }
      receiver.received.length = 0
      const gate = gateFailing(n, when)
      await work(house, outboxTo(receiver.host, gate), [message], at, gate)
      const isOver = gate.awaits < n
      for (const minute of [10, 20, 30]) {
        await sweep(house, outboxTo(receiver.host), `2026-03-02T09:${minute}:00+08:00`)
      }
      expect(await noticesOf(receipt)).toMatchObject([{ id: row['id'], state: 'sent' }])
      expect(receiver.received.length).toBeGreaterThan(0)
      expect(new Set(receiver.received.map(({ id }) => id))).toEqual(new Set([row['id']]))
      if (isOver) break
      points += 1
    }
  }
  console.log(`${points} points of crashing`)
  expect(points).toBeGreaterThanOrEqual(12)
  log.mockRestore()
})

test('security 80: neither messages nor log lines carry a contact or a name', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { receipt } = await toldCase(house, at, personForm(canary))
  receiver.plan.push('refuse')
  await work(house, outboxTo(receiver.host), waiting(), at)
  const all = JSON.stringify([plain.posted, log.mock.calls, await plain.rows('east', 'notice')])
  expect(all).toContain('"notice"')
  for (const personal of ['13800001234', 'example.com', canary]) expect(all).not.toContain(personal)
  expect(JSON.stringify(waiting())).not.toContain(receipt)
  log.mockRestore()
})
