import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** How large a prefecture is (规模): agencies, and over all of them documents and applications. */
export type Size = { agencies: number; documents: number; applications: number }

/** What `npm run scale` was asked. */
export type ScaleOptions = {
  size: Size
  /** a smaller prefecture, for the ratio */ compare: Size | null
  /** cases played in the day, each of several events */ cases: number
  atOnce: number
  /** seconds for which the queue gathers a batch, as deployed */ queueWait: number
  data: string
  json: string | null
}

export const scaleHelp = `用法：npm run scale -- [选项]

在本机运行时上建一个虚构的地区，按产品自己的批量导入写入文件和申请，再放一天的事件（提交、登记、确认收到、
受理、答复、撤回；起草、送审、初审、终审、发布、撤回；填报数字），全部经过真实的接口、队列和报送，并量出：
每秒事件数、到地区汇总数要等多久、每个事件读写多少行、地区库多大、统计页和年报用多久、占多少内存。
最后从流水重新计算地区和一部分机关的数字，逐格核对。只访问本机，不用网络。

  --agencies 100         机关数（4 至 1500）
  --documents 20000      公开信息条数，全地区
  --applications 2000    历年依申请公开件数，全地区
  --cases 300            这一天办多少件事，每件约五个事件
  --at-once 16           同时办多少件
  --compare 30:3000:300  另建一个小地区（机关:文件:申请），给出大小之比
  --data <文件夹>        数据放在哪里（默认 .yangguang-scale）；中断后再运行会接着做
  --json <文件>          把全部数字另存为 JSON
  --help                 显示这段说明`

/** Reads the options of `npm run scale`: options, or a sentence that says what is wrong. */
export function readScaleOptions(
  args: readonly string[],
): ScaleOptions | 'help' | { fault: string } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        agencies: { type: 'string', default: '100' },
        documents: { type: 'string', default: '20000' },
        applications: { type: 'string', default: '2000' },
        cases: { type: 'string', default: '300' },
        'at-once': { type: 'string', default: '16' },
        compare: { type: 'string' },
        data: { type: 'string', default: '.yangguang-scale' },
        json: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) return 'help'
    const { agencies, documents, applications } = values
    return {
      size: sizeOf([agencies, documents, applications]),
      compare: values.compare === undefined ? null : sizeOf(values.compare.split(':')),
      cases: countOf('--cases', values.cases, 10, 1_000_000),
      atOnce: countOf('--at-once', values['at-once'], 1, 64),
      queueWait: 1,
      data: resolve(values.data),
      json: values.json === undefined ? null : resolve(values.json),
    }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
}

function sizeOf([agencies, documents, applications]: readonly string[]): Size {
  return {
    agencies: countOf('机关数', agencies, 4, 1500),
    documents: countOf('文件数', documents, 0, 100_000_000),
    applications: countOf('申请数', applications, 0, 10_000_000),
  }
}

function countOf(name: string, text: string | undefined, least: number, most: number): number {
  const n = Number(text)
  if (Number.isInteger(n) && n >= least && n <= most) return n
  throw new Error(`${name} 应为 ${least} 至 ${most} 的整数`)
}
