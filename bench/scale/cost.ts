import * as z from 'zod'
import type { Tally } from '../counting-db.ts'

/** What something asked of the agency's database and of the region's. */
export type Cost = { tenant: Tally; region: Tally }

/** What the queue's consumer did and cost since the runtime started. */
export type QueueWork = { batches: number; messages: number; cost: Cost }

const tally = z.object({ rowsRead: z.number(), rowsWritten: z.number(), roundTrips: z.number() })
export const costSchema = z.object({ tenant: tally, region: tally })
export const queueSchema = z.object({ batches: z.number(), messages: z.number(), cost: costSchema })

/** Nothing, to be added to. */
export function noCost(): Cost {
  const nothing = { rowsRead: 0, rowsWritten: 0, roundTrips: 0 }
  return { tenant: { ...nothing }, region: { ...nothing } }
}

/** The sum of two, or with `sign` -1 what the first has more. */
export function addCost(one: Cost, other: Cost, sign: 1 | -1 = 1): Cost {
  const sum = (a: Tally, b: Tally): Tally => ({
    rowsRead: a.rowsRead + sign * b.rowsRead,
    rowsWritten: a.rowsWritten + sign * b.rowsWritten,
    roundTrips: a.roundTrips + sign * b.roundTrips,
  })
  return { tenant: sum(one.tenant, other.tenant), region: sum(one.region, other.region) }
}

/** What the queue did between two looks. */
export function queueSince(before: QueueWork, after: QueueWork): QueueWork {
  return {
    batches: after.batches - before.batches,
    messages: after.messages - before.messages,
    cost: addCost(after.cost, before.cost, -1),
  }
}
