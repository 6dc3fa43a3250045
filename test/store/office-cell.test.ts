import { afterAll, beforeAll, expect, it } from 'vitest'
import { readOffices } from '../../src/store/region/office-cell.ts'
import { countingDb } from '../support/counting-db.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

it('figures of the offices below cost the same after many years (issue 5 section 8)', async () => {
  const offices = ['north', 'south', 'east']
  await house.region
    .prepare(
      `WITH RECURSIVE year (y) AS (SELECT 1987 UNION ALL SELECT y + 1 FROM year WHERE y < 2026)
       INSERT INTO office_cell (office_id, period, row, col, n)
       SELECT office.value, y, row.value, 'naturalPerson', 1
       FROM year, json_each(?) office, json_each('["granted","newReceived","submitted"]') row`,
    )
    .bind(JSON.stringify(offices))
    .run()
  const counted = countingDb(house.region)
  const cells = await readOffices(counted.db, offices, ['2026'])
  expect(cells).toHaveLength(9)
  expect(counted.cost().rowsRead).toBeLessThanOrEqual(24)
})
