import type { Message } from '../usecases/context.ts'
import type { JobParts } from './parts.ts'

/** Agencies per message: twenty such messages stay within the thousand queries of one invocation. */
const sweepSize = 15
const recomputeSize = 5
const anchorSize = 3
/** Most messages of one `sendBatch`. */
const sendSize = 100

/** What the clock starts (定时任务): cron in UTC → the messages to post. A tick does no work itself. */
const table: Readonly<Record<string, (agencies: readonly string[]) => Message[]>> = {
  '*/10 * * * *': (agencies) =>
    chunks(agencies, sweepSize).map((tenants) => ({ v: 1, kind: 'sweep', tenants })),
  // 02:30 in Asia/Shanghai: every agency reports, silent ones too, every figure is recomputed
  // and every journal anchored.
  '30 18 * * *': (agencies) => [
    ...agencies.map((tenant): Message => ({ v: 1, kind: 'sync', tenant })),
    ...chunks(agencies, recomputeSize).map((tenants): Message => ({
      v: 1,
      kind: 'recompute',
      tenants,
    })),
    ...chunks(agencies, anchorSize).map((tenants): Message => ({ v: 1, kind: 'anchor', tenants })),
  ],
}

/** Answers a tick of the clock by posting its messages; an unknown cron is logged and posts none. */
export async function onTick(cron: string, parts: JobParts): Promise<void> {
  const messagesOf = table[cron]
  if (messagesOf === undefined) {
    console.error(JSON.stringify({ level: 'error', error: 'unknown-cron', cron }))
    return
  }
  const messages = messagesOf(parts.resolver.all.map((agency) => agency.id))
  for (const chunk of chunks(messages, sendSize)) {
    await parts.work.sendBatch(chunk.map((body) => ({ body })))
  }
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) =>
    list.slice(at * size, (at + 1) * size),
  )
}
