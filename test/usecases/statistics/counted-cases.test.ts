import { afterAll, beforeAll, expect, test } from 'vitest'
import { applicationColumns, applicationRows } from '../../../src/domain/shared/report-keys.data.ts'
import { listCases } from '../../../src/usecases/application/list-cases.ts'
import { showStatistics } from '../../../src/usecases/statistics/show-statistics.ts'
import { countingDb } from '../../support/counting-db.ts'
import { type House, officer, openHouse } from '../../support/house.ts'
import { at, fillRegisters } from './office-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await fillRegisters(house, { east: 150 })
})
afterAll(() => house.close())

async function receiptsOf(raw: Record<string, string>): Promise<string[]> {
  const ctx = await house.ctx('east', officer('registrar'), at)
  const found: string[] = []
  let cursor: string | null = null
  do {
    const asked = { ...raw, ...(cursor === null ? {} : { cursor }), limit: '40' }
    const page = await listCases(ctx, asked)
    if (!page.ok) throw new Error(page.refusal.code)
    found.push(...page.value.items.map(({ receipt }) => receipt))
    cursor = page.value.next
  } while (cursor !== null)
  return found
}

test('row 68: every cell of table three opens exactly the cases that it counts, page by page', async () => {
  const ctx = await house.ctx('east', { type: 'public' }, at)
  for (const period of ['2025', '2026', '2026-H1', '2025-Q4', '2026-03']) {
    const shown = await showStatistics(ctx, house.regionCtx(at), { period, scope: 'own' })
    if (!shown.ok) throw new Error(shown.refusal.code)
    for (const { key: row } of applicationRows) {
      for (const { key: column } of applicationColumns) {
        if (column !== 'total' && column !== 'research') continue
        const cases = await receiptsOf({ row, class: column, period })
        expect(new Set(cases).size).toBe(cases.length)
        expect(cases.length, `${period} ${row} ${column}`).toBe(
          shown.value.applications[row][column],
        )
      }
    }
  }
}, 60_000)

/** Rows of a page of twenty, and one for each month since 2008 and class, or result and class, that is looked into. */
const budgets = [
  ['newReceived', 60],
  ['carriedOver', 1700],
  ['carriedForward', 1700],
  ['granted', 30],
  ['totalProcessed', 180],
] as const

test('a page of the cases behind a figure reads a bounded number of rows, whatever stands beside them', async () => {
  const ctx = await house.ctx('east', officer('registrar'), at)
  const counted = countingDb(ctx.db)
  for (const [row, most] of budgets) {
    counted.reset()
    const page = await listCases({ ...ctx, db: counted.db }, { row, period: '2026', limit: '20' })
    expect(page).toMatchObject({ ok: true })
    expect(counted.cost(), row).toMatchObject({ roundTrips: 1 })
    expect(counted.cost().rowsRead, row).toBeLessThanOrEqual(most)
  }
})
