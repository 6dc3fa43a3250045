import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { registry } from '../src/tenancy/registry.generated.ts'
import { openFolder } from './runtime/open-folder.ts'
import { overAll } from './runtime/progress.ts'

const help = `用法：npm run dues -- [选项]

新一年的放假安排公布以后，从各件的期限台账重新计算每一个在办件的答复期限，
以及等候申请人补正、说明理由、缴费的截止日（只会推后，不会提前）。
列出变动的日期：机关、编号、哪一个日期、原到期日、新到期日。可以重复运行，不会重复变动。

  --dry-run           只列出会变动的件，不写入
  --agency id         只算一个机关；不写为全部机关
  --data .yangguang   数据文件夹；有服务在运行就经由它计算
  --port 8787         与 npm start 相同，可以不写
  --help              显示这段说明`

const day = z.string().nullable()
const names = { reply: '答复期限', applicant: '等候申请人' } as const
const answer = z.union([
  z.object({ ok: z.literal(false), refusal: z.object({ code: z.string() }) }),
  z.object({
    ok: z.literal(true),
    value: z.object({
      cases: z.number(),
      renewed: z.number(),
      items: z.number(),
      moved: z.array(
        z.object({
          what: z.enum(['reply', 'applicant']),
          receipt: z.string(),
          number: day,
          from: day,
          to: day,
        }),
      ),
    }),
  }),
])

type Asked = { data: string; agency: string | undefined; dryRun: boolean }

function read(): Asked | 'help' | { fault: string } {
  try {
    const { values } = parseArgs({
      options: {
        data: { type: 'string', default: '.yangguang' },
        agency: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        port: { type: 'string' },
        help: { type: 'boolean' },
      },
    })
    if (values.help === true) return 'help'
    const { agency, 'dry-run': dryRun } = values
    return { data: resolve(values.data), agency, dryRun }
  } catch (error) {
    return { fault: `看不懂的选项：${error instanceof Error ? error.message : String(error)}` }
  }
}

async function run({ data, agency: only, dryRun }: Asked): Promise<void> {
  const agencies = registry
    .map((row) => row.agency)
    .filter(({ id }) => only === undefined || id === only)
  if (agencies.length === 0) throw new Error(`没有机关 ${String(only)}`)
  const folder = await openFolder(data)
  try {
    const lines: string[] = []
    let [cases, renewed, items] = [0, 0, 0]
    await overAll('重算期限', agencies, 4, async ({ id, name }) => {
      const path = `/dues?agency=${encodeURIComponent(id)}&dryRun=${String(dryRun)}`
      const found = answer.parse(await folder.operator(path))
      if (!found.ok) throw new Error(`${name}：${found.refusal.code}`)
      cases += found.value.cases
      renewed += found.value.renewed
      items += found.value.items
      for (const { what, receipt, number, from, to } of found.value.moved) {
        lines.push(`${name}\t${number ?? receipt}\t${names[what]}\t${from ?? '无'} → ${to ?? '无'}`)
      }
    })
    for (const line of lines) console.log(line)
    const done = dryRun ? '会变动' : '已变动'
    console.log(
      `${agencies.length} 个机关，${cases} 个在办件：${lines.length} 个到期日${done}，${renewed} 件日期不变、按新日历确定；${items} 条未公开信息的公开期限${done}。`,
    )
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
    await run(asked)
  } catch (error) {
    console.error(`期限没有算完：${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 2
  }
}
