import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../../src/domain/shared/actor.ts'
import { receiveApplication } from '../../../src/usecases/application/receive.ts'
import { registerApplication } from '../../../src/usecases/application/register.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { organisationForm, personForm } from '../../support/application-form.ts'
import { type House, officer, openHouse } from '../../support/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const at = '2026-03-02T09:00:00+08:00'
const job: Actor = { type: 'system', job: 'register' }

async function submit(ctx: Ctx, raw: unknown = personForm()): Promise<string> {
  const result = await receiveApplication(
    { ...ctx, actor: { type: 'public' } },
    { raw, files: [], idempotencyKey: null, clientKey: null },
  )
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value.receipt
}

/** Runs ten at a time: enough to race, few enough for the test's own bridge to the database. */
async function inTens<T, R>(values: readonly T[], run: (value: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (let from = 0; from < values.length; from += 10) {
    results.push(...(await Promise.all(values.slice(from, from + 10).map(run))))
  }
  return results
}

test('fifty applications delivered twice in any order get the numbers 1 to 50 (security 19, queues)', async () => {
  const ctx = await house.ctx('east', job, at)
  const receipts = await inTens(Array.from({ length: 50 }), () => submit(ctx))
  const shuffled = [...receipts, ...receipts].toSorted(() => Math.random() - 0.5)
  const results = await inTens(shuffled, (receipt) => registerApplication(ctx, receipt))
  expect(results.every((result) => result.ok)).toBe(true)
  expect(results.filter((result) => result.ok && result.value.registered)).toHaveLength(50)
  const rows = await house.rows('east', 'application')
  const serials = rows.map((row) => Number(row['number_serial'])).toSorted((a, b) => a - b)
  expect(serials).toEqual(Array.from({ length: 50 }, (_, index) => index + 1))
  expect(
    rows.every((row) => row['number_year'] === 2026 && row['state'] === 'awaiting-confirmation'),
  ).toBe(true)
  const events = await house.rows('east', 'event')
  expect(events).toHaveLength(100)
  expect(events.filter((event) => event['topic'] === 'register')).toEqual([])
})

test('where the agency takes internet applications at once, registration fixes the receipt day and the due day (条例第31条第3项)', async () => {
  const ctx = await house.ctx('river', job, '2026-12-31T23:30:00+08:00')
  const receipt = await submit(ctx)
  await registerApplication({ ...ctx, now: ctx.now + 3_600_000 }, receipt)
  const [row] = await house.rows('river', 'application')
  expect(row).toMatchObject({
    state: 'received',
    number_year: 2026,
    number_serial: 1,
    received_on: '2026-12-31',
    due_provisional: 1,
    version: 3,
  })
  expect(await house.rows('river', 'cell')).toContainEqual({
    period: '2026',
    row: 'newReceived',
    col: 'naturalPerson',
    n: 1,
  })
})

test('numbers begin again with each year of arrival in Shanghai', async () => {
  const ctx = await house.ctx('west', job, '2026-12-31T15:59:00Z')
  const [old, young] = [await submit(ctx), await submit({ ...ctx, now: ctx.now + 60_000 })]
  await registerApplication(ctx, young)
  await registerApplication(ctx, old)
  const rows = await house.rows('west', 'application')
  expect(
    new Set(rows.map((row) => `${String(row['number_year'])}/${String(row['number_serial'])}`)),
  ).toEqual(new Set(['2026/1', '2027/1']))
})

test('an application of the same applicant within a year is noted as a possible duplicate', async () => {
  const ctx = await house.ctx('purse', job, at)
  for (const raw of [personForm(), organisationForm(), personForm()]) {
    await registerApplication(ctx, await submit(ctx, raw))
  }
  const noted = (await house.rows('purse', 'event'))
    .filter((event) => event['kind'] === 'application.registered')
    .map((event) => JSON.parse(String(event['data'])).possibleDuplicates)
  expect(noted).toEqual([0, 0, 1])
  const later = { ...ctx, now: ctx.now + 366 * 86_400_000 }
  await registerApplication(later, await submit(later))
  expect(JSON.stringify(await house.rows('purse', 'application'))).not.toContain(
    '11010519491231002X',
  )
})

test('only the queue registers, and only what is there (security 17, 65)', async () => {
  const ctx = await house.ctx('pref', job, at)
  const receipt = await submit(ctx)
  for (const actor of [officer('head'), { type: 'public' } as const]) {
    expect((await registerApplication({ ...ctx, actor }, receipt)).ok).toBe(false)
  }
  expect(await registerApplication(ctx, 'SQ-00000-00000-00000-00001')).toMatchObject({
    refusal: { code: 'not-found' },
  })
})
