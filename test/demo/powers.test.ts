import { afterAll, beforeAll, expect, test } from 'vitest'
import { playPowers } from '../../scripts/demo/play-powers.ts'
import { publishingOf } from '../../scripts/demo/publishing.ts'
import { openStage } from '../../scripts/demo/stage.ts'
import { localDate } from '../../src/domain/time/local-date.ts'
import { listServices } from '../../src/usecases/service/list-matters.ts'
import { recompute } from '../../src/usecases/statistics/recompute.ts'
import { type House, openHouse } from '../support/house.ts'

const now = '2026-11-26T17:00:00+08:00'
const stages = ['east', 'west', 'river', 'hill', 'pref']
const scripts = publishingOf(localDate('2026-11-26')).flatMap(({ powers }) =>
  powers === undefined ? [] : [powers],
)

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('rows 26–28: every list of the demonstration plays through its reviews, and a recomputation agrees', async () => {
  expect(scripts).toHaveLength(stages.length)
  for (const [at, powers] of scripts.entries()) {
    const agency = stages[at] ?? ''
    const theatre = {
      ctx: async (id: string, instant: number) => ({ ...(await house.ctx(id)), now: instant }),
      region: house.regionCtx(now),
    }
    await playPowers(openStage(theatre, agency), powers)
    const listed = await listServices(await house.ctx(agency), {})
    expect(listed.ok ? listed.value.items.length : 0).toBeGreaterThan(0)
    expect(await recompute(await house.tenant(agency), house.regionCtx(now))).toMatchObject({
      own: [],
    })
  }
})
