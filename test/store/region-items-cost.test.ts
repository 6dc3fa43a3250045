import { afterAll, beforeAll, expect, test } from 'vitest'
import { putInnerItems } from '../../src/store/region/inner.ts'
import type { IndexedItem } from '../../src/store/region/item.ts'
import { putRegionItems, removeRegionItems } from '../../src/store/region/items.ts'
import { prepare, type Statement } from '../../src/store/statement.ts'
import { countingDb, type CountedDb } from '../support/counting-db.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
let region: CountedDb
beforeAll(async () => {
  house = await openHouse()
  region = countingDb(house.region)
})
afterAll(() => house.close())

let n = 0
function item(): IndexedItem {
  n += 1
  return {
    itemId: `i${n}`,
    version: n,
    indexNumber: `990011/2026-${n}`,
    docNumber: null,
    title: `第${n}项通知`,
    issuer: '东县人民政府',
    writtenOn: null,
    publishedAt: n * 60_000,
    category: 'plans',
    theme: null,
    genre: null,
    validity: 'in-force',
    attribute: 'proactive',
    summary: null,
    body: '正文',
    kind: 'document',
    listed: null,
    shownUntil: null,
    minute: n,
    facets: 'office1',
    grams: '正文',
  }
}

const inner = () => ({
  itemId: item().itemId,
  version: 1,
  reason: 'withheld',
  ground: null,
  title: null,
  decidedOn: '2026-01-01',
  reassessOn: null,
})

async function rowsOf(statements: readonly Statement[]): Promise<number> {
  region.reset()
  await region.db.batch(prepare(region.db, statements))
  return region.cost().rowsRead
}

/** Publishes so many items and keeps so many, then takes one of each away; answers the rows that took. */
async function takeAway(more: number): Promise<[published: number, kept: number]> {
  const published = Array.from({ length: more }, item)
  const kept = Array.from({ length: more }, inner)
  await rowsOf([...putRegionItems('east', published), ...putInnerItems('east', kept, [])])
  const gone = [{ itemId: published[0]?.itemId ?? '', version: 1_000_000 }]
  const out = [{ itemId: kept[0]?.itemId ?? '', version: 1_000_000 }]
  return [
    await rowsOf(removeRegionItems('east', gone)),
    await rowsOf(putInnerItems('east', [], out)),
  ]
}

test('what leaves the region costs the same however much an agency has there (issue 5 section 8)', async () => {
  const first = await takeAway(10)
  const later = await takeAway(600)
  expect(later).toEqual(first)
  expect(first[0]).toBeLessThanOrEqual(16)
  expect(first[1]).toBeLessThanOrEqual(5)
  const { results } = await house.region
    .prepare('SELECT gone, count(*) AS n FROM item_change GROUP BY gone ORDER BY gone')
    .all()
  expect(results).toEqual([
    { gone: 0, n: 608 },
    { gone: 1, n: 2 },
  ])
})
