import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addItemFile } from '../../../src/usecases/item/files/add-file.ts'
import { parseItemQuery, type ItemQuery } from '../../../src/usecases/item/finding/item-query.ts'
import { listItems } from '../../../src/usecases/item/list-items.ts'
import { readItemFile } from '../../../src/usecases/item/files/read-file.ts'
import { showItem } from '../../../src/usecases/item/show-item.ts'
import { officer, openHouse, type House } from '../../support/house.ts'
import { importInto, list, noon, originOf, type Doc } from './import-files.ts'

const docs: Doc[] = Array.from({ length: 45 }, (_, n) => ({
  id: String(n),
  title: `第${n}号`,
  publishedOn: `${2024 + (n % 3)}-03-${String(1 + (n % 28)).padStart(2, '0')}`,
  theme: n % 2 === 0 ? '综合政务/政务公开' : 'finance',
  genre: n % 5 === 0 ? '决定' : 'notice',
  column: n % 4 === 0 ? '规划计划' : 'normative-documents',
  issuer: n % 3 === 0 ? '国务院办公厅' : '',
  docNumber: `东政办〔2026〕${n}号`,
  validity: n === 7 ? '失效' : '有效',
  indexNumber: n === 9 ? 'OLD/2011-9' : '',
}))

let house: House
beforeAll(async () => {
  house = await openHouse()
  await importInto(house, 'east', docs)
  await importInto(house, 'west', docs.slice(0, 25))
})
afterAll(() => house.close())

async function ids(query: ItemQuery): Promise<string[]> {
  return (await list(house, 'east', { limit: 100, ...query })).items.map(({ title }) => title)
}

describe('listing (栏目列表)', () => {
  it('comes newest first, and oldest first when asked', async () => {
    const { items } = await list(house, 'east', { limit: 100 })
    const times = items.map(({ publishedAt }) => publishedAt)
    expect(times).toEqual(times.toSorted().toReversed())
    expect(await ids({ sort: 'publishedAt' })).toEqual((await ids({})).toReversed())
  })

  it.each<[ItemQuery, number]>([
    [{ theme: '综合政务' }, 23],
    [{ theme: 'general-affairs' }, 23],
    [{ theme: '综合政务/政务公开' }, 23],
    [{ theme: '财政、金融、审计' }, 22],
    [{ genre: 'notice' }, 36],
    [{ genre: '决定' }, 9],
    [{ category: 'plans' }, 12],
    [{ category: '规划计划' }, 12],
    [{ category: 'statutory-content' }, 45],
    [{ category: 'catalog' }, 45],
    [{ category: 'no-such-column' }, 0],
    [{ issuer: '国务院办公厅' }, 15],
    [{ issuer: '国务院' }, 0],
    [{ year: '2025' }, 15],
    [{ validity: 'invalid' }, 1],
    [{ validity: '失效' }, 1],
    [{ docNumber: '东政办[2026]第07号' }, 1],
    [{ indexNumber: 'OLD/2011-9' }, 1],
    [{ category: 'plans', year: '2024', genre: '通知' }, 3],
    [{ category: 'plans', q: '第4号' }, 1],
  ])('filtered by %j has %i items', async (query, count) => {
    expect(await ids(query)).toHaveLength(count)
  })

  it('goes through every page without a gap or a repetition', async () => {
    const seen: string[] = []
    const sizes: number[] = []
    let cursor: string | undefined
    do {
      const page = await list(house, 'east', cursor === undefined ? {} : { cursor })
      seen.push(...page.items.map(({ title }) => title))
      sizes.push(page.items.length)
      cursor = page.next ?? undefined
    } while (cursor !== undefined)
    expect(sizes).toEqual([20, 20, 5])
    expect(seen).toEqual(await ids({}))
  })

  it('says that it ends when the last page is full', async () => {
    const page = await list(house, 'east', { limit: 15, issuer: '国务院办公厅' })
    expect(page.items).toHaveLength(15)
    expect(page.next).toBeNull()
  })
})

