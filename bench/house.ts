import { calendarFrom } from '../src/usecases/calendar/in-use.ts'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { Miniflare } from 'miniflare'
import { bundle } from '../scripts/runtime/bundle.ts'
import { progress } from '../scripts/runtime/progress.ts'
import { openAnchors } from '../src/store/anchors.ts'
import { openCrossing } from '../src/store/crossing.ts'
import { openFiles } from '../src/store/files.ts'
import { openKeyring } from '../src/store/keyring.ts'
import { registry } from '../src/tenancy/registry.generated.ts'
import type { RegisteredAgency } from '../src/tenancy/registered-agency.ts'
import type { Ctx } from '../src/usecases/context.ts'
import { importItems } from '../src/usecases/item/import/items.ts'
import { builtInScanner } from '../src/usecases/scanner.ts'
import { newId } from '../src/usecases/new-id.ts'
import { documentFiles } from './documents.ts'
import { applyMigrations } from './migrations.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const compatibility = {
  modules: true,
  compatibilityDate: '2026-07-30',
  compatibilityFlags: ['nodejs_compat'],
} as const
const perFile = 5000

/** Master key of the bench; it seals nothing that anybody sent. */
export const benchMasterKey: Uint8Array<ArrayBuffer> = new Uint8Array(32).fill(9)

/** An agency with its number of documents. */
export type BenchAgency = RegisteredAgency & { size: number }

/** The runtime with the product and the floor side by side, on databases of the wanted sizes. */
export type BenchHouse = {
  mf: Miniflare
  agencies: readonly BenchAgency[]
  /** Agency without documents, into which they are imported */
  importer: RegisteredAgency
  ports: { product: number; floor: number; counter: number; once: number }
  /** Acts as a job of the product at an agency */
  ctxOf(agency: RegisteredAgency): Promise<Ctx>
  /** Size of the bundled product, packed as it travels */
  bundleBytes: number
  close(): Promise<void>
}

/** Opens the house; documents that an earlier run wrote are used again while what writes them is the same. */
export async function openBenchHouse(sizes: readonly number[], cache: string): Promise<BenchHouse> {
  const agencies = sizes.map((size, i) => ({ ...agencyAt(i), size }))
  const seeded = join(cache, fingerprint(sizes))
  if (!existsSync(join(seeded, 'complete'))) await seed(agencies, seeded)
  const run = join(cache, 'run')
  rmSync(run, { recursive: true, force: true })
  cpSync(seeded, run, { recursive: true })
  const script = await bundle('src/worker.ts')
  const importer = agencyAt(sizes.length)
  const mf = await start(agencies, run, script)
  await applyMigrations(await mf.getD1Database('REGION', 'product'), 'region')
  await applyMigrations(await mf.getD1Database(importer.binding, 'once'), 'tenant')
  await prepareFloor(await mf.getD1Database('FLOOR', 'floor'))
  const port = async (name: string): Promise<number> =>
    Number((await mf.unsafeGetDirectURL(name)).port)
  return {
    mf,
    agencies,
    importer,
    ctxOf: (one) => ctxOf(mf, one),
    ports: {
      product: await port('product'),
      floor: await port('floor'),
      counter: await port('counter'),
      once: await port('once'),
    },
    bundleBytes: gzipSync(script, { level: 9 }).length,
    async close() {
      await mf.dispose()
      rmSync(run, { recursive: true, force: true })
    },
  }
}

async function start(
  agencies: readonly BenchAgency[],
  data: string,
  script: string,
): Promise<Miniflare> {
  const own = Object.fromEntries(
    agencies.map(({ binding, size }) => [binding, `documents-${size}`]),
  )
  const sizes = Object.fromEntries(
    agencies.map(({ size }) => [`SIZE_${size}`, `documents-${size}`]),
  )
  const sockets = { unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }] }
  const product = {
    ...compatibility,
    ...sockets,
    d1Databases: { ...own, REGION: 'region' },
    r2Buckets: ['FILES'],
    // Nobody reads this queue here: registering is the consumer's time, not the applicant's.
    queueProducers: { WORK: 'work', CROWD: 'crowd' },
    bindings: {
      MASTER_KEY: Buffer.from(benchMasterKey).toString('base64'),
      SESSION_KEY: 'bench-only-session-key-of-more-than-43-characters',
      HOST_PATTERN: 'http://{slug}.localhost',
      LIMITS: 'off',
      DEMONSTRATION: 'yes',
    },
    serviceBindings: { ASSETS: 'floor' },
  }
  const mf = new Miniflare({
    workers: [
      { name: 'product', ...product, script },
      { name: 'counter', ...product, script: await bundle('bench/counter.ts') },
      {
        name: 'once',
        ...product,
        d1Databases: { [agencyAt(agencies.length).binding]: 'documents-once', REGION: 'region' },
        script: await bundle('bench/once-worker.ts'),
      },
      {
        name: 'floor',
        ...compatibility,
        ...sockets,
        script: await bundle('bench/floor.ts'),
        d1Databases: { ...sizes, FLOOR: 'floor' },
        queueProducers: { WORK: 'work', CROWD: 'crowd' },
      },
    ],
    d1Persist: join(data, 'd1'),
    r2Persist: join(data, 'r2'),
  })
  await mf.ready
  return mf
}

