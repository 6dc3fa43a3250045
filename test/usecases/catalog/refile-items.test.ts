import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Agency } from '../../../src/domain/agency/agency.ts'
import { findByNumber } from '../../../src/usecases/catalog/find-by-number.ts'
import { refileItems } from '../../../src/usecases/catalog/refile-items.ts'
import { showCatalog, type CatalogColumn } from '../../../src/usecases/catalog/show-catalog.ts'
import { listItems } from '../../../src/usecases/item/list-items.ts'
import { findItems } from '../../../src/usecases/item/finding/find-items.ts'
import { listRegionItems } from '../../../src/usecases/item/list-region-items.ts'
import { showItem } from '../../../src/usecases/item/show-item.ts'
import { syncAgency } from '../../../src/usecases/region/sync-agency.ts'
import { recompute } from '../../../src/usecases/statistics/recompute.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { openHouse, officer, type House } from '../../support/house.ts'
import { importInto, noon, originOf } from '../item/import-files.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await importInto(house, 'east', [
    ...Array.from({ length: 5 }, (_, k) => ({
      id: `p${k}`,
      title: `东县第${k}号规划`,
      publishedOn: `2026-0${k + 1}-10`,
      column: '规划计划',
    })),
    { id: 's', title: '东县统计公报', publishedOn: '2026-02-01', column: '统计信息' },
  ])
})
afterAll(() => house.close())

const staff = officer('information-officer')

async function as(agency: Partial<Agency> = {}): Promise<Ctx> {
  const ctx = await house.ctx('east', staff, noon)
  return { ...ctx, agency: { ...ctx.agency, ...agency } }
}

async function titles(ctx: Ctx, category: string): Promise<string[]> {
  const page = await listItems(ctx, { category, limit: 100 }, originOf)
  if (!page.ok) throw new Error(page.refusal.code)
  return page.value.items.map(({ title }) => title)
}

async function column(ctx: Ctx, id: string): Promise<CatalogColumn> {
  const shown = await showCatalog(ctx)
  if (!shown.ok) throw new Error(shown.refusal.code)
  const all = (one: CatalogColumn): CatalogColumn[] => [one, ...one.children.flatMap(all)]
  const found = all(shown.value).find((one) => one.id === id)
  if (found === undefined) throw new Error(`no column ${id}`)
  return found
}

async function idOf(title: string): Promise<{ id: string; number: string }> {
  const row = (await house.rows('east', 'published')).find((one) => one['title'] === title)
  return { id: String(row?.['id']), number: String(row?.['index_number']) }
}

/** A database that answers nobody's first reading before `readers` have read, so that they meet. */
function afterAllHaveRead(db: D1Database, readers: number): D1Database {
  const { promise: haveRead, resolve } = Promise.withResolvers<void>()
  let [asked, read] = [0, 0]
  const batch = async <T>(statements: D1PreparedStatement[]): Promise<D1Result<T>[]> => {
    asked += 1
    if (asked > readers) return db.batch<T>(statements)
    const results = await db.batch<T>(statements)
    read += 1
    if (read === readers) resolve()
    await haveRead
    return results
  }
  return new Proxy(db, {
    get: (target, name) => (name === 'batch' ? batch : Reflect.get(target, name)),
  })
}

