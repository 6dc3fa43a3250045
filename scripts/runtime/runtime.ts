import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { Miniflare, type WorkerOptions } from 'miniflare'
import { databasesOf } from '../tenants/databases.ts'
import { readTree } from '../tenants/read-tree.ts'
import { asModule } from './as-module.ts'
import { bundle } from './bundle.ts'
import type { Secrets } from './secrets.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const compatibility = {
  compatibilityDate: '2026-07-30',
  compatibilityFlags: ['nodejs_compat'],
}

/** How the service is to run on this machine. */
export type RuntimeOptions = {
  data: string
  /** Public address pattern, such as http://{slug}.localhost:8787 */
  hostPattern: string
  limits: boolean
  demonstration: boolean
  secrets: Secrets
}

/** The running service: its Worker behind a loopback socket, and the operator's door beside it. */
export type Runtime = {
  mf: Miniflare
  /** Where the Worker itself listens; only on this machine */
  socket: URL
  /** Ticks the clock as the platform's cron would */
  tick(cron: string): Promise<void>
  close(): Promise<void>
}

/** Starts the Worker on the open-source runtime over a data folder; `serve: false` opens only the operator's door. */
export async function startRuntime(options: RuntimeOptions): Promise<Runtime> {
  const databases = databasesOf(readTree(root).entries)
  const [worker, operator] = await Promise.all([
    bundle('src/worker.ts'),
    bundle('scripts/runtime/operator.ts'),
  ])
  const shared = {
    d1Databases: Object.fromEntries(databases.map(({ binding, id }) => [binding, id])),
    r2Buckets: ['FILES'],
    queueProducers: { WORK: 'work', CROWD: 'crowd' },
    bindings: {
      ...options.secrets.notices,
      MASTER_KEY: options.secrets.masterKey,
      SESSION_KEY: options.secrets.sessionKey,
      HOST_PATTERN: options.hostPattern,
      LIMITS: options.limits ? 'on' : 'off',
      DEMONSTRATION: options.demonstration ? 'yes' : 'no',
    },
    serviceBindings: { ASSETS: 'static' },
  }
  const consumer = {
    maxBatchSize: 20,
    maxBatchTimeout: 1,
    maxRetries: 5,
    deadLetterQueue: 'work-dead',
  }
  const workers: WorkerOptions[] = [
    // First, because Miniflare's own port leads to the first: nothing but files is to be had there.
    {
      name: 'static',
      ...compatibility,
      ...asModule('export default { fetch: () => new Response(null, { status: 404 }) }'),
      assets: {
        directory: join(root, 'src/http/static'),
        routerConfig: { has_user_worker: false },
      },
    },
    { name: 'operator', ...compatibility, ...shared, ...asModule(operator) },
    {
      name: 'yangguang',
      ...compatibility,
      ...shared,
      ...asModule(worker),
      queueConsumers: {
        work: consumer,
        crowd: consumer,
        'work-dead': { maxBatchSize: 20, maxBatchTimeout: 1 },
      },
      unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
    },
  ]
  const mf = new Miniflare({
    workers,
    d1Persist: join(options.data, 'd1'),
    r2Persist: join(options.data, 'r2'),
    // The runtime's own log would show addresses of requests; faults come out through the Worker's log.
    handleRuntimeStdio: (stdout: Readable, stderr: Readable) => {
      stdout.pipe(process.stdout)
      stderr.pipe(process.stderr)
    },
  })
  await mf.ready
  return {
    mf,
    socket: await mf.unsafeGetDirectURL('yangguang'),
    async tick(cron) {
      const service = await mf.getWorker('yangguang')
      await service.scheduled({ cron })
    },
    close: () => mf.dispose(),
  }
}
