import { afterAll, beforeAll, expect, test } from 'vitest'
import { consume } from '../../src/jobs/consume.ts'
import { receiveApplication } from '../../src/usecases/application/receive.ts'
import { personForm } from '../support/application-form.ts'
import { type House, openHouse } from '../support/house.ts'
import { gated } from './chaos.ts'
import { batchOf, workRoom } from './work-room.ts'

const at = '2026-11-22T09:00:00+08:00'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

async function submitted(agency: string): Promise<unknown> {
  const ctx = await house.ctx(agency, { type: 'public' }, at)
  const sent = { raw: personForm(), files: [], idempotencyKey: null, clientKey: null }
  const done = await receiveApplication(ctx, sent)
  if (!done.ok) throw new Error(done.refusal.code)
  return { v: 1, kind: 'register', tenant: agency, key: done.value.receipt }
}

test('an agency whose database stands still keeps nobody else of its batch waiting', async () => {
  const flood = await Promise.all(Array.from({ length: 19 }, () => submitted('east')))
  const other = await submitted('west')
  const room = workRoom(house, undefined, at)
  let release = (): void => undefined
  const still = new Promise<void>((resolve) => {
    release = resolve
  })
  const { tenancy } = room.parts
  room.parts.tenancy = {
    open: async (id) => openedOf(id, await tenancy.open(id)),
  }
  const openedOf = (
    id: string,
    opened: Awaited<ReturnType<typeof tenancy.open>>,
  ): typeof opened => {
    if (id !== 'east' || !opened.ok) return opened
    const gate = {
      awaits: 0,
      through: async <T>(effect: () => Promise<T>): Promise<T> => {
        await still
        return effect()
      },
    }
    return { ok: true, value: { ...opened.value, db: gated(opened.value.db, gate) } }
  }
  const { batch, acked, left } = batchOf([...flood, other])
  const working = consume(batch, room.parts)
  await expect.poll(acked).toEqual([other])
  release()
  await working
  expect(left()).toEqual([])
})

test('1,000 messages of one agency are worked in their order and change nothing of another’s', async () => {
  const [first, second] = [await submitted('river'), await submitted('river')]
  const before = await house.rows('hill', 'event')
  const room = workRoom(house, undefined, at)
  const bodies = Array.from({ length: 1000 }, (_, n) => (n % 2 === 0 ? first : second))
  for (let from = 0; from < bodies.length; from += 100) {
    const { batch, left } = batchOf(bodies.slice(from, from + 100))
    await consume(batch, room.parts)
    expect(left()).toEqual([])
  }
  const rows = await house.rows('river', 'application')
  expect(new Set(rows.map((row) => row['number_serial']))).toEqual(new Set([1, 2]))
  expect(await house.rows('hill', 'event')).toEqual(before)
})
