import { ok, refuse } from '../../src/domain/shared/refusal.ts'
import type { JobParts } from '../../src/jobs/parts.ts'
import { createResolver } from '../../src/tenancy/resolve.ts'
import type { Message } from '../../src/usecases/context.ts'
import type { Outbox } from '../../src/usecases/notice/outbox.ts'
import { builtInScanner } from '../../src/usecases/scanner.ts'
import { newId } from '../../src/usecases/new-id.ts'
import { agencies } from '../support/agencies.ts'
import type { House } from '../support/house.ts'
import { type Gate, gated, gateFailing } from './chaos.ts'

/** A deployment that tells nobody. */
const noOutbox: Outbox = {
  adapters: { webhook: null, email: null },
  digest: async (contact) => contact,
  statusUrl: () => '',
}

/** The parts of the jobs floor over a test house; what they send to the queue lands in `sent`. */
export type WorkRoom = { parts: JobParts; sent: unknown[] }

/** Builds the parts; every await on a database, a bucket or the queue goes through `gate`. */
export function workRoom(
  house: Pick<House, 'tenant' | 'region'>,
  gate: Gate = gateFailing(0, 'before'),
  at = '2026-11-22T09:00:00+08:00',
  outbox: Outbox = noOutbox,
): WorkRoom {
  const sent: unknown[] = []
  const metadata = { metrics: { backlogCount: 0, backlogBytes: 0 } }
  const work: Queue = {
    metrics: async () => metadata.metrics,
    send: (body) =>
      gate.through(async () => {
        sent.push(body)
        return { metadata }
      }),
    sendBatch: (messages) =>
      gate.through(async () => {
        sent.push(...Array.from(messages, (message) => message.body))
        return { metadata }
      }),
  }
  const post = async (message: Message): Promise<void> => {
    await work.send(message)
  }
  const open: JobParts['tenancy']['open'] = async (id) => {
    if (!agencies.some((agency) => agency.id === id)) return refuse({ code: 'not-found' })
    const tenant = await house.tenant(id)
    return ok({
      ...tenant,
      db: gated(tenant.db, gate),
      files: { ...tenant.files, put: (...args) => gate.through(() => tenant.files.put(...args)) },
      crossing: {
        ...tenant.crossing,
        get: (...args) => gate.through(() => tenant.crossing.get(...args)),
      },
    })
  }
  return {
    sent,
    parts: {
      resolver: createResolver(agencies, null),
      tenancy: { open },
      region: gated(house.region, gate),
      work,
      post,
      now: () => Date.parse(at),
      newId,
      scanner: builtInScanner,
      outbox,
    },
  }
}

/** A batch as the platform hands it over, and what became of its messages. */
export function batchOf(
  bodies: readonly unknown[],
  queue = 'work',
): { batch: MessageBatch; acked: () => unknown[]; left: () => unknown[] } {
  const settled = new Map<number, 'ack' | 'retry'>()
  const messages = bodies.map((body, index): globalThis.Message => {
    const settle = (how: 'ack' | 'retry'): void => {
      if (!settled.has(index)) settled.set(index, how)
    }
    return {
      id: String(index),
      timestamp: new Date(0),
      body,
      attempts: 1,
      ack: () => settle('ack'),
      retry: () => settle('retry'),
    }
  })
  const batch: MessageBatch = {
    queue,
    messages,
    metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } },
    ackAll: () => undefined,
    retryAll: () => undefined,
  }
  return {
    batch,
    acked: () => bodies.filter((_, index) => settled.get(index) === 'ack'),
    left: () => bodies.filter((_, index) => settled.get(index) !== 'ack'),
  }
}
