import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prepare } from '../../../src/store/statement.ts'
import { putRegionItems, removeRegionItems } from '../../../src/store/region/items.ts'
import { itemsSince, type ItemsSince } from '../../../src/store/tenant/item/items-since.ts'
import { indexForRegion } from '../../../src/usecases/item/index-for-region.ts'
import { countFacets } from '../../../src/usecases/item/finding/find-items.ts'
import { listRegionItems } from '../../../src/usecases/item/list-region-items.ts'
import type { ItemQuery } from '../../../src/usecases/item/finding/item-query.ts'
import { openHouse, type House } from '../../support/house.ts'
import { importInto, originOf } from './import-files.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  for (const id of ['pref', 'east', 'west', 'river']) {
    const docs = [1, 2, 3].map((n) => ({
      id: String(n),
      title: `${id}的第${n}号政务公开文件`,
      publishedOn: `2026-0${n}-01`,
      body: '正文',
    }))
    await importInto(house, id, docs)
    await sync(id)
  }
})
afterAll(() => house.close())

async function since(id: string, position = 0, limit = 100): Promise<ItemsSince> {
  return itemsSince((await house.tenant(id)).db, position, limit)
}

async function sync(id: string, reading?: ItemsSince): Promise<void> {
  const { agency } = await house.tenant(id)
  const { present, gone } = reading ?? (await since(id))
  const items = present.map((item) => indexForRegion(agency, item))
  const statements = [...putRegionItems(id, items), ...removeRegionItems(id, gone)]
  await house.region.batch(prepare(house.region, statements))
}

async function titles(agency: string, query: ItemQuery = {}): Promise<string[]> {
  const page = await listRegionItems(await house.ctx(agency), house.regionCtx(), query, originOf)
  if (!page.ok) throw new Error(page.refusal.code)
  return page.value.items.map(({ title }) => title)
}

async function regionRows(): Promise<{ items: number; words: number }> {
  const [items, words] = await house.region.batch<{ n: number }>([
    house.region.prepare('SELECT count(*) AS n FROM region_item'),
    house.region.prepare(
      `SELECT count(*) AS n FROM region_search WHERE region_search MATCH '正文'`,
    ),
  ])
  return { items: items?.results[0]?.n ?? 0, words: words?.results[0]?.n ?? 0 }
}

describe('listing of a subtree (scope=subtree)', () => {
  it('has the items of the office and of all below it', async () => {
    expect(await titles('pref')).toHaveLength(12)
    expect(await titles('river')).toHaveLength(3)
    expect((await titles('east')).toSorted()).toEqual(
      ['east', 'river']
        .flatMap((id) => [1, 2, 3].map((n) => `${id}的第${n}号政务公开文件`))
        .toSorted(),
    )
    expect(await titles('east', { q: 'river' })).toHaveLength(3)
    expect(await titles('west', { q: 'river' })).toEqual([])
  })

  it('refuses the cursor of an own listing', async () => {
    const regionCtx = house.regionCtx()
    const first = await listRegionItems(await house.ctx('pref'), regionCtx, { limit: 5 }, originOf)
    if (!first.ok || first.value.next === null) throw new Error('one page only')
    const other = await listRegionItems(
      await house.ctx('east'),
      regionCtx,
      { limit: 5, cursor: first.value.next },
      originOf,
    )
    expect(other).toMatchObject({ ok: false, refusal: { code: 'invalid' } })
  })
})

describe('index of the region', () => {
  it('has one row of an item however often and in whatever order messages come', async () => {
    const reading = await since('east')
    const before = await regionRows()
    const older = {
      ...reading,
      present: reading.present.map((i) => ({ ...i, version: 0, title: '旧' })),
    }
    const newer = {
      ...reading,
      present: reading.present.map((i) => ({
        ...i,
        version: i.version + 100,
        title: `${i.title}（新）`,
      })),
    }
    for (const one of [reading, newer, older, reading, newer]) await sync('east', one)
    expect(await regionRows()).toEqual(before)
    expect(await titles('east', { q: '（新）' })).toHaveLength(3)
  })

  it('drops what the public may no longer read, words and all (security 62)', async () => {
    const { db } = await house.tenant('west')
    const reading = await since('west')
    const lost = reading.present[0]
    await db.prepare('DELETE FROM published WHERE id = ?').bind(lost?.itemId).run()
    await sync('west')
    expect(await titles('west')).toHaveLength(2)
    expect(await titles('west', { q: lost?.title ?? '' })).toEqual([])
  })
})

describe('journal of an agency', () => {
  it('is read in steps from a position, each item as it is now', async () => {
    const first = await since('river', 0, 2)
    const rest = await since('river', first.position, 100)
    expect(first.present.length + rest.present.length).toBe(3)
    expect((await since('river', rest.position)).position).toBe(rest.position)
  })
})

describe('numbers beside the listing of a subtree (分面)', () => {
  it('count an item below the columns of its own agency, by their names', async () => {
    const own = {
      id: 'hill-fruit',
      name: '酥梨产业',
      under: 'other-statutory',
      columnType: '信息公开目录',
    }
    const { agency } = await house.tenant('hill')
    const filed = { ...agency, columns: [own] }
    await importInto(
      house,
      'hill',
      ['一', '二'].map((n) => ({ id: n, title: `酥梨补助${n}号` })),
    )
    const items = (await since('hill')).present.map((item) =>
      indexForRegion(filed, { ...item, category: own.id }),
    )
    await house.region.batch(prepare(house.region, putRegionItems('hill', items)))
    const region = house.regionCtx()
    const agencies = region.agencies.map((one) => (one.id === 'hill' ? filed : one))
    const query = { scope: 'subtree', q: '酥梨补助' } as const
    const counted = await countFacets(await house.ctx('pref'), { ...region, agencies }, query)
    if (!counted.ok) throw new Error(counted.refusal.code)
    const { category } = counted.value
    expect(category.find(({ value }) => value === 'hill-fruit')).toMatchObject({
      label: '酥梨产业',
      count: 2,
    })
    expect(category.map(({ value }) => value)).toContain('other-statutory')
    for (const { value, count } of category) {
      const listed = await titles('pref', { q: '酥梨补助', category: value })
      expect([value, listed.length]).toEqual([value, count])
    }
  })
})
