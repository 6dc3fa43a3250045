import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { consume } from '../../src/jobs/consume.ts'
import { agencies } from '../support/agencies.ts'
import type { House } from '../support/house.ts'
import { openHouse } from '../support/house.ts'
import { gateFailing } from './chaos.ts'
import { accept, happening } from './happenings.ts'
import { type Accepted, expectedOffices, standingOffices } from './oracle.ts'
import { batchOf, workRoom } from './work-room.ts'

let house: House
/** Everything that was ever accepted in this file; the region must always come to hold its sums. */
const accepted: Accepted[] = []

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const sync = (tenant: string) => ({ v: 1, kind: 'sync', tenant })

test('50 duplicated and shuffled deliveries leave the same rollup (mission 68, experiment 1)', async () => {
  const round = fc.record({
    happened: fc.array(happening, { minLength: 1, maxLength: 12 }),
    plan: fc.array(fc.constantFrom(...agencies.map((a) => a.id)), { minLength: 50, maxLength: 50 }),
    size: fc.integer({ min: 1, max: 25 }),
  })
  await fc.assert(
    fc.asyncProperty(round, async ({ happened, plan, size }) => {
      const room = workRoom(house)
      // Half of the deliveries run before the last events are there, so old and new reports mix.
      const half = Math.ceil(happened.length / 2)
      await accept(house, happened.slice(0, half))
      const early = batchOf(plan.slice(0, 25).map(sync))
      await consume(early.batch, room.parts)
      await accept(house, happened.slice(half))
      accepted.push(...happened)
      const late = [...plan.slice(25), ...agencies.map((a) => a.id)].map(sync)
      for (let at = 0; at < late.length; at += size) {
        await consume(batchOf(late.slice(at, at + size)).batch, room.parts)
      }
      expect(await standingOffices(house.region)).toEqual(expectedOffices(accepted))
    }),
    { numRuns: 5, endOnFailure: true },
  )
})

test('two consumers interleaved over the same agencies leave the same rollup (experiment 1)', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 4, maxLength: 16 }), async (happened) => {
      const all = agencies.map((a) => sync(a.id))
      const [one, two] = [workRoom(house), workRoom(house)]
      const half = Math.ceil(happened.length / 2)
      await accept(house, happened.slice(0, half))
      await Promise.all([
        consume(batchOf(all).batch, one.parts),
        accept(house, happened.slice(half)),
        consume(batchOf(all.toReversed()).batch, two.parts),
      ])
      await Promise.all([
        consume(batchOf(all).batch, one.parts),
        consume(batchOf(all).batch, two.parts),
      ])
      accepted.push(...happened)
      expect(await standingOffices(house.region)).toEqual(expectedOffices(accepted))
    }),
    { numRuns: 4, endOnFailure: true },
  )
})

test('a crash at every await of the queue consumer loses nothing and doubles nothing (experiment 2)', async () => {
  const messages = [
    sync('river'),
    { v: 1, kind: 'sweep', tenants: ['river', 'hill'] },
    sync('hill'),
    { v: 1, kind: 'recompute', tenants: ['river'] },
    { v: 1, kind: 'sync', tenant: 'nobody' },
  ]
  let points = 0
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  for (const when of ['before', 'after', 'for-good'] as const) {
    for (let at = 1; ; at += 1) {
      const happened = fc
        .sample(happening, { numRuns: 4, seed: at })
        .map(({ event }, index) => ({ agency: index % 2 === 0 ? 'river' : 'hill', event }))
      await accept(house, happened)
      accepted.push(...happened)
      const gate = gateFailing(at, when)
      const crashed = workRoom(house, gate)
      const first = batchOf(messages)
      await consume(first.batch, crashed.parts)
      const again = workRoom(house)
      const second = batchOf([...first.left(), ...crashed.sent])
      await consume(second.batch, again.parts)
      const third = batchOf([...second.left(), ...again.sent])
      await consume(third.batch, workRoom(house).parts)
      expect(third.left(), `${when} await ${at}`).toEqual([])
      expect(await standingOffices(house.region), `${when} await ${at}`).toEqual(
        expectedOffices(accepted),
      )
      if (gate.awaits < at) break
      points += 1
    }
  }
  log.mockRestore()
  console.log(`crash sweep of the consumer: ${points} points, all recovered`)
  expect(points).toBeGreaterThan(20)
  const letters = await house.region.prepare('SELECT body, reason FROM dead_letter').all()
  expect(letters.results).toEqual([
    { body: JSON.stringify(sync('nobody')), reason: 'unknown-agency' },
  ])
}, 300_000)
