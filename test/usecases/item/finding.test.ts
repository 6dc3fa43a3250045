import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countFacets, findItems } from '../../../src/usecases/item/finding/find-items.ts'
import type { Facets } from '../../../src/usecases/item/finding/facets.ts'
import type { ItemQuery } from '../../../src/usecases/item/finding/item-query.ts'
import type { Finding } from '../../../src/usecases/item/item-view.ts'
import { recompute } from '../../../src/usecases/statistics/recompute.ts'
import { openHouse, type House } from '../../support/house.ts'
import { itemsSince } from '../../../src/store/tenant/item/items-since.ts'
import { addItemFile } from '../../../src/usecases/item/files/add-file.ts'
import { deskOf } from './desk-items.ts'
import { importInto, list, noon, originOf, type Doc } from './import-files.ts'

const columns = ['规划计划', '财政预算决算', '民生政策及实施']
const themes = ['综合政务', '财政、金融、审计', '']
const docs: Doc[] = [
  ...Array.from({ length: 260 }, (_, n): Doc => ({
    id: `d${n}`,
    title: `关于第${n}项工作的${n % 2 === 0 ? '通知' : '决定'}`,
    docNumber: `东政办〔${2020 + (n % 5)}〕${n}号`,
    publishedOn: `${2020 + (n % 5)}-03-0${1 + (n % 9)}`,
    column: columns[n % columns.length] ?? '',
    theme: themes[n % themes.length] ?? '',
    genre: n % 2 === 0 ? '通知' : '决定',
    body: `这里写着第${n}项工作的正文`,
  })),
  { id: 'a', title: '提高城乡最低生活保障标准', body: '保障标准每月700元', column: '规划计划' },
  { id: 'b', title: '低保申请须知', body: '带好户口簿', column: '规划计划' },
  { id: 'c', title: '转发东政办〔2021〕1号文件', body: '照此办理', column: '规划计划' },
]

let house: House
beforeAll(async () => {
  house = await openHouse()
  await importInto(house, 'east', docs.slice(0, 100))
  await importInto(house, 'east', docs.slice(100))
})
afterAll(() => house.close())

async function find(query: ItemQuery): Promise<Finding> {
  const done = await findItems(await house.ctx('east'), house.regionCtx(), query, originOf)
  if (!done.ok) throw new Error(done.refusal.code)
  return done.value
}

async function facets(query: ItemQuery): Promise<Facets> {
  const done = await countFacets(await house.ctx('east'), house.regionCtx(), query)
  if (!done.ok) throw new Error(done.refusal.code)
  return done.value
}

