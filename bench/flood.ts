import { Agent, request as ask } from 'node:http'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { Miniflare } from 'miniflare'
import { bundle } from '../scripts/runtime/bundle.ts'
import { registry } from '../src/tenancy/registry.generated.ts'
import { benchMasterKey } from './house.ts'
import { applyMigrations } from './migrations.ts'

const help = `用法：node bench/flood.ts [选项]

一个机关在一段时间里收到大量申请时，另一个机关的页面和申请要等多久：先测平时，再测洪水之中。
只访问本机，不用网络；数据在内存里，不留下文件。

  --count 10000    洪水里的申请件数
  --seconds 60     在多少秒内均匀送出
  --limits on      按产品的限次（on）或者不限次（off）
  --help           显示这段说明`

type Options = { count: number; seconds: number; limits: 'on' | 'off' }
type Sample = { name: string; status: number; ms: number }

const [flooded, other] = ['yongqiao', 'dangshan'] as const
/** Each side has connections of its own: those of the flood would keep the others waiting here already. */
const agents = {
  [flooded]: new Agent({ keepAlive: true, maxSockets: 64 }),
  [other]: new Agent({ keepAlive: true, maxSockets: 16 }),
}
const calm = 10_000
const every = 250

async function run({ count, seconds, limits }: Options): Promise<void> {
  const mf = await start(limits)
  try {
    const port = Number((await mf.unsafeGetDirectURL('product')).port)
    await watch(port, 3000)
    const before = await watch(port, calm)
    const flooding = flood(port, count, seconds)
    const during = await watch(port, seconds * 1000)
    const answered = await flooding
    const registeredAfter = await drain(mf, other)
    console.log(`${cpus().length} × ${cpus()[0]?.model ?? ''}；限次 ${limits}`)
    console.log(`洪水：${answered.length} 件，${tally(answered)}，${times(answered)}`)
    for (const name of Object.keys(visits)) {
      console.log(
        `${name}\t平时 ${times(of(before, name))}\t洪水中 ${times(of(during, name))}\t${tally(of(during, name))}`,
      )
    }
    console.log(`洪水结束后 ${registeredAfter} 秒，另一机关的申请全部登记。`)
  } finally {
    for (const agent of Object.values(agents)) agent.destroy()
    await mf.dispose()
  }
}

/** What visitors of the other agency do meanwhile. */
const visits: Readonly<Record<string, (port: number, n: number) => Promise<Sample>>> = {
  首页: (port) => visit(port, '首页', '/'),
  申请表: (port) => visit(port, '申请表', '/apply'),
  列表: (port) => visit(port, '列表', '/items'),
  提交申请: (port, n) => submit(port, other, '提交申请', 900_000 + n),
}

async function watch(port: number, ms: number): Promise<Sample[]> {
  const end = performance.now() + ms
  const samples: Promise<Sample>[] = []
  for (let n = 0; performance.now() < end; n += 1) {
    for (const go of Object.values(visits))
      samples.push(go(port, Math.floor(performance.now()) + n))
    await pause(every)
  }
  return Promise.all(samples)
}

async function flood(port: number, count: number, seconds: number): Promise<Sample[]> {
  const began = performance.now()
  const samples: Promise<Sample>[] = []
  for (let n = 0; n < count; n += 1) {
    const due = began + (n / count) * seconds * 1000
    const wait = due - performance.now()
    if (wait > 1) await pause(wait)
    samples.push(submit(port, flooded, '洪水', n))
  }
  return Promise.all(samples)
}

function visit(port: number, name: string, path: string): Promise<Sample> {
  return send(port, name, {
    host: `${other}.localhost`,
    path,
    method: 'GET',
    headers: { cookie: 'bench=1' },
  })
}

function submit(port: number, slug: string, name: string, n: number): Promise<Sample> {
  const body = JSON.stringify({
    applicant: {
      class: 'naturalPerson',
      name: '测试申请人',
      idType: 'passport',
      idNumber: 'E00000000',
      phone: `139${String(n % 100_000_000).padStart(8, '0')}`,
      address: '试验路 1 号',
    },
    request: { subject: `第${n}件`, description: '请提供该工程竣工验收的结论性文件。' },
    delivery: { form: 'electronic', route: 'online' },
  })
  const headers = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'cf-connecting-ip': `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`,
  }
  return send(
    port,
    name,
    { host: `${slug}.localhost`, path: '/api/v1/applications', method: 'POST', headers },
    body,
  )
}

