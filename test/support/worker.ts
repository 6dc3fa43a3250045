import { request } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Miniflare } from 'miniflare'
import { asModule } from '../../scripts/runtime/as-module.ts'
import { bundle } from '../../scripts/runtime/bundle.ts'
import { registry } from '../../src/tenancy/registry.generated.ts'
import { layDatabase, passingFolder } from './database-files.ts'
import { directD1, directScript, openDirectLine } from './direct-d1.ts'
import { masterKey } from './house.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The bundled Worker in workerd, with the databases of a few agencies of the real registry. */
export type TestWorker = {
  mf: Miniflare
  /** Address of the Worker's own socket; the agency is told by the Host header */
  socket: URL
  /** Asks one agency by its local host name. */
  request(slug: string, path: string, init?: RequestInit): Promise<Response>
  db(slug: string): D1Database
  /** Waits until `done` holds; fails after `seconds`. */
  until(done: () => Promise<boolean>, seconds?: number): Promise<void>
  close(): Promise<void>
}

/** Boots the Worker for the named agencies. */
export async function bootWorker(slugs: readonly string[]): Promise<TestWorker> {
  const rows = registry.filter(({ agency }) => slugs.includes(agency.slug))
  const databases = Object.fromEntries(
    rows.map((row) => [row.binding, row.binding.toLowerCase()] as const),
  )
  const folder = passingFolder('worker')
  await layDatabase(folder, 'region', 'region')
  for (const id of Object.values(databases)) await layDatabase(folder, id, 'tenant')
  const d1Databases = { ...databases, REGION: 'region' }
  const compatibility = {
    compatibilityDate: '2026-07-30',
    compatibilityFlags: ['nodejs_compat'],
  }
  const consumer = {
    maxBatchSize: 20,
    maxBatchTimeout: 0.1,
    maxRetries: 5,
    deadLetterQueue: 'work-dead',
  }
  const mf = new Miniflare({
    d1Persist: folder,
    workers: [
      {
        name: 'yangguang',
        ...compatibility,
        ...asModule(await bundle('src/worker.ts')),
        d1Databases,
        r2Buckets: ['FILES'],
        queueProducers: { WORK: 'work', CROWD: 'crowd' },
        queueConsumers: {
          work: consumer,
          crowd: consumer,
          'work-dead': { maxBatchSize: 20, maxBatchTimeout: 0.1 },
        },
        bindings: {
          MASTER_KEY: Buffer.from(masterKey).toString('base64'),
          SESSION_KEY: 'test-only-session-key-of-more-than-43-characters',
          HOST_PATTERN: 'http://{slug}.localhost',
          LIMITS: 'off',
          DEMONSTRATION: 'yes',
        },
        serviceBindings: { ASSETS: 'static' },
        unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
      },
      {
        name: 'static',
        ...compatibility,
        ...asModule('export default { fetch: () => new Response(null, { status: 404 }) }'),
        assets: {
          directory: join(root, 'src/http/static'),
          routerConfig: { has_user_worker: false },
        },
      },
      {
        name: 'direct',
        ...compatibility,
        ...asModule(directScript),
        d1Databases,
        unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
      },
    ],
  })
  const socket = await mf.unsafeGetDirectURL('yangguang')
  const line = await openDirectLine(mf, 'direct')
  return {
    mf,
    socket,
    request: (slug, path, init = {}) => ask(socket, `${slug}.localhost`, path, init),
    db(slug) {
      const row = rows.find(({ agency }) => agency.slug === slug)
      if (row === undefined) throw new Error(`agency ${slug} was not booted`)
      return directD1(line, row.binding)
    },
    async until(done, seconds = 20) {
      const end = performance.now() + seconds * 1000
      while (!(await done())) {
        if (performance.now() > end) throw new Error('what was waited for did not happen')
        await new Promise((resolve) => {
          setTimeout(resolve, 50)
        })
      }
    },
    async close() {
      line.close()
      await mf.dispose()
    },
  }
}

/** Asks the Worker's own socket under a host name, as a browser would. */
function ask(socket: URL, host: string, path: string, init: RequestInit): Promise<Response> {
  const prepared = new Request(`http://${host}${path}`, init)
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: socket.hostname,
        port: socket.port,
        path,
        method: prepared.method,
        headers: { ...Object.fromEntries(prepared.headers), host },
        setHost: false,
      },
      (incoming) => {
        const chunks: Buffer[] = []
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
        incoming.on('end', () => {
          const status = incoming.statusCode ?? 500
          const headers = new Headers()
          for (const [name, value] of Object.entries(incoming.headers)) {
            for (const one of [value ?? []].flat()) headers.append(name, one)
          }
          const isEmpty = status === 204 || status === 304
          resolve(new Response(isEmpty ? null : Buffer.concat(chunks), { status, headers }))
        })
      },
    )
    outgoing.on('error', reject)
    prepared.arrayBuffer().then((body) => outgoing.end(Buffer.from(body)), reject)
  })
}
