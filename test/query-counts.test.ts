import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { itemsSince } from '../src/store/tenant/item/items-since.ts'
import { prepare } from '../src/store/statement.ts'
import { putRegionItems } from '../src/store/region/items.ts'
import { listClarifications } from '../src/usecases/clarification/list.ts'
import { listTopics } from '../src/usecases/topic/list.ts'
import { listGazette } from '../src/usecases/channel/gazette.ts'
import { listRules } from '../src/usecases/catalog/list-rules.ts'
import { listGuideVersions, showGuide } from '../src/usecases/catalog/show-guide.ts'
import { showInstitution } from '../src/usecases/catalog/show-institution.ts'
import { showStandardCatalog } from '../src/usecases/catalog/show-standard-catalog.ts'
import { showCatalog } from '../src/usecases/catalog/show-catalog.ts'
import { countFacets, findItems } from '../src/usecases/item/finding/find-items.ts'
import { addItemFile } from '../src/usecases/item/files/add-file.ts'
import { readHome } from '../src/usecases/item/home.ts'
import { indexForRegion } from '../src/usecases/item/index-for-region.ts'
import { latest } from '../src/usecases/item/latest.ts'
import { listItems } from '../src/usecases/item/list-items.ts'
import { listRegionItems } from '../src/usecases/item/list-region-items.ts'
import { previewItemFile } from '../src/usecases/item/files/preview-file.ts'
import { showItem } from '../src/usecases/item/show-item.ts'
import { suggest } from '../src/usecases/item/finding/suggest.ts'
import { sitemapPage, sitemapPages } from '../src/usecases/item/sitemap.ts'
import { comparePowers } from '../src/usecases/service/compare-powers.ts'
import { listServices } from '../src/usecases/service/list-matters.ts'
import { listPowers } from '../src/usecases/service/list-powers.ts'
import { listPublicNorms } from '../src/usecases/norm/list-public-norms.ts'
import type { Ctx } from '../src/usecases/context.ts'
import { countingDb, type CountedDb, type Cost } from './support/counting-db.ts'
import { openHouse, type House } from './support/house.ts'
import { importInto, originOf, type Doc } from './usecases/item/import-files.ts'

/** Two agencies with the same shape of content, one ten times as large. */
const sizes = { west: 300, east: 3000 } as const
type Size = keyof typeof sizes

const columns = ['规划计划', '财政预算决算', '民生政策及实施', '行政法规、规章和规范性文件']
const docs = (n: number): Doc[] =>
  Array.from({ length: n }, (_, k) => ({
    id: String(k),
    title: `关于第${k}项政务公开工作的通知`,
    docNumber: `东政办〔2026〕${k}号`,
    publishedOn: `2026-${String(1 + (k % 9)).padStart(2, '0')}-15`,
    column: columns[k % columns.length] ?? '',
    theme: '综合政务',
    genre: k % 2 === 0 ? '通知' : '决定',
    body: `正文${k % 50}`,
  }))

let house: House
const counted = new Map<Size, CountedDb>()
let region: CountedDb
beforeAll(async () => {
  house = await openHouse()
  region = countingDb(house.region)
  for (const id of ['west', 'east'] as const) {
    await importInto(house, id, docs(sizes[id]))
    const { agency, db } = await house.tenant(id)
    // Every third item publishes a normative document.
    await db
      .prepare(
        `INSERT INTO norm_document (id, version, state, title, maker, item_id, drafted_by, drafted_on,
           published_on, in_force)
         SELECT id, 1, 'published', title, issuer, id, 's', '2026-01-01', '2026-02-02', 1
         FROM published WHERE docid % 3 = 0`,
      )
      .run()
    counted.set(id, countingDb(db))
    const { present } = await itemsSince(db, 0, 4000)
    const statements = putRegionItems(
      agency.id,
      present.map((item) => indexForRegion(agency, item)),
    )
    await house.region.batch(prepare(house.region, statements))
  }
})
afterAll(() => house.close())