async function seed(agencies: readonly BenchAgency[], folder: string): Promise<void> {
  removeOutdated(folder)
  mkdirSync(folder, { recursive: true })
  const mf = await start(agencies, folder, 'export default { fetch: () => new Response(null) }')
  try {
    for (const { agency, binding, size } of agencies) {
      await applyMigrations(await mf.getD1Database(binding, 'product'), 'tenant')
      const ctx = await ctxOf(mf, { agency, binding })
      const line = progress(`写入 ${size} 份文件`, size)
      for (const { bytes, count } of documentFiles(size, perFile)) {
        const done = await importItems(ctx, bytes, { dryRun: false })
        if (!done.ok || !done.value.committed) throw new Error(JSON.stringify(done).slice(0, 500))
        line.step(count)
      }
      line.end()
    }
  } finally {
    await mf.dispose()
  }
  writeFileSync(join(folder, 'complete'), '')
}

async function ctxOf(mf: Miniflare, { agency, binding }: RegisteredAgency): Promise<Ctx> {
  const bucket = await mf.getR2Bucket('FILES', 'product')
  // oxlint-disable-next-line typescript/no-unnecessary-type-assertion, typescript/no-unsafe-type-assertion -- the same bucket with Node's types in its streams
  const objects = bucket as unknown as R2Bucket
  return {
    agency,
    db: await mf.getD1Database(binding, 'product'),
    files: openFiles(objects, agency.id, Date.now),
    keys: await openKeyring(benchMasterKey, agency.id),
    crossing: openCrossing(benchMasterKey, objects, agency.id),
    anchors: openAnchors(objects, agency.id),
    actor: { type: 'system', job: 'bench' },
    calendar: calendarFrom(agency, null),
    now: Date.now(),
    newId,
    post: async () => {},
    scanner: builtInScanner,
  }
}

/** Removes what earlier versions of the product wrote for the same sizes. */
function removeOutdated(folder: string): void {
  const cache = dirname(folder)
  const kind = basename(folder).replace(/[^-]+$/, '')
  for (const name of existsSync(cache) ? readdirSync(cache) : []) {
    const isSameKind = name.startsWith(kind) && !name.slice(kind.length).includes('-')
    if (isSameKind) rmSync(join(cache, name), { recursive: true, force: true })
  }
}

async function prepareFloor(db: D1Database): Promise<void> {
  await db.batch([
    db.prepare(
      'CREATE TABLE application (id TEXT NOT NULL PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID',
    ),
    db.prepare(
      'CREATE TABLE event (id INTEGER PRIMARY KEY, application_id TEXT NOT NULL, kind TEXT NOT NULL) STRICT',
    ),
    db.prepare(
      'CREATE TABLE counter (name TEXT NOT NULL PRIMARY KEY, n INTEGER NOT NULL) STRICT, WITHOUT ROWID',
    ),
  ])
}

function agencyAt(i: number): RegisteredAgency {
  const own = registry.filter(
    ({ agency }) =>
      agency.site.mode === 'own' && agency.level === 'county' && agency.kind === 'government',
  )
  const found = own[i]
  if (found === undefined) throw new Error('there are fewer counties than sizes')
  return found
}

/** Changes whenever what the documents are written with changes. */
function fingerprint(sizes: readonly number[]): string {
  const hash = createHash('sha256').update(JSON.stringify({ sizes, perFile }))
  const folders = ['migrations/tenant', 'src/domain/item', 'src/usecases/item', 'src/store/tenant']
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(folder, entry.name))
      .toSorted(),
  )
  for (const file of [...files, 'bench/documents.ts']) {
    if (/\.sql$|import|publish|search-text|search-query|documents/.test(file))
      hash.update(readFileSync(join(root, file)))
  }
  return `documents-${sizes.join('-')}-${hash.digest('hex').slice(0, 12)}`
}
