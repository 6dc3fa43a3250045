import { AsyncLocalStorage } from 'node:async_hooks'
import worker from '../../src/worker.ts'
import { countingDatabase, type Tally } from '../counting-db.ts'
import { addCost, type Cost, noCost, type QueueWork } from './cost.ts'

type Env = Readonly<Record<string, unknown>>
type Incoming = Request<unknown, IncomingRequestCfProperties>

const current = new AsyncLocalStorage<Cost>()
const counted = new WeakMap<Env, Env>()
const queue: QueueWork = { batches: 0, messages: 0, cost: noCost() }

/**
 * The product as it is deployed, on databases that keep account: every answer says in a header what
 * it cost, and the host `account` what the queue cost since the start.
 */
// oxlint-disable-next-line import/no-default-export -- the runtime asks the default export of a Worker
export default {
  async fetch(request: Incoming, env: Env): Promise<Response> {
    if (new URL(request.url).hostname === 'account') return Response.json(queue)
    const cost = noCost()
    return current.run(cost, async () => {
      const answer = await worker.fetch(request, countedOf(env))
      // Read to the end, so that what is asked while the page is written counts too.
      const body = await answer.arrayBuffer()
      const told = new Response(body.byteLength === 0 ? null : body, answer)
      told.headers.set('x-scale-cost', JSON.stringify(cost))
      return told
    })
  },
  async queue(batch: MessageBatch, env: Env): Promise<void> {
    const cost = noCost()
    await current.run(cost, () => worker.queue(batch, countedOf(env)))
    queue.batches += 1
    queue.messages += batch.messages.length
    queue.cost = addCost(queue.cost, cost)
  },
}

/** One per set of bindings, because the product keeps its house by it. */
function countedOf(env: Env): Env {
  const known = counted.get(env)
  if (known !== undefined) return known
  const made = Object.fromEntries(
    Object.entries(env).map(([name, value]) => {
      const side = name === 'REGION' ? 'region' : name.startsWith('DB_') ? 'tenant' : null
      const wraps = side !== null && isDatabase(value)
      return [name, wraps ? countingDatabase(value, tallyOf(side)) : value]
    }),
  )
  counted.set(env, made)
  return made
}

/** A tally that is always the one of the request or batch at work. */
function tallyOf(side: keyof Cost): Tally {
  const at = (): Tally => current.getStore()?.[side] ?? noCost()[side]
  return {
    get rowsRead() {
      return at().rowsRead
    },
    set rowsRead(n) {
      at().rowsRead = n
    },
    get rowsWritten() {
      return at().rowsWritten
    },
    set rowsWritten(n) {
      at().rowsWritten = n
    },
    get roundTrips() {
      return at().roundTrips
    },
    set roundTrips(n) {
      at().roundTrips = n
    },
  }
}

function isDatabase(binding: unknown): binding is D1Database {
  return typeof binding === 'object' && binding !== null && 'prepare' in binding
}
