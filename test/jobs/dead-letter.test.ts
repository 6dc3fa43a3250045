import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { consume } from '../../src/jobs/consume.ts'
import { replayDeadLetters } from '../../src/jobs/dead-letter.ts'
import { onTick } from '../../src/jobs/schedule.ts'
import { agencies } from '../support/agencies.ts'
import type { House } from '../support/house.ts'
import { openHouse } from '../support/house.ts'
import { accept, happening } from './happenings.ts'
import { expectedOffices, standingOffices } from './oracle.ts'
import { batchOf, workRoom } from './work-room.ts'
import { sample } from 'fast-check'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const sync = (tenant: string) => ({ v: 1, kind: 'sync', tenant })
const letters = async (): Promise<Record<string, unknown>[]> => {
  const sql =
    'SELECT body, reason, replayed_at IS NOT NULL AS replayed FROM dead_letter ORDER BY id'
  return (await house.region.prepare(sql).all()).results
}

test('poison among good messages: the good ones are done once, the bad ones kept without their text (experiment 14)', async () => {
  const happened = sample(happening, { numRuns: 10, seed: 1 })
  await accept(house, happened)
  const secret = '张三 340000199001010011'
  const poison: unknown[] = [
    { v: 1, kind: 'explode', tenant: 'east', note: secret },
    { v: 2, kind: 'sync', tenant: 'east' },
    { v: 1, kind: 'sync', tenant: 'east', extra: secret },
    secret,
    null,
    42,
    sync('abolished-bureau'),
    { v: 1, kind: 'register', tenant: 'east', key: 'no-such-receipt' },
  ]
  const good = agencies.map(({ id }) => sync(id))
  const mixed = good.flatMap((message, index) => [poison[index], message]).concat(poison.slice(6))
  const { batch, left } = batchOf(mixed)
  await consume(batch, workRoom(house).parts)
  expect(left()).toEqual([])
  expect(await standingOffices(house.region)).toEqual(expectedOffices(happened))
  const kept = await letters()
  // Agencies of one batch are worked beside each other, so their order says nothing.
  expect(kept.map((letter) => String(letter['reason'])).toSorted()).toEqual([
    ...Array.from({ length: 6 }, () => 'malformed'),
    'unknown-agency',
    'unknown-key',
  ])
  expect(JSON.stringify(kept)).not.toContain('张三')
  await consume(batchOf(mixed).batch, workRoom(house).parts)
  expect(await letters()).toHaveLength(8)
})

test('what the platform gave up becomes a row, and replay sends it once (experiment 14)', async () => {
  await house.region.prepare('DELETE FROM dead_letter').run()
  const room = workRoom(house)
  const { batch, left } = batchOf([sync('west'), sync('west'), { strange: true }], 'work-dead')
  await consume(batch, room.parts)
  expect(left()).toEqual([])
  expect(await letters()).toHaveLength(2)
  expect(await replayDeadLetters(room.parts)).toBe(1)
  expect(room.sent).toEqual([sync('west')])
  expect(await replayDeadLetters(room.parts)).toBe(0)
  expect((await letters()).map((letter) => letter['replayed'])).toEqual([1, 0])
})

test('a failing message is tried again later and never takes its neighbours along', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { parts } = workRoom(house)
  const open: typeof parts.tenancy.open = async (id) => {
    if (id === 'east') throw new Error('D1_ERROR: 张三')
    return parts.tenancy.open(id)
  }
  const { batch, acked, left } = batchOf([sync('pref'), sync('east'), sync('west')])
  await consume(batch, { ...parts, tenancy: { open } })
  expect(left()).toEqual([sync('east')])
  expect(acked()).toEqual([sync('pref'), sync('west')])
  expect(log.mock.calls).toHaveLength(1)
  expect(JSON.stringify(log.mock.calls)).not.toContain('张三')
  log.mockRestore()
})

test('a tick only posts messages, for every agency (idea 4)', async () => {
  const room = workRoom(house)
  await onTick('*/10 * * * *', room.parts)
  expect(room.sent).toEqual([{ v: 1, kind: 'sweep', tenants: agencies.map(({ id }) => id) }])
  const night = workRoom(house)
  await onTick('30 18 * * *', night.parts)
  expect(night.sent.filter((message) => JSON.stringify(message).includes('"sync"'))).toHaveLength(6)
  expect(JSON.stringify(night.sent)).toContain('"recompute"')
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const none = workRoom(house)
  await onTick('0 0 1 1 *', none.parts)
  expect(none.sent).toEqual([])
  expect(log).toHaveBeenCalledOnce()
  log.mockRestore()
})
