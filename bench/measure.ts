import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { LoadOrder, LoadOutcome } from './load.ts'
import { processorTime } from './processor.ts'
import { wireText, type BenchRequest } from './requests.ts'

/** Figures of one kind of request: medians over the rounds; times in milliseconds. */
export type Figures = {
  cpu: number | null
  perSecond: number
  p50: number
  p99: number
  /** 99th percentile for a visitor who is alone */
  aloneP99: number
  failed: number
}

const visitors = 16
const settlingSeconds = 0.1

/** The thread that plays the visitors; it lives beside the server, so its own time is not counted. */
export type Visitors = { send(order: LoadOrder): Promise<LoadOutcome>; close(): Promise<number> }

/** Starts the thread of visitors. */
export function startVisitors(): Visitors {
  const worker = new Worker(new URL('load.ts', import.meta.url))
  return {
    async send(order) {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage(order)
      // The thread answers every order with one outcome; a fault of its own is thrown here.
      const [outcome]: LoadOutcome[] = await once(worker, 'message')
      if (outcome === undefined) throw new Error('the visitors did not answer')
      return outcome
    },
    close: () => worker.terminate(),
  }
}

/**
 * Measures all requests in turns, round after round, so that what else the machine does falls on
 * all of them alike.
 */
export async function measureAll(
  requests: readonly BenchRequest[],
  visitorsThread: Visitors,
  ports: Readonly<Record<BenchRequest['side'], number>>,
  {
    rounds,
    secondsPerRound,
    onStep,
  }: { rounds: number; secondsPerRound: number; onStep: () => void },
): Promise<Map<BenchRequest, Figures>> {
  const order = (one: BenchRequest, connections: number, seconds: number): LoadOrder => ({
    port: ports[one.side],
    request: wireText(one),
    expected: one.expected,
    connections,
    seconds,
  })
  const taken = new Map<BenchRequest, Omit<Figures, 'aloneP99'>[]>()
  for (const one of requests) await visitorsThread.send(order(one, visitors, secondsPerRound / 2))
  for (let round = 0; round < rounds; round += 1) {
    for (const one of requests) {
      // What is kept in memory may have grown old while the others had their turn.
      await visitorsThread.send(order(one, 2, settlingSeconds))
      const before = processorTime()
      const { answered, failed, seconds, waits } = await visitorsThread.send(
        order(one, visitors, secondsPerRound),
      )
      const after = processorTime()
      taken.set(one, [
        ...(taken.get(one) ?? []),
        {
          cpu: before === null || after === null ? null : (after - before) / (answered + failed),
          perSecond: answered / seconds,
          p50: percentile(waits, 0.5),
          p99: percentile(waits, 0.99),
          failed,
        },
      ])
      onStep()
    }
  }
  const figures = new Map<BenchRequest, Figures>()
  for (const [one, all] of taken) {
    const { waits, failed } = await visitorsThread.send(order(one, 1, secondsPerRound))
    figures.set(one, {
      cpu: all.some(({ cpu }) => cpu === null) ? null : median(all.map(({ cpu }) => cpu ?? 0)),
      perSecond: median(all.map(({ perSecond }) => perSecond)),
      p50: median(all.map(({ p50 }) => p50)),
      p99: median(all.map(({ p99 }) => p99)),
      aloneP99: percentile(waits, 0.99),
      failed: all.reduce((sum, round) => sum + round.failed, failed),
    })
    onStep()
  }
  return figures
}

function percentile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}
