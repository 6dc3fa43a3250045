import { sample } from 'fast-check'
import { progress } from '../scripts/runtime/progress.ts'
import type { Accepted } from '../test/jobs/oracle.ts'
import { plan, playPlan } from '../test/jobs/plan.ts'
import { openSqliteHouse } from '../test/support/sqlite-house.ts'
import { perHouse, type PlansOptions, plansHelp, readPlansOptions } from './plans/options.ts'

/** Plays the plans; false as soon as one leaves a figure that the accepted events do not give. */
async function run({ plans, seed, from }: PlansOptions): Promise<boolean> {
  const line = progress('报送方案', plans)
  let [events, deliveries] = [0, 0]
  line.step(from - 1)
  for (let first = from; first <= plans; first += perHouse) {
    const house = await openSqliteHouse()
    const accepted: Accepted[] = []
    try {
      for (let n = first; n < first + perHouse && n <= plans; n += 1) {
        const [drawn] = sample(plan, { seed: seed * 10_000_000 + n, numRuns: 1 })
        if (drawn === undefined) throw new Error('nothing was drawn')
        const found = await playPlan(house, drawn, accepted)
        if (found.length > 0) {
          console.log(
            `\n第 ${n} 个方案之后有 ${found.length} 处不同（--seed ${seed} --from ${first} --plans ${n} 可重现）：`,
          )
          console.log([...found.slice(0, 20), JSON.stringify(drawn)].join('\n'))
          return false
        }
        events += drawn.happened.length
        deliveries += drawn.rounds.reduce((sum, round) => sum + round.deliveries.length, 0)
        line.step()
      }
    } finally {
      await house.close()
    }
  }
  line.end()
  console.log(
    `方案 ${plans - from + 1} 个，事件 ${events} 个，投递 ${deliveries} 次：汇总数、报送覆盖和重新计算的结果处处相同。`,
  )
  return true
}

const options = readPlansOptions(process.argv.slice(2))
if (options === 'help') {
  console.log(plansHelp)
} else if ('fault' in options) {
  console.error(`${options.fault}\n\n${plansHelp}`)
  process.exitCode = 2
} else {
  process.exitCode = (await run(options)) ? 0 : 1
}
