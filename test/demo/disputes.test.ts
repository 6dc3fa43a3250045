import { afterAll, beforeAll, expect, test } from 'vitest'
import { playDisputes } from '../../scripts/demo/play-disputes.ts'
import { localDate } from '../../src/domain/time/local-date.ts'
import { showStatistics } from '../../src/usecases/statistics/show-statistics.ts'
import { recompute } from '../../src/usecases/statistics/recompute.ts'
import { type House, officer, openHouse } from '../support/house.ts'
import { answered, valueOf } from '../usecases/dispute/dispute-house.ts'

const now = '2026-11-26T17:00:00+08:00'
let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('row 40: the demonstration’s disputes play through, are counted in table 4, and a recomputation agrees', async () => {
  const made = []
  for (let n = 0; n < 48; n += 1) {
    const days = { receivedOn: '2026-03-02', repliedOn: n < 36 ? '2026-03-10' : '2026-10-20' }
    made.push({
      receipt: await answered(house, 'east', days),
      decidedOn: localDate(days.repliedOn),
    })
  }
  await playDisputes(made, officer('head'), Date.parse(now), async (at) => ({
    ...(await house.ctx('east')),
    now: at,
  }))
  const ctx = await house.ctx('east', { type: 'public' }, now)
  const shown = await showStatistics(ctx, house.regionCtx(now), { period: '2026', scope: 'own' })
  expect(valueOf(shown)).toMatchObject({
    redone: 1,
    reviewLitigation: { review: { upheld: 1, other: 1, corrected: 1, pending: 1, total: 4 } },
  })
  expect(await recompute(await house.tenant('east'), house.regionCtx(now))).toMatchObject({
    own: [],
  })
})
