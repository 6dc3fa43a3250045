import { afterAll, beforeAll, expect, test } from 'vitest'
import { playReport } from '../../scripts/demo/play-reports.ts'
import { reportsOf } from '../../scripts/demo/reports.ts'
import { registry } from '../../src/tenancy/registry.generated.ts'
import { localDate } from '../../src/domain/time/local-date.ts'
import { showPublicReport } from '../../src/usecases/report/annual/public-reports.ts'
import { recompute } from '../../src/usecases/statistics/recompute.ts'
import { agencies } from '../support/agencies.ts'
import { type House, openHouse } from '../support/house.ts'

const now = '2026-11-26T17:00:00+08:00'
let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('the demonstration has reports of every state, townships before their county', () => {
  const scripts = reportsOf(
    registry.map(({ agency }) => agency),
    localDate('2026-11-26'),
  )
  expect(new Set(scripts.map(({ until }) => until))).toEqual(
    new Set(['draft', 'submitted', 'returned', 'published']),
  )
  expect(scripts.at(-1)).toMatchObject({ agency: 'suzhou', office: null, year: 2025 })
})

test('row 44: every report of a demonstration plays from its figures to its publication', async () => {
  const scripts = reportsOf(agencies, localDate('2026-11-26'))
  const theatre = {
    ctx: async (id: string, instant: number) => ({ ...(await house.ctx(id)), now: instant }),
    region: house.regionCtx(now),
  }
  for (const script of scripts) await playReport(theatre, script)
  expect(scripts.length).toBeGreaterThan(3)
  for (const { agency, until } of scripts) {
    const shown = await showPublicReport(await house.ctx(agency), 2025)
    expect(shown.ok, `${agency} ${until}`).toBe(until === 'published')
    expect(await recompute(await house.tenant(agency), house.regionCtx(now))).toMatchObject({
      own: [],
    })
  }
})
