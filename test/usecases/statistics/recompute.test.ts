import { sample } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { syncAgency } from '../../../src/usecases/region/sync-agency.ts'
import { recompute } from '../../../src/usecases/statistics/recompute.ts'
import { openHouse } from '../../support/house.ts'
import { accept, happening } from '../../jobs/happenings.ts'
import { agencies } from '../../support/agencies.ts'
import type { House } from '../../support/house.ts'

const at = '2026-11-22T09:00:00+08:00'
let house: House
beforeAll(async () => {
  house = await openHouse()
  await accept(house, sample(happening, { numRuns: 60, seed: 7 }))
  for (const { id } of agencies) await syncAgency(await house.tenant(id), house.regionCtx(at))
})
afterAll(() => house.close())

const again = async (id: string) => recompute(await house.tenant(id), house.regionCtx(at))

test('a recomputation from the journals finds no difference, in any agency (idea 2)', async () => {
  for (const { id } of agencies) {
    expect(await again(id)).toMatchObject({ own: [], region: [], office: [] })
  }
})

test('a planted difference is found in the agency, in the region and in the sums above', async () => {
  const { db } = await house.tenant('river')
  const [cell] = await house.rows('river', 'cell')
  if (cell === undefined) throw new Error('river has no cell')
  const key = [cell['period'], cell['row'], cell['col']]
  await db
    .prepare('UPDATE cell SET n = n + 1 WHERE period = ? AND row = ? AND col = ?')
    .bind(...key)
    .run()
  const own = await again('river')
  expect(own.own).toEqual([
    { period: key[0], row: key[1], col: key[2], stands: Number(cell['n']) + 1, source: cell['n'] },
  ])
  await db
    .prepare('UPDATE cell SET n = n - 1 WHERE period = ? AND row = ? AND col = ?')
    .bind(...key)
    .run()

  await house.region.prepare("UPDATE agency_cell SET n = n + 5 WHERE agency_id = 'river'").run()
  const copy = await again('river')
  expect(copy.own).toEqual([])
  expect(copy.region?.length).toBeGreaterThan(0)
  expect((await again('pref')).office.length).toBeGreaterThan(0)
  expect((await again('west')).office).toEqual([])
})

test('a report on its way is no difference', async () => {
  const events = sample(happening, { numRuns: 1, seed: 9 }).map(({ event }) => ({
    agency: 'west',
    event,
  }))
  await accept(house, events)
  expect(await again('west')).toMatchObject({ own: [], region: null, office: [] })
})

test('a count of reporting agencies that differs is found as well (mission 37)', async () => {
  await house.region
    .prepare(
      "UPDATE office_coverage SET reporting = 0 WHERE office_id = 'hill' AND period = '2026-Q1'",
    )
    .run()
  expect((await again('hill')).office).toEqual([
    { period: '2026-Q1', row: 'coverage', col: 'reporting', stands: 0, source: 1 },
  ])
})