/** Runs a verb at both sizes and answers what each cost. */
async function costs(run: (ctx: Ctx) => Promise<unknown>): Promise<Record<Size, Cost>> {
  const measure = async (id: Size): Promise<Cost> => {
    const db = counted.get(id)
    if (db === undefined) throw new Error('not seeded')
    const ctx = {
      ...(await house.ctx(id)),
      db: db.db,
      now: Date.parse('2026-11-20T12:00:00+08:00'),
    }
    db.reset()
    region.reset()
    const result = await run(ctx)
    expect(result).toMatchObject({ ok: true })
    const [own, up] = [db.cost(), region.cost()]
    return {
      roundTrips: own.roundTrips + up.roundTrips,
      statements: own.statements + up.statements,
      rowsRead: own.rowsRead + up.rowsRead,
      rowsWritten: own.rowsWritten + up.rowsWritten,
    }
  }
  return { west: await measure('west'), east: await measure('east') }
}

const subtree = (ctx: Ctx, query: Parameters<typeof listItems>[1]): Promise<unknown> => {
  const regionCtx = { ...house.regionCtx(), region: region.db }
  return listRegionItems(ctx, regionCtx, query, originOf)
}

const found = (ctx: Ctx, query: Parameters<typeof listItems>[1]): Promise<unknown> => {
  const regionCtx = { ...house.regionCtx(), region: region.db }
  return findItems(ctx, regionCtx, { ...query, scope: 'subtree' }, originOf)
}

const budgets: [string, number, (ctx: Ctx) => Promise<unknown>][] = [
  ['front page', 58, (ctx) => readHome(ctx, originOf)],
  ['catalogue', 100, showCatalog],
  ['list', 21, (ctx) => listItems(ctx, {}, originOf)],
  [
    'list by column and year',
    40,
    (ctx) => listItems(ctx, { category: 'plans', year: '2026' }, originOf),
  ],
  ['list of 10', 21, (ctx) => listItems(ctx, { genre: '通知', limit: 10 }, originOf)],
  ['search, universal word', 40, (ctx) => listItems(ctx, { q: '政务公开' }, originOf)],
  ['search, rare word', 3, (ctx) => listItems(ctx, { q: '第299项' }, originOf)],
  ['search, absent word', 0, (ctx) => listItems(ctx, { q: '没有这几个字' }, originOf)],
  ['search in a column', 40, (ctx) => listItems(ctx, { q: '通知', category: 'plans' }, originOf)],
  ['oldest first', 21, (ctx) => listItems(ctx, { sort: 'oldest' }, originOf)],
  ['list of the subtree', 40, (ctx) => subtree(ctx, {})],
  ['search in the subtree', 40, (ctx) => subtree(ctx, { q: '政务公开' })],
  ['feed', 31, (ctx) => latest(ctx, house.regionCtx(), {}, originOf)],
  [
    'feed of a search',
    60,
    (ctx) => latest(ctx, house.regionCtx(), { q: '政务公开', category: 'plans' }, originOf),
  ],
  ['suggestions', 10, (ctx) => suggest(ctx, '政务公开')],
  ['list with numbers', 22, (ctx) => findItems(ctx, house.regionCtx(), {}, originOf)],
  [
    'list of a column with numbers',
    40,
    (ctx) => findItems(ctx, house.regionCtx(), { category: 'plans' }, originOf),
  ],
  [
    'search with numbers, universal word',
    221,
    (ctx) => findItems(ctx, house.regionCtx(), { q: '政务公开' }, originOf),
  ],
  [
    'search with numbers, absent word',
    0,
    (ctx) => findItems(ctx, house.regionCtx(), { q: '没有这几个字' }, originOf),
  ],
  [
    'search of a document number',
    45,
    (ctx) => listItems(ctx, { q: '东政办[2026]第150号' }, originOf),
  ],
  ['numbers alone, kept', 22, (ctx) => countFacets(ctx, house.regionCtx(), { year: '2026' })],
  [
    'numbers alone, of a search',
    221,
    (ctx) => countFacets(ctx, house.regionCtx(), { q: '政务公开' }),
  ],
  ['search with numbers in the subtree', 221, (ctx) => found(ctx, { q: '政务公开' })],
  ['sitemap index', 1, sitemapPages],
  ['register of normative documents', 43, (ctx) => listPublicNorms(ctx, {})],
  ['clarifications', 21, (ctx) => listClarifications(ctx, {})],
  ['gazette', 400, listGazette],
  ['guide', 1, showGuide],
  ['versions of the guide', 2, listGuideVersions],
  ['leaders and offices', 2, showInstitution],
  ['register of rules', 2, listRules],
  ['standard catalogue', 150, showStandardCatalog],
  ['list of powers', 25, (ctx) => listPowers(ctx, {})],
  ['services', 25, (ctx) => listServices(ctx, {})],
  ['changes of the list of powers', 5, (ctx) => comparePowers(ctx, {})],
  ['topics', 42, (ctx) => listTopics(ctx, {})],
]

