import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { costSchema, queueSchema } from './cost.ts'

/** One verb of the day: what it took and cost; `lag` is ms from its answer to the region, null where nothing is reported. */
const eventSchema = z.object({
  verb: z.string(),
  status: z.number(),
  ms: z.number(),
  lag: z.number().nullable(),
  cost: costSchema,
})

/** A tenth of the day: its events, what the queue did meanwhile, and how long it took. */
const tenthSchema = z.object({
  seconds: z.number(),
  events: z.array(eventSchema),
  queue: queueSchema,
  /** reports that had not come in two minutes later */ lost: z.number(),
  /** cases that stopped half-way, and why */ failed: z.array(z.string()),
  /** MB that the runtime's processes and this one held at most so far */
  memory: z.object({ runtime: z.number(), own: z.number() }),
})

const schema = z.object({
  /** what the day is made of; another day begins anew */ cases: z.number(),
  tenths: z.array(tenthSchema),
  /** the tenth that was begun and not finished when the day was stopped */ open: z
    .number()
    .nullable(),
  /** tenths that were stopped half-way and begun anew: their first events stand nowhere here */
  begunAnew: z.number(),
})

export type PlayedEvent = z.infer<typeof eventSchema>
export type Tenth = z.infer<typeof tenthSchema>
export type Ledger = z.infer<typeof schema>

const fileOf = (data: string): string => join(data, 'day.json')

/** Reads how far the day has come; a tenth that was stopped half-way is to be begun anew. */
export function readLedger(data: string, cases: number): Ledger {
  const file = fileOf(data)
  const nothing: Ledger = { cases, tenths: [], open: null, begunAnew: 0 }
  if (!existsSync(file)) return nothing
  const found = schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  if (found.cases !== cases) {
    throw new Error(
      `数据文件夹里的一天是 ${found.cases} 件事；请用 --cases ${found.cases} 或另一个 --data`,
    )
  }
  return found.open === null ? found : { ...found, open: null, begunAnew: found.begunAnew + 1 }
}

/** Writes the ledger whole or not at all. */
export function writeLedger(data: string, ledger: Ledger): void {
  writeFileSync(`${fileOf(data)}.new`, JSON.stringify(ledger))
  renameSync(`${fileOf(data)}.new`, fileOf(data))
}
