import { constantFrom, sample } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applicationColumns, applicationRows } from '../../../src/domain/shared/report-keys.data.ts'
import { syncAgency } from '../../../src/usecases/region/sync-agency.ts'
import { showOffice } from '../../../src/usecases/statistics/show-office.ts'
import {
  showStatistics,
  type Statistics,
} from '../../../src/usecases/statistics/show-statistics.ts'
import { openHouse } from '../../support/house.ts'
import { accept, happening } from '../../jobs/happenings.ts'
import { agencies } from '../../support/agencies.ts'
import type { House } from '../../support/house.ts'

const at = '2026-11-22T09:00:00+08:00'
let house: House
beforeAll(async () => {
  house = await openHouse()
  await accept(house, sample(happening, { numRuns: 150, seed: 11 }))
  for (const { id } of agencies) await syncAgency(await house.tenant(id), house.regionCtx(at))
})
afterAll(() => house.close())

async function show(id: string, period: string, scope: 'own' | 'subtree'): Promise<Statistics> {
  const ctx = await house.ctx(id, undefined, at)
  const shown = await showStatistics(ctx, house.regionCtx(at), { period, scope })
  if (!shown.ok) throw new Error(shown.refusal.code)
  return shown.value
}

test('E8 an office is the sum of its agencies, cell by cell, in every kind of period', async () => {
  const periods = sample(constantFrom('2024', '2025', '2026', '2025-H1', '2025-Q3', '2026-04'), 6)
  for (const period of new Set(periods)) {
    for (const office of agencies) {
      const members = agencies.filter(({ path }) => path.includes(office.id))
      const parts = await Promise.all(members.map(({ id }) => show(id, period, 'own')))
      const whole = await show(office.id, period, 'subtree')
      for (const { key: row } of applicationRows) {
        for (const { key: column } of applicationColumns) {
          const sum = parts.reduce((n, part) => n + (part.applications[row][column] ?? 0), 0)
          expect(whole.applications[row][column], `${office.id} ${period} ${row} ${column}`).toBe(
            sum,
          )
        }
      }
      const published = parts.reduce((n, part) => n + (part.items.published ?? 0), 0)
      const queryable = parts.reduce((n, part) => n + (part.items.queryable ?? 0), 0)
      expect(whole.items).toEqual({ published, queryable })
      expect(whole.coverage).toEqual({ reporting: members.length, of: members.length, missing: [] })
    }
  }
})

test('the answer has every row and column of the national keys, and null where nobody reports (contract)', async () => {
  const shown = await show('east', '2026', 'own')
  expect(Object.keys(shown.applications)).toEqual(applicationRows.map(({ key }) => key))
  expect(shown).toMatchObject({
    period: '2026',
    scope: 'own',
    agency: { id: 'east' },
    asOf: '2026-11-22T09:00:00+08:00',
    coverage: { reporting: 1, of: 1, missing: [] },
    redone: 0,
    reviewLitigation: { review: { upheld: 0, total: 0 } },
    complaints: { filed: 0, pending: 0 },
    proactive: { regulations: { made: null }, fees: { amountWanYuan: null } },
    signals: { blue: 0, yellow: 0, red: 0 },
  })
  expect((await show('pref', '2026', 'subtree')).signals).toEqual({
    blue: null,
    yellow: null,
    red: null,
  })
})

test.each([
  ['2027', 'in-future'],
  ['2026-13', 'ill-formed'],
  ["2026' OR 1=1", 'ill-formed'],
])('period %s is refused', async (period, problem) => {
  const ctx = await house.ctx('east', undefined, at)
  expect(await showStatistics(ctx, house.regionCtx(at), { period })).toMatchObject({
    refusal: { code: 'invalid', errors: [{ pointer: '/period', problem }] },
  })
})

test('the page adds up: months to the year, children and own to the office; reads stay small (performance 5)', async () => {
  let [calls, reads] = [0, 0]
  const counted = (db: D1Database): D1Database =>
    new Proxy(db, {
      get(target, name) {
        if (name === 'batch') {
          return async (statements: D1PreparedStatement[]) => {
            const results = await target.batch(statements)
            calls += 1
            for (const { meta } of results) reads += meta.rows_read
            return results
          }
        }
        return Reflect.get(target, name)
      },
    })
  const ctx = await house.ctx('pref', undefined, at)
  const region = house.regionCtx(at)
  const shown = await showOffice(
    ctx,
    { ...region, region: counted(region.region) },
    { period: '2025', scope: 'subtree' },
  )
  if (!shown.ok) throw new Error(shown.refusal.code)
  const { course, children, statistics } = shown.value
  const year = statistics.applications.newReceived.total
  expect(course.reduce((n, { brief }) => n + (brief?.received ?? 0), 0)).toBe(year)
  const own = await show('pref', '2025', 'own')
  const below = children.reduce((n, { brief }) => n + brief.received, 0)
  expect(below + (own.applications.newReceived.total ?? 0)).toBe(year)
  expect(children.map(({ agency, agencies: n }) => [agency.id, n])).toEqual([
    ['east', 4],
    ['west', 1],
  ])
  const { results } = await region.region
    .prepare("SELECT count(*) AS n FROM office_cell WHERE office_id = 'pref'")
    .all<{ n: number }>()
  console.log(
    `statistics of a subtree: ${calls} batch, ${reads} rows read of ${results[0]?.n} cells`,
  )
  expect(calls).toBe(1)
})
