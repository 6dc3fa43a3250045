import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** What `npm run bench` was asked: how many documents, how long, where to write the figures. */
export type BenchOptions = {
  sizes: readonly number[]
  rounds: number
  secondsPerRound: number
  json: string | null
  cache: string
}

export const benchHelp = `用法：npm run bench -- [选项]

在本机测量一次请求要用多少处理器时间、每秒能应答多少、等多久、读写多少行，并与同一运行时上
不可能再省的做法（空应答、按索引读一次 D1、留在内存的页面）并排比较。只访问本机，不用网络。

  --quick          只测 1,000 份文件，一分钟以内
  --json <文件>    把全部数字另存为 JSON
  --cache <文件夹> 测试数据放在哪里（默认 .yangguang-bench），第二次运行直接使用
  --help           显示这段说明

完整测量 1,000 份和 100,000 份文件，六分钟以内；首次运行要先写入这些文件。`

/** Reads the options of `npm run bench`: options, or a sentence that says what is wrong. */
export function readBenchOptions(
  args: readonly string[],
): BenchOptions | 'help' | { fault: string } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        quick: { type: 'boolean', default: false },
        json: { type: 'string' },
        cache: { type: 'string', default: '.yangguang-bench' },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) return 'help'
    const common = {
      json: values.json === undefined ? null : resolve(values.json),
      cache: resolve(values.cache),
    }
    return values.quick
      ? { ...common, sizes: [1000], rounds: 3, secondsPerRound: 0.4 }
      : { ...common, sizes: [1000, 100_000], rounds: 5, secondsPerRound: 0.8 }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
}