describe('what a page costs (performance: one round trip, bounded rows, the same at any size)', () => {
  it.each(budgets)('%s: at most %i rows', async (_, rows, run) => {
    const { west, east } = await costs(run)
    expect(east).toEqual(west)
    expect(east.roundTrips).toBeLessThanOrEqual(1)
    expect(east.rowsRead).toBeLessThanOrEqual(rows)
    expect(east.rowsWritten).toBe(0)
  })

  it('a second page costs what the first did', async () => {
    const first = await listItems(await house.ctx('east'), { q: '政务公开' }, originOf)
    if (!first.ok || first.value.next === null) throw new Error('no second page')
    const cursor = first.value.next
    const db = counted.get('east')
    db?.reset()
    const ctx = { ...(await house.ctx('east')), ...(db === undefined ? {} : { db: db.db }) }
    const second = await listItems(ctx, { q: '政务公开', cursor }, originOf)
    expect(second).toMatchObject({ ok: true })
    expect(db?.cost()).toMatchObject({ roundTrips: 1 })
    expect(db?.cost().rowsRead).toBeLessThanOrEqual(43)
  })

  it.each([
    [0, 15],
    [4, 11],
    [9, 11],
  ])(
    'a document with neighbours, related ones and %i attachments: at most %i rows',
    async (files, rows) => {
      const ids = new Map<string, string>()
      for (const id of ['west', 'east'] as const) {
        const page = await listItems(await house.ctx(id), { q: `第15${files}项` }, originOf)
        const item = page.ok ? (page.value.items[0]?.id ?? '') : ''
        ids.set(id, item)
        const ctx = await house.ctx(id, { type: 'system', job: 'test' })
        for (let n = 1; n <= files; n += 1) {
          const bytes = new TextEncoder().encode(`村名,户数\n第${n}村,${n}\n`)
          const added = await addItemFile(ctx, item, { name: `附件${n}.csv`, bytes })
          expect(added).toMatchObject({ ok: true })
        }
      }
      const { west, east } = await costs((ctx) =>
        showItem(ctx, ids.get(ctx.agency.id) ?? '', originOf),
      )
      expect(east.roundTrips).toBe(1)
      // The index of words reads one entry more or less, as its segments lie.
      expect(Math.max(west.rowsRead, east.rowsRead)).toBeLessThanOrEqual(rows)
    },
  )

  it('the preview of a data file: at most 2 rows', async () => {
    const places = new Map<string, [item: string, file: string]>()
    for (const id of ['west', 'east'] as const) {
      const page = await listItems(await house.ctx(id), { q: '第150项' }, originOf)
      const item = page.ok ? (page.value.items[0]?.id ?? '') : ''
      const ctx = await house.ctx(id, { type: 'system', job: 'test' })
      const bytes = new TextEncoder().encode('村名,户数\n大店村,12\n小店村,7\n')
      const added = await addItemFile(ctx, item, { name: '户数.csv', bytes })
      places.set(id, [item, added.ok ? added.value.id : ''])
    }
    const { west, east } = await costs((ctx) => {
      const [item, file] = places.get(ctx.agency.id) ?? ['', '']
      return previewItemFile(ctx, item, file)
    })
    expect(east).toEqual(west)
    expect(east.roundTrips).toBe(1)
    expect(east.rowsRead).toBeLessThanOrEqual(2)
  })

  it('a page of the sitemap: at most 1,000 rows (500 and the one after)', async () => {
    const { east } = await costs((ctx) => sitemapPage(ctx, 1))
    expect(east.roundTrips).toBe(1)
    expect(east.rowsRead).toBeLessThanOrEqual(501)
  })
})