describe('cursor (翻页标记, security 36)', () => {
  it('holds only for the query and the agency it was written for', async () => {
    const { next } = await list(house, 'east', { genre: 'notice' })
    if (next === null) throw new Error('one page only')
    const attempts: [string, ItemQuery][] = [
      ['east', { cursor: next }],
      ['east', { genre: '决定', cursor: next }],
      ['east', { genre: 'notice', sort: 'oldest', cursor: next }],
      ['west', { genre: 'notice', cursor: next }],
      ['east', { genre: 'notice', cursor: `1${next}` }],
      ['east', { genre: 'notice', cursor: next.slice(0, -1) }],
      ['east', { genre: 'notice', cursor: '99999' }],
      ['east', { genre: 'notice', cursor: '. OR 1=1' }],
    ]
    for (const [agency, query] of attempts) {
      const page = await listItems(await house.ctx(agency), query, originOf)
      expect(page).toEqual({
        ok: false,
        refusal: {
          code: 'invalid',
          errors: [{ pointer: '/cursor', problem: 'ill-formed', what: 'cursor' }],
        },
      })
    }
    expect(
      (await list(house, 'east', { genre: 'notice', limit: 7, cursor: next })).items,
    ).toHaveLength(7)
  })
})

describe('query parameters', () => {
  it.each([
    [{ limit: '0' }, '/limit'],
    [{ limit: '101' }, '/limit'],
    [{ year: '26' }, '/year'],
    [{ sort: 'title' }, '/sort'],
    [{ validity: '也许' }, '/validity'],
    [{ q: '\uD800' }, '/q'],
    [{ q: '甲'.repeat(201) }, '/q'],
    [{ title: '甲' }, '/title'],
  ])('%j is refused at %s', (raw, pointer) => {
    expect(parseItemQuery(raw)).toMatchObject({
      ok: false,
      refusal: { code: 'invalid', errors: [{ pointer }] },
    })
  })
})

describe('one item (信息详情)', () => {
  it('has its metadata, its path of columns, neighbours and related ones', async () => {
    const [row] = (await list(house, 'east', { q: '第8号' })).items
    const shown = await showItem(await house.ctx('east'), row?.id ?? '', originOf)
    expect(shown).toMatchObject({
      ok: true,
      value: {
        title: '第8号',
        theme: '综合政务/政务公开',
        genre: '通知',
        category: 'plans',
        columnPath: [{ id: 'statutory-content' }, { id: 'plans' }],
        agency: { id: 'east', origin: 'https://east.gov.test' },
      },
    })
    if (!shown.ok) return
    const { previous, next, related } = shown.value
    const order = await ids({})
    const at = order.indexOf('第8号')
    expect([next?.title, previous?.title]).toEqual([order[at - 1], order[at + 1]])
    expect(related.every(({ theme, id }) => theme === '综合政务/政务公开' && id !== row?.id)).toBe(
      true,
    )
  })

  it("of another agency is not found (security: another agency's ids)", async () => {
    const [row] = (await list(house, 'west', {})).items
    const shown = await showItem(await house.ctx('east'), row?.id ?? '', originOf)
    expect(shown).toEqual({ ok: false, refusal: { code: 'not-found' } })
  })
})

describe('attachments (附件)', () => {
  const text = new TextEncoder().encode('附件正文\n')

  it('are added once, read back, and hidden from other agencies and items', async () => {
    const [row, other] = (await list(house, 'east', {})).items
    const id = row?.id ?? ''
    const ctx = await house.ctx('east', { type: 'system', job: 'test' }, noon)
    const added = await addItemFile(ctx, id, { name: '附件1.txt', bytes: text })
    const again = await addItemFile(ctx, id, { name: '附件1.txt', bytes: text })
    expect(added).toEqual(again)
    if (!added.ok) throw new Error(added.refusal.code)
    expect(added.value).toMatchObject({
      name: '附件1.txt',
      bytes: text.length,
      mediaType: 'text/plain',
    })
    const shown = await showItem(ctx, id, originOf)
    expect(shown).toMatchObject({ ok: true, value: { attachments: [added.value] } })

    const opened = await readItemFile(ctx, id, added.value.id)
    expect(opened.ok && (await new Response(await opened.value.read()).text())).toBe('附件正文\n')
    for (const [agency, item] of [
      ['west', id],
      ['east', other?.id ?? ''],
    ] as const) {
      const hidden = await readItemFile(await house.ctx(agency), item, added.value.id)
      expect(hidden).toEqual({ ok: false, refusal: { code: 'not-found' } })
    }
  })

  it('must be what they say they are, and are for those who publish', async () => {
    const [row] = (await list(house, 'east', {})).items
    const ctx = await house.ctx('east', { type: 'system', job: 'test' }, noon)
    const liar = await addItemFile(ctx, row?.id ?? '', { name: 'a.pdf', bytes: text })
    expect(liar).toMatchObject({ ok: false, refusal: { code: 'invalid' } })
    const viewer = await house.ctx('east', officer('viewer'), noon)
    const turned = await addItemFile(viewer, row?.id ?? '', { name: 'a.txt', bytes: text })
    expect(turned).toMatchObject({ ok: false, refusal: { code: 'forbidden' } })
  })
})
