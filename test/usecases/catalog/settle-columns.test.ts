import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Agency, LocalColumn } from '../../../src/domain/agency/agency.ts'
import { findByNumber } from '../../../src/usecases/catalog/find-by-number.ts'
import { refileItems } from '../../../src/usecases/catalog/refile-items.ts'
import { settleColumns } from '../../../src/usecases/catalog/settle-columns.ts'
import { showCatalog, type CatalogColumn } from '../../../src/usecases/catalog/show-catalog.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { findItems } from '../../../src/usecases/item/finding/find-items.ts'
import { listItems } from '../../../src/usecases/item/list-items.ts'
import { listRegionItems } from '../../../src/usecases/item/list-region-items.ts'
import { syncAgency } from '../../../src/usecases/region/sync-agency.ts'
import { recompute } from '../../../src/usecases/statistics/recompute.ts'
import { officer, openHouse, type House } from '../../support/house.ts'
import { importInto, noon, originOf } from '../item/import-files.ts'

const own = (id: string, under: string, formerIds: string[] = []): LocalColumn => {
  return { id, name: `栏目${id}`, under, columnType: '信息公开目录', formerIds }
}

let house: House
beforeAll(async () => {
  house = await openHouse()
  await importInto(
    house,
    'east',
    Array.from({ length: 8 }, (_, k) => ({
      id: `p${k}`,
      title: `东县第${k}号规划`,
      publishedOn: `2026-0${k + 1}-10`,
      column: '规划计划',
    })),
  )
  const before = await as(beforeAny)
  for (const [at, to] of filed.entries()) {
    const items = [(await row(at)).id]
    expect(await refileItems(before, { items, to })).toMatchObject({ ok: true })
  }
})
afterAll(() => house.close())

/** Where the items stand before anything is reorganised. */
const beforeAny: Partial<Agency> = {
  columns: [
    own('high', 'plans'),
    own('low', 'high'),
    own('wide', 'plans'),
    own('wide-part', 'wide'),
    own('moving', 'statistics'),
    own('leaf', 'moving'),
    own('going', 'plans'),
  ],
}
const filed = ['high', 'low', 'wide', 'wide-part', 'moving', 'leaf', 'going', 'plans']

/** A parent merged into its own child, a child into its parent, a branch elsewhere, one into the trunk. */
const after: Partial<Agency> = {
  columns: [
    own('low', 'plans', ['high']),
    own('wide', 'plans', ['wide-part']),
    own('moving', 'emergencies'),
    own('leaf', 'moving'),
  ],
  mergedColumns: [{ id: 'going', into: 'budget-accounts' }],
}

/** A reorganisation of the reorganised: what was merged is renamed, what moved moves on, a leaf is dropped. */
const afterThat: Partial<Agency> = {
  columns: [own('lowest', 'statistics', ['low', 'high']), own('moving', 'lowest')],
  mergedColumns: [
    { id: 'going', into: 'plans' },
    { id: 'wide', into: 'plans' },
    { id: 'wide-part', into: 'plans' },
  ],
}

async function as(agency: Partial<Agency>, job = false): Promise<Ctx> {
  const actor = job ? ({ type: 'system', job: 'sweep' } as const) : officer('information-officer')
  const ctx = await house.ctx('east', actor, noon)
  return { ...ctx, agency: { ...ctx.agency, ...agency } }
}

async function row(at: number): Promise<{ id: string; number: string }> {
  const rows = await house.rows('east', 'published')
  const found = rows.find((one) => one['title'] === `东县第${at}号规划`)
  return { id: String(found?.['id']), number: String(found?.['index_number']) }
}

async function columnsOf(ctx: Ctx): Promise<CatalogColumn[]> {
  const shown = await showCatalog(ctx)
  if (!shown.ok) throw new Error(shown.refusal.code)
  const all = (one: CatalogColumn): CatalogColumn[] => [one, ...one.children.flatMap(all)]
  return shown.value.children.flatMap(all)
}

async function listed(ctx: Ctx, category: string): Promise<string[]> {
  const page = await listItems(ctx, { category, limit: 100 }, originOf)
  return page.ok ? page.value.items.map(({ title }) => title.replace(/\D/gu, '')) : []
}

/** That every column counts what it lists, and that all figures follow from the journal. */
async function expectWhole(ctx: Ctx): Promise<void> {
  for (const { id, count, lastPublishedAt } of await columnsOf(ctx)) {
    const titles = await listed(ctx, id)
    expect([id, count]).toEqual([id, titles.length])
    expect([id, lastPublishedAt === null]).toEqual([id, titles.length === 0])
  }
  const region = house.regionCtx(noon)
  for (let more = true; more;) {
    const step = await syncAgency(ctx, region)
    more = step.ok && step.value.hasMore
  }
  const found = await recompute(ctx, region)
  expect({ own: found.own, region: found.region, facets: found.facets }).toEqual({
    own: [],
    region: [],
    facets: [],
  })
}

describe('row 8: columns are reorganised in the manifest', () => {
  test('every column counts what it lists, and stands in the lists of those above it', async () => {
    const job = await as(after, true)
    expect(await settleColumns(job)).toEqual({ ok: true, value: { settled: 6 } })
    await expectWhole(job)
    const lists = {
      low: ['1', '0'],
      wide: ['3', '2'],
      moving: ['5', '4'],
      leaf: ['5'],
      emergencies: ['5', '4'],
      statistics: [],
      'budget-accounts': ['6'],
    }
    for (const [id, titles] of Object.entries(lists)) expect(await listed(job, id)).toEqual(titles)
    expect(await listed(job, 'plans')).toHaveLength(5)
    const found = await findItems(job, house.regionCtx(noon), { category: 'high' }, originOf)
    expect(found).toMatchObject({ value: { facets: { total: { count: 2 } } } })
    const upper = await house.ctx('pref')
    const region = house.regionCtx(noon)
    const page = await listRegionItems(upper, region, { category: 'emergencies' }, originOf)
    expect(page.ok && page.value.items.map(({ title }) => title)).toContain('东县第5号规划')
  })

  test('another run has nothing to do', async () => {
    expect(await settleColumns(await as(after, true))).toEqual({ ok: true, value: { settled: 0 } })
  })

  test('moves of moves: what was moved already moves on, and what lost its column goes above', async () => {
    const job = await as(afterThat, true)
    expect(await settleColumns(job)).toMatchObject({ ok: true, value: { settled: 6 } })
    await expectWhole(job)
    expect(await listed(job, 'lowest')).toEqual(['5', '4', '1', '0'])
    expect(await listed(job, 'moving')).toEqual(['5', '4'])
    expect(await listed(job, 'statistics')).toEqual(['5', '4', '1', '0'])
    expect(await listed(job, 'high')).toEqual(['5', '4', '1', '0'])
    expect(await listed(job, 'emergencies')).toEqual([])
    expect(await settleColumns(job)).toEqual({ ok: true, value: { settled: 0 } })
  })

  test('number and address of each stay', async () => {
    const job = await as(afterThat, true)
    const { id, number } = await row(5)
    expect(await findByNumber(job, house.regionCtx(noon), number)).toMatchObject({
      value: { itemId: id },
    })
  })

  test('two runs at once file each once, and nobody but the service files', async () => {
    const job = await as(after, true)
    await Promise.all([settleColumns(job), settleColumns(job)])
    await settleColumns(job)
    await expectWhole(job)
    expect(await settleColumns(await as(after))).toMatchObject({ refusal: { code: 'forbidden' } })
  })
})