describe('row 8: a column is split, and items keep number and address', () => {
  test('moved items are listed, counted and found where they stand now', async () => {
    const ctx = await as()
    const moved = await Promise.all(['东县第0号规划', '东县第4号规划'].map(idOf))
    const done = await refileItems(ctx, { items: moved.map(({ id }) => id), to: 'statistics' })
    expect(done).toEqual({ ok: true, value: { to: 'statistics', moved: 2, unchanged: 0 } })
    expect(await titles(ctx, 'plans')).toHaveLength(3)
    expect(await titles(ctx, 'statistics')).toContain('东县第4号规划')
    expect(await column(ctx, 'plans')).toMatchObject({
      count: 3,
      lastPublishedAt: '2026-04-10T00:00:00+08:00',
    })
    expect(await column(ctx, 'statistics')).toMatchObject({
      count: 3,
      lastPublishedAt: '2026-05-10T00:00:00+08:00',
    })
    expect((await column(ctx, 'statutory-content')).count).toBe(6)
    for (const { id, number } of moved) {
      expect(await showItem(ctx, id, originOf)).toMatchObject({
        value: { indexNumber: number, category: 'statistics' },
      })
      const byNumber = await listItems(ctx, { indexNumber: number }, originOf)
      expect(byNumber).toMatchObject({ value: { items: [{ id }] } })
    }
    const searched = await listItems(ctx, { q: '第4号', category: 'statistics' }, originOf)
    expect(searched).toMatchObject({ value: { items: [{ title: '东县第4号规划' }] } })
  })

  test('the figures still follow from the journal, and the region follows', async () => {
    const region = house.regionCtx(noon)
    const ctx = await as()
    for (let more = true; more;) {
      const step = await syncAgency(ctx, region)
      more = step.ok && step.value.hasMore
    }
    const found = await recompute(ctx, region)
    expect({ own: found.own, facets: found.facets }).toEqual({ own: [], facets: [] })
    const upper = await house.ctx('pref')
    const page = await listRegionItems(upper, region, { category: 'statistics' }, originOf)
    expect(page.ok && page.value.items.map(({ title }) => title)).toContain('东县第4号规划')
  })

  test('moving again changes nothing; back again restores every count', async () => {
    const ctx = await as()
    const { id } = await idOf('东县第0号规划')
    // The refusal of a wrong column lists names, so names are understood.
    expect(await refileItems(ctx, { items: [id, id], to: '统计信息' })).toMatchObject({
      value: { moved: 0, unchanged: 1 },
    })
    expect(await refileItems(ctx, { items: [id], to: 'plans' })).toMatchObject({
      value: { moved: 1 },
    })
    expect((await column(ctx, 'plans')).count).toBe(4)
    expect((await recompute(ctx, house.regionCtx(noon))).own).toEqual([])
  })

  test.each([
    [{ items: [], to: 'plans' }, '/items'],
    [{ items: ['nobody'], to: 'plans' }, '/items/0'],
    [{ items: ['nobody'], to: 'nothing' }, '/to'],
    [{ items: Array.from({ length: 201 }, (_, k) => `i${k}`), to: 'plans' }, '/items'],
  ])('what cannot be moved is refused: %j', async (raw, pointer) => {
    expect(await refileItems(await as(), raw)).toMatchObject({
      refusal: { code: 'invalid', errors: [{ pointer }] },
    })
  })

  test('two officers at once: one of them is told', async () => {
    const { id } = await idOf('东县统计公报')
    const plain = await as()
    const ctx = { ...plain, db: afterAllHaveRead(plain.db, 2) }
    const both = await Promise.all([
      refileItems(ctx, { items: [id], to: 'plans' }),
      refileItems(ctx, { items: [id], to: 'emergencies' }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'stale' } })
    expect((await recompute(ctx, house.regionCtx(noon))).own).toEqual([])
  })

  test('only those who publish may move', async () => {
    const viewer = await house.ctx('east', officer('viewer'), noon)
    expect(await refileItems(viewer, { items: ['a'], to: 'plans' })).toMatchObject({
      refusal: { code: 'forbidden' },
    })
  })
})

describe('row 8: a column is renamed or merged in the manifest', () => {
  const old = { id: 'old-name', name: '旧栏目', under: 'plans', columnType: '信息公开目录' }
  const renamed = { ...old, id: 'new-name', name: '新栏目', formerIds: ['old-name'] }

  test('items of the old id count, list and are found under the new one', async () => {
    const before = await as({ columns: [old] })
    const { id } = await idOf('东县第1号规划')
    await refileItems(before, { items: [id], to: 'old-name' })
    const after = await as({ columns: [renamed] })
    expect(await titles(after, 'new-name')).toEqual(['东县第1号规划'])
    expect(await titles(after, 'old-name')).toEqual(['东县第1号规划'])
    expect(await column(after, 'new-name')).toMatchObject({ count: 1, formerIds: ['old-name'] })
    const { id: other } = await idOf('东县第2号规划')
    await refileItems(after, { items: [other], to: 'new-name' })
    expect(await titles(after, 'new-name')).toHaveLength(2)
    expect((await column(after, 'new-name')).count).toBe(2)
    expect((await column(after, 'plans')).count).toBe((await titles(after, 'plans')).length)
    const shown = await showItem(after, id, originOf)
    expect(shown).toMatchObject({ value: { columnPath: [{}, {}, { name: '新栏目' }] } })
  })

  test('the numbers beside the list show one column, and a recomputation finds no difference', async () => {
    const after = await as({ columns: [renamed] })
    const found = await findItems(after, house.regionCtx(noon), { category: 'plans' }, originOf)
    const choices = found.ok ? (found.value.facets?.category ?? []) : []
    expect(choices.filter(({ label }) => label === '新栏目')).toEqual([
      { value: 'new-name', label: '新栏目', count: 2 },
    ])
    const recomputed = await recompute(after, house.regionCtx(noon))
    expect({ own: recomputed.own, facets: recomputed.facets }).toEqual({ own: [], facets: [] })
  })

  test('moving an item out of the old id takes it off the count that it had', async () => {
    const after = await as({ columns: [renamed] })
    const { id } = await idOf('东县第1号规划')
    await refileItems(after, { items: [id], to: 'emergencies' })
    expect((await column(after, 'new-name')).count).toBe(1)
    expect((await recompute(after, house.regionCtx(noon))).own).toEqual([])
  })
})

describe('row 8: lookup by index number', () => {
  test('of this agency, of another one of the region, and of nobody', async () => {
    const { id, number } = await idOf('东县第4号规划')
    const region = house.regionCtx(noon)
    expect(await findByNumber(await as(), region, number)).toEqual({
      ok: true,
      value: { agencyId: 'east', itemId: id },
    })
    const elsewhere = await house.ctx('west')
    expect(await findByNumber(elsewhere, region, ` ${number} `)).toEqual({
      ok: true,
      value: { agencyId: 'east', itemId: id },
    })
    for (const nobody of ['', 'x'.repeat(101), '" OR facet', '990000/2026-99999']) {
      expect(await findByNumber(elsewhere, region, nobody)).toMatchObject({
        refusal: { code: 'not-found' },
      })
    }
  })
})
