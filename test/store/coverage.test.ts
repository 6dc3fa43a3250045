import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readOffice } from '../../src/store/region/office-cell.ts'
import { takeIn } from '../../src/store/region/report.ts'
import { prepare } from '../../src/store/statement.ts'
import { agencies } from '../support/agencies.ts'
import { type House, openHouse } from '../support/house.ts'
import { expectedCoverage, standingCoverage } from '../jobs/oracle.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const months = [
  '2024-12',
  '2025-01',
  '2025-03',
  '2025-04',
  '2025-06',
  '2025-07',
  '2025-12',
  '2026-01',
]

type Report = { agency: string; version: number; months: readonly string[]; corrections: number }

const report: fc.Arbitrary<Report> = fc.record({
  agency: fc.constantFrom(...agencies.map(({ id }) => id)),
  version: fc.integer({ min: 1, max: 9 }),
  months: fc.subarray(months, { minLength: 1 }),
  corrections: fc.integer({ min: 0, max: 3 }),
})

async function deliver({ agency, version, months: told, corrections }: Report): Promise<void> {
  const path = agencies.find(({ id }) => id === agency)?.path ?? []
  const offices = path.map((id) => ({ id, from: '0000', to: '9999' }))
  const closings = told.map((month) => ({ month, closedAt: 1, corrections }))
  const rest = { months: told, cells: [], closings, version, position: version, at: version }
  await house.region.batch(prepare(house.region, takeIn({ agency, offices, ...rest })))
}

test('whoever reported what, lost, repeated and in any order: every office counts each agency once (mission 68)', async () => {
  const deliveries = fc
    .array(report, { minLength: 1, maxLength: 8 })
    .chain((reports) => fc.shuffledSubarray([...reports, ...reports], { minLength: 1 }))
  await fc.assert(
    fc.asyncProperty(deliveries, async (delivered) => {
      await house.region.prepare('DELETE FROM agency_month').run()
      await house.region.prepare('DELETE FROM office_coverage').run()
      for (const one of delivered) await deliver(one)
      expect(await standingCoverage(house.region)).toEqual(await expectedCoverage(house.region))
    }),
    { numRuns: 20, endOnFailure: true },
  )
})

test('a region from before the counts answers from the months, and counts them with the next report', async () => {
  await house.region.prepare('DELETE FROM agency_month').run()
  for (const agency of ['east', 'river']) {
    await deliver({ agency, version: 1, months: ['2025-01', '2025-07'], corrections: 2 })
  }
  await house.region.prepare('UPDATE agency_month SET told = NULL').run()
  await house.region.prepare('DELETE FROM office_coverage').run()
  const ask = () =>
    readOffice(house.region, [], {
      office: 'east',
      period: { key: '2025-H1', first: '2025-01', last: '2025-06' },
      members: ['east', 'river', 'hill'],
      branches: [
        { office: null, of: 1, members: ['east'] },
        { office: 'river', of: 1, members: ['river'] },
        { office: 'hill', of: 1, members: ['hill'] },
      ],
    })
  const before = await ask()
  expect(before).toMatchObject({ missing: ['hill'], corrections: 4 })
  await deliver({ agency: 'river', version: 2, months: ['2025-12'], corrections: 0 })
  expect(await ask()).toEqual(before)
  await deliver({ agency: 'east', version: 1, months: [], corrections: 0 })
  expect(await ask()).toEqual(before)
  expect(await standingCoverage(house.region)).toEqual(await expectedCoverage(house.region))
})
