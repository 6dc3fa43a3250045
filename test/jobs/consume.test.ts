import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { consume } from '../../src/jobs/consume.ts'
import { agencies } from '../support/agencies.ts'
import type { House } from '../support/house.ts'
import { openHouse } from '../support/house.ts'
import { openSqliteHouse } from '../support/sqlite-house.ts'
import { gateFailing } from './chaos.ts'
import { accept, happening } from './happenings.ts'
import { type Accepted, expectedOffices, standingOffices } from './oracle.ts'
import { plan, type PlanHouse, playPlan } from './plan.ts'
import { batchOf, workRoom } from './work-room.ts'

let house: House
/** Everything that was ever accepted in this file; the region must always come to hold its sums. */
const accepted: Accepted[] = []

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const sync = (tenant: string) => ({ v: 1, kind: 'sync', tenant })

test('deliveries repeated, lost, shuffled and broken off leave the same rollup (mission 68, experiment 1)', async () => {
  await fc.assert(
    fc.asyncProperty(plan, async (drawn) => {
      expect(await playPlan(house, drawn, accepted)).toEqual([])
    }),
    { numRuns: 3, endOnFailure: true },
  )
})

test('the same plans, more of them, on databases of this process (`npm run plans` plays 1,000)', async () => {
  const own = await openSqliteHouse()
  const taken: Accepted[] = []
  await fc.assert(
    fc.asyncProperty(plan, async (drawn) => {
      expect(await playPlan(own, drawn, taken)).toEqual([])
    }),
    { numRuns: 20, endOnFailure: true },
  )
  await own.close()
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

const messages = [
  sync('river'),
  { v: 1, kind: 'sweep', tenants: ['river', 'hill'] },
  sync('hill'),
  { v: 1, kind: 'recompute', tenants: ['river'] },
  { v: 1, kind: 'sync', tenant: 'nobody' },
]

/** Lets the consumer crash at its awaits, each `step`-th in turn, and answers at how many it did. */
async function crashAlong(own: PlanHouse, taken: Accepted[], step: number): Promise<number> {
  let points = 0
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  for (const when of ['before', 'after', 'for-good'] as const) {
    for (let at = 1; ; at += step) {
      const happened = fc
        .sample(happening, { numRuns: 4, seed: at })
        .map(({ event }, index) => ({ agency: index % 2 === 0 ? 'river' : 'hill', event }))
      await accept(own, happened)
      taken.push(...happened)
      const gate = gateFailing(at, when)
      const crashed = workRoom(own, gate)
      const first = batchOf(messages)
      await consume(first.batch, crashed.parts)
      const again = workRoom(own)
      const second = batchOf([...first.left(), ...crashed.sent])
      await consume(second.batch, again.parts)
      const third = batchOf([...second.left(), ...again.sent])
      await consume(third.batch, workRoom(own).parts)
      expect(third.left(), `${when} await ${at}`).toEqual([])
      expect(await standingOffices(own.region), `${when} await ${at}`).toEqual(
        expectedOffices(taken),
      )
      if (gate.awaits < at) break
      points += 1
    }
  }
  log.mockRestore()
  const letters = await own.region.prepare('SELECT body, reason FROM dead_letter').all()
  expect(letters.results).toEqual([
    { body: JSON.stringify(sync('nobody')), reason: 'unknown-agency' },
  ])
  return points
}

test('a crash of the queue consumer loses nothing and doubles nothing (experiment 2)', async () => {
  expect(await crashAlong(house, accepted, 9)).toBeGreaterThan(10)
})

test('nor does one at any other await, on databases of this process', async () => {
  const own = await openSqliteHouse()
  const points = await crashAlong(own, [], 1)
  await own.close()
  console.log(`crash sweep of the consumer: ${points} points, all recovered`)
  expect(points).toBeGreaterThan(100)
})
