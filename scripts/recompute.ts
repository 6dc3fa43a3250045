import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { registry } from '../src/tenancy/registry.generated.ts'
import { describeRecomputation, readRecomputation } from './runtime/recomputation.ts'
import { openFolder } from './runtime/open-folder.ts'
import { overAll } from './runtime/progress.ts'

const help = `用法：npm run recompute -- [选项]

从各机关的事件流水重新计算每一个统计数，与现有的数逐格核对，并核对上级的汇总数。
只读不写。全部一致时退出状态为 0；有一格不同就列出来，退出状态为 1。

  --data .yangguang   数据文件夹；有服务在运行就经由它核对
  --port 8787         与 npm start 相同，可以不写
  --help              显示这段说明`

function read(): { data: string } | 'help' | { fault: string } {
  try {
    const { values } = parseArgs({
      options: {
        data: { type: 'string', default: '.yangguang' },
        port: { type: 'string' },
        help: { type: 'boolean' },
      },
    })
    return values.help === true ? 'help' : { data: resolve(values.data) }
  } catch (error) {
    return { fault: `看不懂的选项：${error instanceof Error ? error.message : String(error)}` }
  }
}

async function run(data: string): Promise<number> {
  const folder = await openFolder(data)
  try {
    const lines: string[] = []
    let events = 0
    let cells = 0
    let behind = 0
    const agencies = registry.map((row) => row.agency)
    await overAll('重新计算', agencies, 4, async ({ id, name }) => {
      const found = readRecomputation(
        await folder.operator(`/recompute?agency=${encodeURIComponent(id)}`),
      )
      events += found.events
      cells += found.cells
      if (found.region === null) behind += 1
      lines.push(...describeRecomputation(name, found))
    })
    for (const line of lines) console.log(line)
    console.log(
      `${agencies.length} 个机关，${events} 个事件，${cells} 个统计数：${lines.length} 处不同。`,
    )
    if (behind > 0) console.log(`其中 ${behind} 个机关的最新事件还在报送途中，汇总数待下次核对。`)
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
    process.exitCode = await run(asked.data)
  } catch (error) {
    console.error(`核对没有完成：${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 2
  }
}
