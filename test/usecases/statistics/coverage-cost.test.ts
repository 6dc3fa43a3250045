import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Agency } from '../../../src/domain/agency/agency.ts'
import { showOffice, type OfficeView } from '../../../src/usecases/statistics/show-office.ts'
import { showSync } from '../../../src/usecases/statistics/show-sync.ts'
import { countingDb } from '../../support/counting-db.ts'
import { type House, officer, openHouse } from '../../support/house.ts'
import { prefectureOf, reportAll } from './coverage-house.ts'

const at = '2026-11-22T09:00:00+08:00'
type Prefecture = { house: House; agencies: Agency[] }
const prefectures = new Map<number, Prefecture>()
beforeAll(async () => {
  for (const size of [30, 300]) {
    const house = await openHouse()
    const agencies = prefectureOf(size)
    await reportAll(house.region, agencies)
    prefectures.set(size, { house, agencies })
  }
})
afterAll(async () => {
  for (const { house } of prefectures.values()) await house.close()
})

async function open(
  size: number,
  office: string,
  period: string,
  also: readonly string[] = [],
): Promise<{ view: OfficeView; rows: number }> {
  const { house, agencies: all } = prefectures.get(size) ?? { house: null, agencies: [] }
  const [top] = all
  if (house === null || top === undefined) throw new Error('no such prefecture')
  const agencies = all.concat(
    also.map((id) => ({ ...top, id, parentId: 'c1', path: ['top', 'c1', id] })),
  )
  const agency = agencies.find(({ id }) => id === office)
  if (agency === undefined) throw new Error('no such office')
  const region = countingDb(house.region)
  const shown = await showOffice(
    { ...(await house.ctx('pref', undefined, at)), agency },
    { ...house.regionCtx(at), region: region.db, agencies },
    { period, scope: 'subtree' },
  )
  if (!shown.ok) throw new Error(shown.refusal.code)
  const { rowsRead } = region.cost()
  return { view: shown.value, rows: rowsRead }
}

test.each(['2026', '2026-H1', '2026-Q3', '2026-11'])(
  'a prefecture’s figures of %s cost as many rows with 300 agencies as with 30 (issue 5 sections 3 and 8)',
  async (period) => {
    const small = await open(30, 'top', period)
    const { view, rows } = await open(300, 'top', period)
    expect(rows).toBeLessThanOrEqual(small.rows)
    expect(rows).toBeLessThanOrEqual(320)
    expect(view.statistics.coverage).toEqual({ reporting: 300, of: 300, missing: [] })
    expect(view.statistics.applications.newReceived.total).toBe(
      300 * view.period.months.filter((month) => month < '2026-12').length,
    )
  },
)

test('who has not reported is named, and only the branch that he is of is asked (mission 37)', async () => {
  const { view, rows } = await open(300, 'top', '2026', ['silent'])
  expect(view.statistics.coverage).toEqual({ reporting: 300, of: 301, missing: ['silent'] })
  expect(rows).toBeLessThanOrEqual(240 + 3 * 62)
})

test('the oldest and the newest report and the corrections below are those of the subtree', async () => {
  const whole = (await open(300, 'top', '2026')).view.statistics
  expect(whole).toMatchObject({
    asOf: '2026-11-20T08:00:00+08:00',
    newestReport: '2026-11-20T12:59:00+08:00',
    corrections: { count: 150 },
  })
  // Agencies 4, 8, 13, 18 … are those of the fourth county.
  const county = (await open(300, 'c3', '2026-Q1')).view.statistics
  expect(county).toMatchObject({
    asOf: '2026-11-20T08:04:00+08:00',
    newestReport: '2026-11-20T12:59:00+08:00',
    corrections: { count: 30 },
  })
  expect((await open(300, 'c3', '2026-Q2')).view.statistics.corrections.count).toBe(0)
})

test('how the reports run names who has been silent for longest, at the same cost with 300 as with 30', async () => {
  const ask = async (size: number) => {
    const { house, agencies } = prefectures.get(size) ?? { house: null, agencies: [] }
    const [agency] = agencies
    if (house === null || agency === undefined) throw new Error('no such prefecture')
    const never = { ...agency, id: 'never', parentId: 'top', path: ['top', 'never'] }
    const region = countingDb(house.region)
    const shown = await showSync(
      { ...(await house.ctx('pref', officer('statistician'), at)), agency },
      { region: region.db, agencies: [...agencies, never] },
    )
    if (!shown.ok) throw new Error(shown.refusal.code)
    return { reports: shown.value.reports, rows: region.cost().rowsRead }
  }
  const [small, large] = [await ask(30), await ask(300)]
  expect(large.reports.map(({ agency }) => agency.id)).toEqual([
    'never',
    'top',
    ...Array.from({ length: 5 }, (_, n) => `c${n}`),
    ...Array.from({ length: 23 }, (_, n) => `a${n + 5}`),
  ])
  expect(large.reports[0]?.syncedAt).toBeNull()
  expect(large.rows).toBeLessThanOrEqual(small.rows + 10)
})