/** How many items a listing has, page by page. */
async function lengthOf(query: ItemQuery): Promise<number> {
  let length = 0
  let cursor: string | undefined
  do {
    const page = await list(house, 'east', {
      ...query,
      limit: 100,
      ...(cursor === undefined ? {} : { cursor }),
    })
    length += page.items.length
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  return length
}

/** The column that all of these stand below: as a filter beside another it is no narrower. */
function isAbove(query: ItemQuery, value: string): boolean {
  return query.category !== undefined && value === 'statutory-content'
}

const names = ['category', 'year', 'theme', 'genre', 'validity', 'issuer'] as const

describe('row 7: the number beside a choice is the length of its list', () => {
  it.each<ItemQuery>([
    {},
    { category: 'plans' },
    { year: '2021' },
    { theme: '综合政务' },
    { genre: '通知' },
    { validity: '有效' },
  ])('%j', async (query) => {
    const counted = await facets(query)
    expect(counted.total).toEqual({ count: await lengthOf(query), capped: false })
    for (const name of names) {
      for (const { value, count } of counted[name]) {
        expect([name, value, count]).toEqual([
          name,
          value,
          await lengthOf(isAbove(query, value) ? query : { ...query, [name]: value }),
        ])
      }
    }
  })

  it('what is searched is counted in full up to 90 matches', async () => {
    const counted = await facets({ q: '2021', year: '2021' })
    expect(counted.total).toEqual({ count: 52, capped: false })
    for (const { value, count } of counted.category) {
      expect(count).toBe(await lengthOf({ q: '2021', year: '2021', category: value }))
    }
  })

  it('beyond that the numbers tell of the newest 90 and say so', async () => {
    const counted = await facets({ q: '工作' })
    expect(counted.total).toEqual({ count: 90, capped: true })
    expect(counted.genre.reduce((sum, { count }) => sum + count, 0)).toBe(90)
  })

  it('a recomputation agrees', async () => {
    const found = await recompute(await house.ctx('east'), house.regionCtx())
    expect(found).toMatchObject({ own: [], facets: [] })
  })
})

describe('row 6: a number that was asked for stands first, marked', () => {
  it.each([
    '东政办〔2021〕1号',
    '东政办[2021]1号',
    '东政办（2021）第1号',
    '东政办(2021) 第 001 号',
    '东政办〔2021〕1',
    '东政办2021年第1号',
    '关于东政办【２０２１】１号',
    '东政办〔2021〕1号 文件全文在哪里',
  ])('%s', async (q) => {
    const { items } = await find({ q })
    expect(items[0]).toMatchObject({ docNumber: '东政办〔2021〕1号', exact: true })
    expect(items.filter(({ exact }) => exact)).toHaveLength(1)
  })

  it('by its index number, on top of what only mentions it, in lists of one row too', async () => {
    const [some] = (await list(house, 'east', { q: '第77项工作' })).items
    const q = some?.indexNumber ?? ''
    expect((await find({ q })).items[0]).toMatchObject({ id: some?.id, exact: true })
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await list(house, 'east', {
        q: '东政办〔2021〕1号',
        limit: 1,
        ...(cursor === undefined ? {} : { cursor }),
      })
      expect(page.items.length).toBeLessThanOrEqual(1)
      seen.push(...page.items.map(({ title }) => title))
      cursor = page.next ?? undefined
    } while (cursor !== undefined)
    expect(seen).toEqual(['关于第1项工作的决定', '转发东政办〔2021〕1号文件'])
  })

  it('other numbers find nothing exact; nothing that is typed breaks the search', async () => {
    expect((await find({ q: '东政办〔2021〕2号' })).items.some(({ exact }) => exact)).toBe(false)
    await fc.assert(
      fc.asyncProperty(
        fc.string({
          unit: fc.constantFrom(...Array.from('东政〔〕[]()第号0129 "*:-年AND')),
          maxLength: 30,
        }),
        async (q) => {
          expect((await find({ q })).items.length).toBeLessThanOrEqual(20)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('row 76: words inside attachments are found, with the name of the file', () => {
  it('once the file is added', async () => {
    const [item] = (await list(house, 'east', { q: '第42项工作' })).items
    const id = item?.id ?? ''
    const ctx = await house.ctx('east', { type: 'system', job: 'import' }, noon)
    const bytes = new TextEncoder().encode('附表：水井坊村道路硬化工程量清单')
    const added = await addItemFile(ctx, id, { name: '工程量清单.txt', bytes })
    expect(added).toMatchObject({ ok: true })
    const found = await find({ q: '道路硬化工程量' })
    expect(found.items.map((one) => one.id)).toEqual([id])
    expect(found.items[0]?.found?.file).toBe('工程量清单.txt')
    expect(found.items[0]?.found?.excerpt).toContainEqual({ text: '道路硬化工程量', hit: true })
    const { present } = await itemsSince(ctx.db, 0, 4000)
    expect(present.find(({ itemId }) => itemId === id)?.filesText).toContain('水井坊村')
    expect((await find({ q: '第42项工作' })).items[0]?.found?.file).toBe(null)
  })
})

describe('row 76: everyday words find what documents call otherwise', () => {
  it('for people, and says so; typed words alone when they ask for that', async () => {
    const found = await find({ q: '低保' })
    expect(found.items.map(({ title }) => title).toSorted()).toEqual(
      ['低保申请须知', '提高城乡最低生活保障标准'].toSorted(),
    )
    expect(found.widened).toEqual([{ typed: '低保', also: ['最低生活保障'] }])
    const typed = await find({ q: '低保', words: 'typed' })
    expect(typed.items.map(({ title }) => title)).toEqual(['低保申请须知'])
    expect(typed.widened).toEqual([])
  })

  it('but the interface searches what it is given', async () => {
    expect(await lengthOf({ q: '低保' })).toBe(1)
    expect(await lengthOf({ q: '低保', words: 'also' })).toBe(2)
  })
})

describe.each([
  '东政办秘[2026]第7号',
  '东政办秘〔2026〕07号',
  '东政办秘（２０２６）7号',
  '东政办秘【2026】 7 号',
])('row 6: a document number drawn up at the desk as %s', (typed) => {
  it('stands as official papers write it, and every way to write it finds it', async () => {
    const desk = deskOf(house, 'hill', noon)
    const made = await desk.publish({ docNumber: typed, title: '值班安排', unit: null })
    expect(made.docNumber).toBe('东政办秘〔2026〕7号')
    for (const asked of [typed, '东政办秘〔2026〕7号', '东政办秘2026年第7号']) {
      const found = await findItems(
        await house.ctx('hill'),
        house.regionCtx(),
        { q: asked },
        originOf,
      )
      expect([asked, found.ok && found.value.items.find(({ id }) => id === made.id)]).toMatchObject(
        [asked, { exact: true }],
      )
    }
    const numbered = await list(house, 'hill', { docNumber: typed })
    expect(numbered.items.map(({ id }) => id)).toContain(made.id)
  })
})
