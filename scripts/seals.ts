import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { journalFaultWords } from '../src/http/ui/words/journal.ts'
import { registry } from '../src/tenancy/registry.generated.ts'
import { openFolder, type OpenFolder } from './runtime/open-folder.ts'
import { overAll } from './runtime/progress.ts'

const help = `用法：npm run seals -- [选项]

核验各机关的流水封存：从流水逐段重新计算摘要值，与封存的和每日存证的逐一核对。
只读不写，分段读取。全部一致时退出状态为 0；有一处差异就列出来，退出状态为 1。

  --agency id         只核验一个机关；不写为全部机关
  --from 1            从第几段开始（接着上次核验），要与 --agency 同用
  --expect 段号:摘要值   另外核对抄录、打印下来的摘要值，要与 --agency 同用，可以写几个
  --data .yangguang   数据文件夹；有服务在运行就经由它核验
  --port 8787         与 npm start 相同，可以不写
  --help              显示这段说明`

const fault = z.discriminatedUnion('fault', [
  z.object({ fault: z.literal('seal-missing'), n: z.number() }),
  z.object({ fault: z.literal('seal-differs'), n: z.number() }),
  z.object({ fault: z.literal('anchor-seal-missing'), day: z.string(), n: z.number() }),
  z.object({ fault: z.literal('anchor-differs'), day: z.string(), n: z.number() }),
  z.object({ fault: z.literal('anchor-unreadable'), day: z.string() }),
])
const stretch = z.object({
  seals: z.number(),
  events: z.number(),
  next: z.number().nullable(),
  faults: z.array(fault),
  digests: z.array(z.object({ n: z.number(), digest: z.string() })),
})
const anchors = z.object({
  days: z.array(z.string()),
  next: z.string().nullable(),
  faults: z.array(fault),
})

type Asked = { data: string; agency: string | undefined; from: number; expect: Map<number, string> }
type Found = { seals: number; events: number; days: number; lines: string[] }

function read(): Asked | 'help' | { fault: string } {
  try {
    const { values } = parseArgs({
      options: {
        data: { type: 'string', default: '.yangguang' },
        agency: { type: 'string' },
        from: { type: 'string', default: '1' },
        expect: { type: 'string', multiple: true, default: [] },
        port: { type: 'string' },
        help: { type: 'boolean' },
      },
    })
    if (values.help === true) return 'help'
    const expect = values.expect.map((text) => /^([1-9]\d*):([0-9a-f]{64})$/.exec(text))
    const isPart = values.from !== '1' || expect.length > 0
    if (!/^[1-9]\d*$/.test(values.from)) return { fault: '--from 应是段号' }
    if (expect.includes(null)) return { fault: '--expect 应形如 12:64 位摘要值' }
    if (isPart && values.agency === undefined)
      return { fault: '--from、--expect 要与 --agency 同用' }
    return {
      data: resolve(values.data),
      agency: values.agency,
      from: Number(values.from),
      expect: new Map(expect.map((match) => [Number(match?.[1]), match?.[2] ?? ''])),
    }
  } catch (error) {
    return { fault: `看不懂的选项：${error instanceof Error ? error.message : String(error)}` }
  }
}

/** Walks the chain of one agency and then its anchors; each call of the door is one bounded step. */
async function walk(
  operator: OpenFolder['operator'],
  id: string,
  { from: first, expect }: Pick<Asked, 'from' | 'expect'>,
): Promise<Found> {
  const agency = `agency=${encodeURIComponent(id)}`
  const found: Found = { seals: 0, events: 0, days: 0, lines: [] }
  const waiting = new Map(expect)
  for (let from: number | null = first; from !== null;) {
    const step: z.infer<typeof stretch> = stretch.parse(
      await operator(`/seals?${agency}&from=${from}`).catch((error: unknown) => {
        const why = error instanceof Error ? error.message : String(error)
        throw new Error(`${why}（--agency ${id} --from ${from} 可以接着核验）`)
      }),
    )
    found.seals += step.seals
    found.events += step.events
    found.lines.push(...step.faults.map(journalFaultWords))
    for (const { n, digest } of step.digests) {
      const expected = waiting.get(n)
      waiting.delete(n)
      if (expected !== undefined && expected !== digest) {
        found.lines.push(`第 ${n} 段与抄录的摘要值不一致`)
      }
    }
    from = step.next
  }
  for (const n of waiting.keys()) found.lines.push(`抄录的第 ${n} 段不见了`)
  for (let after: string | null = ''; after !== null;) {
    const step: z.infer<typeof anchors> = anchors.parse(
      await operator(`/anchors?${agency}&after=${after}`),
    )
    found.days += step.days.length
    found.lines.push(...step.faults.map(journalFaultWords))
    after = step.next
  }
  return found
}

async function run(asked: Asked): Promise<number> {
  const agencies = registry
    .map((row) => row.agency)
    .filter(({ id }) => asked.agency === undefined || id === asked.agency)
  if (agencies.length === 0) throw new Error(`没有机关 ${String(asked.agency)}`)
  const folder = await openFolder(asked.data)
  try {
    const lines: string[] = []
    const sum = { seals: 0, events: 0, days: 0 }
    await overAll('核验封存', agencies, 4, async ({ id, name }) => {
      const found = await walk(folder.operator, id, asked)
      sum.seals += found.seals
      sum.events += found.events
      sum.days += found.days
      lines.push(...found.lines.map((line) => `${name}\t${line}`))
    })
    for (const line of lines) console.log(line)
    console.log(
      `${agencies.length} 个机关，${sum.seals} 段、${sum.events} 条流水，${sum.days} 份每日存证：${lines.length} 处差异。`,
    )
    return lines.length > 0 ? 1 : 0
  } finally {
    await folder.close()
  }
}

const asked = read()
if (asked === 'help') {
  console.log(help)
} else if ('fault' in asked) {
  console.error(`${asked.fault}\n\n${help}`)
  process.exitCode = 2
} else {
  try {
    process.exitCode = await run(asked)
  } catch (error) {
    console.error(`核验没有完成：${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 2
  }
}
