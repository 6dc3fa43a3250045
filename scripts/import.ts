import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { describeImport } from './import/describe.ts'
import { openFolder } from './runtime/open-folder.ts'
import { stageLine } from './runtime/progress.ts'

const help = `用法：npm run import -- --agency <机关> --kind items|applications [选项] <文件>

把 CSV、XLSX 或 JSON Lines 文件导入一个机关：items 是公开信息，applications 是申请台账。
全部合格才写入；有一行不合格，就一行也不写，并逐行说明原因。重复导入同一文件不会重复登记。

  --agency yongqiao   机关（网址前缀）
  --kind items        导入什么
  --dry-run           只检查，不写入
  --data .yangguang   数据文件夹；有服务在运行就经由它导入，没有就直接写入
  --port 8787         与 npm start 相同，可以不写
  --help              显示这段说明`

type Request = { agency: string; kind: string; dryRun: boolean; data: string; file: string }

function read(): Request | 'help' | { fault: string } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        agency: { type: 'string' },
        kind: { type: 'string' },
        'dry-run': { type: 'boolean' },
        data: { type: 'string', default: '.yangguang' },
        port: { type: 'string' },
        help: { type: 'boolean' },
      },
    })
    if (values.help === true) return 'help'
    const { agency, kind, data } = values
    const [file, ...more] = positionals
    if (agency === undefined) return { fault: '请用 --agency 指明机关' }
    if (kind !== 'items' && kind !== 'applications')
      return { fault: '--kind 只能是 items 或 applications' }
    if (file === undefined || more.length > 0) return { fault: '请写一个文件' }
    if (!existsSync(file)) return { fault: `没有这个文件：${file}` }
    return { agency, kind, dryRun: values['dry-run'] === true, data: resolve(data), file }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
}

async function run({ agency, kind, dryRun, data, file }: Request): Promise<number> {
  const folder = await openFolder(data)
  try {
    const query = new URLSearchParams({ agency, kind, dryRun: String(dryRun) })
    const started = performance.now()
    const stages = stageLine()
    const answer = await folder.operator(
      `/import?${query.toString()}`,
      readFileSync(file),
      stages.show,
    )
    stages.end()
    const { lines, ok } = describeImport(answer, dryRun)
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    for (const line of lines) console.log(line)
    console.log(`用时 ${seconds} 秒。`)
    // A running service reports upward by its queue; without one the report is made here.
    if (ok && !dryRun && !folder.served) {
      await folder.operator(`/sync?agency=${encodeURIComponent(agency)}`)
    }
    return ok ? 0 : 1
  } finally {
    await folder.close()
  }
}

const request = read()
if (request === 'help') {
  console.log(help)
} else if ('fault' in request) {
  console.error(`${request.fault}\n\n${help}`)
  process.exitCode = 2
} else {
  try {
    process.exitCode = await run(request)
  } catch (error) {
    console.error(`导入没有成功：${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  }
}
