import { parseArgs } from 'node:util'

/** What `npm run plans` was asked: how many plans, from which number of which series. */
export type PlansOptions = { plans: number; seed: number; from: number }

/** Plans that share their databases, so that later ones find what earlier ones left. */
export const perHouse = 20

export const plansHelp = `用法：npm run plans -- [选项]

随机编排报送：每个方案里几个机关各发生一些事，报送消息重复、丢失、乱序、分批，处理者在任意一步出错或中断，
两个处理者同时处理同样的消息；最后照定时任务补发，再按收下的事件逐格核对各级汇总数、报送覆盖和重新计算的结果。
用的是产品自己的队列处理程序，数据库在本进程内（同样的 SQL）。只用本机。

  --plans 1000   方案数
  --seed 1       随机数种子；同样的种子，同样的方案
  --from 1       从第几个方案做起（中断后接着做；每 ${perHouse} 个方案共用一组数据库，须是其中第一个）
  --help         显示这段说明`

/** Reads the options of `npm run plans`: options, or a sentence that says what is wrong. */
export function readPlansOptions(
  args: readonly string[],
): PlansOptions | 'help' | { fault: string } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        plans: { type: 'string', default: '1000' },
        seed: { type: 'string', default: '1' },
        from: { type: 'string', default: '1' },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) return 'help'
    const from = countOf('--from', values.from, 1)
    if ((from - 1) % perHouse !== 0) {
      return { fault: `--from 应是一组的第一个，如 ${from - ((from - 1) % perHouse)}` }
    }
    const plans = countOf('--plans', values.plans, 1)
    return { plans, seed: countOf('--seed', values.seed, 0), from }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
}

function countOf(name: string, text: string, least: number): number {
  const n = Number(text)
  if (Number.isInteger(n) && n >= least && n <= 10_000_000) return n
  throw new Error(`${name} 应是 ${least} 以上的整数`)
}
