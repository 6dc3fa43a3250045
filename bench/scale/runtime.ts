import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Miniflare, type WorkerOptions } from 'miniflare'
import { asModule } from '../../scripts/runtime/as-module.ts'
import { bundle } from '../../scripts/runtime/bundle.ts'
import {
  childProcesses,
  leaveFolder,
  runningServer,
  takeFolder,
} from '../../scripts/runtime/folder-lock.ts'
import { type Operator, operatorOf } from '../../scripts/runtime/operator-client.ts'
import { readSecrets } from '../../scripts/runtime/secrets.ts'
import { generate } from '../../scripts/tenants/generate.ts'
import { queueSchema, type QueueWork } from './cost.ts'
import type { Prefecture } from './prefecture.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const compatibility = {
  compatibilityDate: '2026-07-30',
  compatibilityFlags: ['nodejs_compat'],
}

/** The runtime over a data folder: the operator's door, and with the service its socket and its account. */
export type ScaleRuntime = {
  operator: Operator
  socket: URL | null
  account(): Promise<QueueWork>
  close(): Promise<void>
}

/** The bundled Workers of an invented prefecture. */
export type Scripts = { stage: string; product: string }

/** Bundles the Workers with the prefecture's registry in place of the generated one. */
export async function bundleScripts({ entries }: Prefecture): Promise<Scripts> {
  const registry = generate(root, entries).find(({ file }) =>
    file.endsWith('registry.generated.ts'),
  )?.content
  const [stage, product] = await Promise.all([
    bundle('bench/scale/stage.ts', registry),
    bundle('bench/scale/product.ts', registry),
  ])
  return { stage, product }
}

/** Starts the runtime for an invented prefecture; without `queueWait`, in seconds, nobody reads the queue. */
export async function openScaleRuntime(
  prefecture: Prefecture,
  scripts: Scripts,
  data: string,
  queueWait: number | null,
): Promise<ScaleRuntime> {
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const other = runningServer(data)
  if (other !== null) throw new Error(`数据文件夹正由进程 ${other.pid} 使用`)
  takeFolder(data, { children: [], port: 0, door: null })
  const { masterKey, sessionKey } = readSecrets(data)
  const shared = {
    ...compatibility,
    d1Databases: Object.fromEntries(prefecture.databases.map(({ binding, id }) => [binding, id])),
    r2Buckets: ['FILES'],
    queueProducers: { WORK: 'work', CROWD: 'crowd' },
    bindings: {
      MASTER_KEY: masterKey,
      SESSION_KEY: sessionKey,
      HOST_PATTERN: 'http://{slug}.localhost',
      LIMITS: 'off',
      DEMONSTRATION: 'yes',
    },
    serviceBindings: { ASSETS: 'static' },
  }
  const taken = { maxBatchSize: 20, maxBatchTimeout: queueWait ?? 1 }
  const product: WorkerOptions = {
    name: 'product',
    ...shared,
    ...asModule(scripts.product),
    queueConsumers: {
      work: { ...taken, maxRetries: 5, deadLetterQueue: 'work-dead' },
      crowd: { ...taken, maxRetries: 5, deadLetterQueue: 'work-dead' },
      'work-dead': taken,
    },
    unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
  }
  const mf = new Miniflare({
    workers: [
      {
        name: 'static',
        ...compatibility,
        ...asModule('export default { fetch: () => new Response(null, { status: 404 }) }'),
      },
      {
        name: 'operator',
        ...shared,
        ...asModule(scripts.stage),
      },
      ...(queueWait === null ? [] : [product]),
    ],
    d1Persist: join(data, 'd1'),
    r2Persist: join(data, 'r2'),
  })
  await mf.ready
  takeFolder(data, { children: childProcesses(), port: 0, door: null })
  return {
    operator: operatorOf(mf),
    socket: queueWait === null ? null : await mf.unsafeGetDirectURL('product'),
    async account() {
      const worker = await mf.getWorker('product')
      const answer = await worker.fetch('http://account/')
      return queueSchema.parse(await answer.json())
    },
    async close() {
      await mf.dispose()
      leaveFolder(data)
    },
  }
}