type Sent = { host: string; path: string; method: string; headers: Record<string, string> }

function send(port: number, name: string, sent: Sent, body = ''): Promise<Sample> {
  const began = performance.now()
  const headers = { ...sent.headers, host: sent.host }
  const { path, method } = sent
  const agent = agents[sent.host.startsWith(flooded) ? flooded : other]
  return new Promise((resolve) => {
    const done = (status: number): void => resolve({ name, status, ms: performance.now() - began })
    const outgoing = ask({ host: '127.0.0.1', port, path, method, headers, agent }, (answer) => {
      answer.resume()
      answer.on('end', () => done(answer.statusCode ?? 0))
    })
    outgoing.on('error', () => done(0))
    outgoing.end(body)
  })
}

/** Seconds until every application of an agency has its number. */
async function drain(mf: Miniflare, slug: string): Promise<string> {
  const db = await mf.getD1Database(bindingOf(slug), 'product')
  const began = performance.now()
  for (;;) {
    const row = await db
      .prepare("SELECT count(*) AS n FROM application WHERE state = 'submitted'")
      .first<{ n: number }>()
    if (row?.n === 0) return ((performance.now() - began) / 1000).toFixed(1)
    await pause(100)
  }
}

async function start(limits: Options['limits']): Promise<Miniflare> {
  const d1Databases = Object.fromEntries([
    ...[flooded, other].map((slug) => [bindingOf(slug), slug]),
    ['REGION', 'region'],
  ])
  const common = {
    modules: true,
    compatibilityDate: '2026-07-30',
    compatibilityFlags: ['nodejs_compat'],
  } as const
  const mf = new Miniflare({
    workers: [
      {
        ...common,
        name: 'product',
        script: await bundle('src/worker.ts'),
        d1Databases,
        r2Buckets: ['FILES'],
        queueProducers: { WORK: 'work', CROWD: 'crowd' },
        queueConsumers: {
          work: { maxBatchSize: 20, maxBatchTimeout: 1, maxRetries: 5 },
          crowd: { maxBatchSize: 20, maxBatchTimeout: 1, maxRetries: 5 },
        },
        bindings: {
          MASTER_KEY: Buffer.from(benchMasterKey).toString('base64'),
          SESSION_KEY: 'bench-only-session-key-of-more-than-43-characters',
          HOST_PATTERN: 'http://{slug}.localhost',
          LIMITS: limits,
          DEMONSTRATION: 'yes',
        },
        serviceBindings: { ASSETS: 'assets' },
        unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
      },
      {
        ...common,
        name: 'assets',
        script: 'export default { fetch: () => new Response(null, { status: 404 }) }',
      },
    ],
  })
  await mf.ready
  await applyMigrations(await mf.getD1Database('REGION', 'product'), 'region')
  for (const slug of [flooded, other]) {
    await applyMigrations(await mf.getD1Database(bindingOf(slug), 'product'), 'tenant')
  }
  return mf
}

function bindingOf(slug: string): string {
  const row = registry.find(({ agency }) => agency.slug === slug)
  if (row === undefined) throw new Error(`no agency ${slug}`)
  return row.binding
}

function of(samples: readonly Sample[], name: string): Sample[] {
  return samples.filter((sample) => sample.name === name)
}

function times(samples: readonly Sample[]): string {
  const sorted = samples.map(({ ms }) => ms).toSorted((a, b) => a - b)
  const at = (share: number): string =>
    `${Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)}`
  return `p50 ${at(0.5)} / p95 ${at(0.95)} / 最长 ${at(1)} 毫秒`
}

function tally(samples: readonly Sample[]): string {
  const counts = new Map<number, number>()
  for (const { status } of samples) counts.set(status, (counts.get(status) ?? 0) + 1)
  return [...counts].map(([status, n]) => `${status} × ${n}`).join('，')
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '60' },
    limits: { type: 'string', default: 'on' },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) console.log(help)
else {
  await run({
    count: Number(values.count),
    seconds: Number(values.seconds),
    limits: values.limits === 'off' ? 'off' : 'on',
  })
}
