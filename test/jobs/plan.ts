import * as fc from 'fast-check'
import { consume } from '../../src/jobs/consume.ts'
import { recompute } from '../../src/usecases/statistics/recompute.ts'
import { agencies } from '../support/agencies.ts'
import type { House } from '../support/house.ts'
import { gateFailing, gateHolding, waitTurns } from './chaos.ts'
import { accept, crowdedAgency, crowdedHappening } from './happenings.ts'
import {
  type Accepted,
  expectedCoverage,
  expectedOffices,
  standingCoverage,
  standingOffices,
} from './oracle.ts'
import { batchOf, workRoom } from './work-room.ts'

/** What a plan is played on: the databases of a house, whatever runs them. */
export type PlanHouse = Pick<House, 'tenant' | 'ctx' | 'region' | 'regionCtx' | 'close'>

/** A stretch of a plan: messages as the queue hands them over, and what befalls their consumer. */
type Round = {
  /** agencies whose report is delivered: repeated, left out, in any order */ deliveries: string[]
  /** messages of a batch */ size: number
  /** the await on a database or the queue at which the consumer fails; 0: none */ at: number
  when: 'before' | 'after' | 'for-good'
  /** what the consumer left is delivered again with the next stretch, or the queue forgets it */
  forgets: boolean
  /**
   * a second consumer of these messages, the other way round: how many turns it is ahead of what
   * happens, and the await at which it is held back until the first is done; null: there is none
   */
  late: { turns: number; at: number } | null
}

/** A plan of deliveries (experiment 1): what happened, and how the queue behaved meanwhile. */
export type Plan = { happened: Accepted[]; rounds: Round[] }

const round: fc.Arbitrary<Round> = fc.record({
  deliveries: fc.array(crowdedAgency, { maxLength: 24 }),
  size: fc.integer({ min: 1, max: 100 }),
  at: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 60 })),
  when: fc.constantFrom('before', 'after', 'for-good'),
  forgets: fc.boolean(),
  late: fc.option(
    fc.record({
      turns: fc.integer({ min: 0, max: 40 }),
      at: fc.integer({ min: 1, max: 60 }),
    }),
    { freq: 4 },
  ),
})

/** Random plans of deliveries. */
export const plan: fc.Arbitrary<Plan> = fc.record({
  happened: fc.array(crowdedHappening, { minLength: 1, maxLength: 12 }),
  rounds: fc.array(round, { minLength: 1, maxLength: 4 }),
})

const sync = (tenant: string) => ({ v: 1, kind: 'sync', tenant })

/**
 * Plays a plan through the product's own consumer, then sweeps as the clock does until nothing is
 * owed; answers every line that is not as `accepted` (which takes in what happened) says. The
 * consumer's log of its failures is kept from the terminal.
 */
export async function playPlan(
  house: PlanHouse,
  { happened, rounds }: Plan,
  accepted: Accepted[],
): Promise<string[]> {
  const log = console.error
  console.error = () => undefined
  try {
    let left: unknown[] = []
    for (const [n, one] of rounds.entries()) {
      const [from, to] = [n, n + 1].map((at) => Math.ceil((at * happened.length) / rounds.length))
      const share = happened.slice(from, to)
      accepted.push(...share)
      left = await playRound(house, one, share, [...left, ...one.deliveries.map(sync)])
    }
    await sweep(house)
  } finally {
    console.error = log
  }
  return differencesOf(house, accepted)
}

async function playRound(
  house: PlanHouse,
  { size, at, when, late, forgets }: Round,
  share: readonly Accepted[],
  messages: readonly unknown[],
): Promise<unknown[]> {
  const held = Promise.withResolvers<void>()
  const room = workRoom(house, gateFailing(at, when))
  const beside = workRoom(house, gateHolding(late?.at ?? 0, held.promise))
  const working = late === null ? null : consume(batchOf(messages.toReversed()).batch, beside.parts)
  await waitTurns(late?.turns ?? 0)
  await accept(house, share)
  const left: unknown[] = []
  for (let from = 0; from < messages.length; from += size) {
    const batch = batchOf(messages.slice(from, from + size))
    await consume(batch.batch, room.parts)
    left.push(...batch.left())
  }
  held.resolve()
  await working
  return forgets ? [] : [...left, ...room.sent, ...beside.sent]
}

/** An hour later: what the queue lost is sent again, until nothing is. */
async function sweep(house: PlanHouse): Promise<void> {
  let waiting: unknown[] = [{ v: 1, kind: 'sweep', tenants: agencies.map(({ id }) => id) }]
  for (let turn = 0; waiting.length > 0; turn += 1) {
    if (turn > 50) throw new Error('the sweep never comes to rest')
    const room = workRoom(house, gateFailing(0, 'before'), '2026-11-22T10:00:00+08:00')
    const { batch, left } = batchOf(waiting)
    await consume(batch, room.parts)
    waiting = [...left(), ...room.sent]
  }
}

async function differencesOf(house: PlanHouse, accepted: readonly Accepted[]): Promise<string[]> {
  const lines: string[] = []
  const compare = (stands: readonly string[], source: readonly string[]): void => {
    const [had, wanted] = [new Set(stands), new Set(source)]
    lines.push(...stands.filter((line) => !wanted.has(line)).map((line) => `stands ${line}`))
    lines.push(...source.filter((line) => !had.has(line)).map((line) => `lacks ${line}`))
  }
  compare(await standingOffices(house.region), expectedOffices(accepted))
  compare(await standingCoverage(house.region), await expectedCoverage(house.region))
  for (const { id } of agencies) {
    const { own, region, office } = await recompute(await house.tenant(id), house.regionCtx())
    if (region === null) lines.push(`${id} lies behind`)
    lines.push(
      ...[...own, ...(region ?? []), ...office].map((one) => `${id} ${JSON.stringify(one)}`),
    )
  }
  return lines
}
