import * as z from 'zod'
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { progress } from '../scripts/runtime/progress.ts'

import { ask } from './ask.ts'
import type { Tally } from './counting-db.ts'
import { openBenchHouse, type BenchHouse } from './house.ts'
import { ladeItem } from './laden.ts'
import { measureAll, startVisitors, type Visitors } from './measure.ts'
import { measureOnce } from './once.ts'
import { benchHelp, readBenchOptions, type BenchOptions } from './options.ts'
import { linesOf, onceTableOf, tableOf } from './print.ts'
import { floorRequests, productRequests, wireText, type BenchRequest } from './requests.ts'

const tallySchema = z.object({
  rowsRead: z.number(),
  rowsWritten: z.number(),
  roundTrips: z.number(),
})

async function bench(options: BenchOptions): Promise<boolean> {
  const house = await openBenchHouse(options.sizes, options.cache)
  const visitors = startVisitors()
  try {
    return await measure(house, visitors, options)
  } finally {
    await visitors.close()
    await house.close()
  }
}

async function measure(
  house: BenchHouse,
  visitors: Visitors,
  options: BenchOptions,
): Promise<boolean> {
  const known = await Promise.all(
    house.agencies.map(async (agency) => ({
      agency,
      size: agency.size,
      itemId: await middleItem(house, agency.binding),
      ladenId: await ladeItem(await house.ctxOf(agency)),
    })),
  )
  const product = known.flatMap(({ agency, itemId, ladenId }) =>
    productRequests(agency, itemId, ladenId),
  )
  await keepPage(house, product)
  const asked = [...floorRequests(known), ...product]
  const { open, closed } = await tryOut(asked, visitors, house.ports)
  const once = await measureOnce(house)
  const line = progress('测量', open.length * (options.rounds + 1))
  const figures = await measureAll(open, visitors, house.ports, {
    ...options,
    onStep: () => line.step(),
  })
  line.end()
  const lines = linesOf(figures, await countRows(house, open))
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? ''}`
  console.log(`\n${tableOf(lines)}\n`)
  console.log(`一次性的工作：\n\n${onceTableOf(once)}\n`)
  console.log(`产品压缩后 ${(house.bundleBytes / 1024).toFixed(1)} KB。`)
  console.log(
    `机器：${machine}。16 个连接，${options.rounds} 轮，每轮 ${options.secondsPerRound} 秒，各轮穿插，取中位数。`,
  )
  console.log('CPU 是运行时全部进程每次请求的用户态加内核态时间；“独自”是只有一位访客时。')
  console.log('提交申请只算到回答为止：登记由队列另行办理。')
  for (const { name, size } of closed)
    console.error(`没有测：${name}${size === null ? '' : `（${size}）`}没有正常应答`)
  if (options.json !== null) {
    const { bundleBytes } = house
    const { rounds, secondsPerRound } = options
    writeFileSync(
      options.json,
      `${JSON.stringify({ machine, rounds, secondsPerRound, bundleBytes, lines, once }, null, 2)}\n`,
    )
  }
  return closed.length === 0 && lines.every(({ failed }) => failed === 0)
}

/** Leaves out what does not answer as expected, so that an error page is never taken for a fast one. */
async function tryOut(
  asked: readonly BenchRequest[],
  visitors: Visitors,
  ports: BenchHouse['ports'],
): Promise<{ open: BenchRequest[]; closed: BenchRequest[] }> {
  const open: BenchRequest[] = []
  const closed: BenchRequest[] = []
  for (const one of asked) {
    const order = {
      port: ports[one.side],
      request: wireText(one),
      expected: one.expected,
      connections: 1,
      seconds: 0.02,
    }
    const { answered, failed } = await visitors.send(order)
    ;(answered > 0 && failed === 0 ? open : closed).push(one)
  }
  return { open, closed }
}

/** Gives the floor the product's own front page to keep, so that both send as many bytes. */
async function keepPage({ ports }: BenchHouse, product: readonly BenchRequest[]): Promise<void> {
  const [home] = product
  if (home === undefined) return
  const page = await ask(ports.product, home)
  await fetch(`http://127.0.0.1:${ports.floor}/kept`, { method: 'PUT', body: page })
}

/** Asks every request of the product once and reads D1's own account of it. */
async function countRows(
  { ports }: BenchHouse,
  requests: readonly BenchRequest[],
): Promise<Map<BenchRequest, Tally>> {
  const counted = new Map<BenchRequest, Tally>()
  for (const one of requests.filter(({ side }) => side === 'product')) {
    counted.set(one, tallySchema.parse(JSON.parse(await ask(ports.counter, one))))
  }
  return counted
}

async function middleItem(house: BenchHouse, binding: string): Promise<string> {
  const db = await house.mf.getD1Database(binding, 'product')
  const row = await db
    .prepare(
      'SELECT id FROM published WHERE docid >= (SELECT (min(docid) + max(docid)) / 2 FROM published) ORDER BY docid LIMIT 1',
    )
    .first<{ id: string }>()
  if (row === null) throw new Error(`no documents in ${binding}`)
  return row.id
}

const options = readBenchOptions(process.argv.slice(2))
if (options === 'help') {
  console.log(benchHelp)
} else if ('fault' in options) {
  console.error(`${options.fault}\n\n${benchHelp}`)
  process.exitCode = 2
} else {
  try {
    process.exitCode = (await bench(options)) ? 0 : 1
  } catch (error) {
    console.error(`测量没有完成：${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  }
}
