import type { Tally } from '../counting-db.ts'
import { addCost, type Cost, noCost } from './cost.ts'
import type { PlayedEvent, Tenth } from './ledger.ts'

/** The middle, the twentieth from the top and the top of some times (ms). */
export type Spread = { p50: number; p95: number; max: number; n: number }

/** What an event took and cost on the whole, the queue's part in it. */
export type Stretch = {
  events: number
  perSecond: number
  /** answers */ ms: Spread
  /** until the region had it */ lag: Spread
  /** one event's share at the door */ door: Cost
  /** one event's share of the queue */ queue: Cost
  messages: number
}

/** Sums up some tenths of the day. */
export function stretchOf(tenths: readonly Tenth[]): Stretch {
  const events = tenths.flatMap((tenth) => tenth.events)
  const seconds = tenths.reduce((sum, tenth) => sum + tenth.seconds, 0)
  const queue = tenths.reduce((sum, tenth) => addCost(sum, tenth.queue.cost), noCost())
  return {
    events: events.length,
    perSecond: events.length / seconds,
    ms: spreadOf(events.map(({ ms }) => ms)),
    lag: spreadOf(events.flatMap(({ lag }) => lag ?? [])),
    door: share(sumOf(events), events.length),
    queue: share(queue, events.length),
    messages: tenths.reduce((sum, tenth) => sum + tenth.queue.messages, 0) / events.length,
  }
}

/** What each verb took and cost at the door. */
export function verbsOf(
  tenths: readonly Tenth[],
): { verb: string; ms: Spread; lag: Spread; cost: Cost }[] {
  const byVerb = Map.groupBy(
    tenths.flatMap((tenth) => tenth.events),
    ({ verb }) => verb,
  )
  return [...byVerb].map(([verb, events]) => ({
    verb,
    ms: spreadOf(events.map(({ ms }) => ms)),
    lag: spreadOf(events.flatMap(({ lag }) => lag ?? [])),
    cost: share(sumOf(events), events.length),
  }))
}

function sumOf(events: readonly PlayedEvent[]): Cost {
  return events.reduce((sum, { cost }) => addCost(sum, cost), noCost())
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (part: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
  return { p50: at(0.5), p95: at(0.95), max: sorted.at(-1) ?? 0, n: sorted.length }
}

function share(cost: Cost, n: number): Cost {
  const of = (tally: Tally): Tally => ({
    rowsRead: tally.rowsRead / n,
    rowsWritten: tally.rowsWritten / n,
    roundTrips: tally.roundTrips / n,
  })
  return { tenant: of(cost.tenant), region: of(cost.region) }
}
