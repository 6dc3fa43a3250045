import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { showCatalog, type CatalogColumn } from '../../../src/usecases/catalog/show-catalog.ts'
import { importItems } from '../../../src/usecases/item/import/items.ts'
import { listDeskItems } from '../../../src/usecases/item/list-desk-items.ts'
import { officer, openHouse, type House } from '../../support/house.ts'
import { importInto, jsonLines, list, noon, type Doc } from './import-files.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const doc = (n: number, rest: Doc = {}): Doc => ({
  id: `doc-${n}`,
  title: `第${n}号文件`,
  publishedOn: '2026-03-02',
  ...rest,
})

const serialOf = (number: string): number => Number(number.split('-').at(-1))

describe('import of items (mission: 批量导入)', () => {
  it('assigns index numbers by the pattern, gap-free per year of publication', async () => {
    const docs = [doc(1), doc(2), doc(3, { publishedOn: '2025-12-31' }), doc(4)]
    const report = await importInto(house, 'east', docs)
    expect(report).toMatchObject({ accepted: 4, unchanged: 0, rejected: [], committed: true })
    const { items } = await list(house, 'east', { sort: 'oldest' })
    expect(items.map((item) => item.indexNumber)).toEqual([
      '9900000004/2025-00001',
      '9900000004/2026-00001',
      '9900000004/2026-00002',
      '9900000004/2026-00003',
    ])
    expect(items[0]).toMatchObject({
      publishedAt: '2025-12-31T00:00:00+08:00',
      issuer: '试验市东县人民政府',
    })
  })

  it('is idempotent: the same file again changes nothing', async () => {
    const before = await house.rows('east', 'event')
    const report = await importInto(house, 'east', [doc(1), doc(2)])
    expect(report).toMatchObject({ accepted: 0, unchanged: 2, rejected: [], committed: true })
    expect(await house.rows('east', 'event')).toEqual(before)
  })

  it('row 13: what a row published at once says of persons is told in the preview, by its kind alone', async () => {
    const body = '联系人手机13800138000，身份证号11010519491231002X。'
    const { warnings } = await importInto(
      house,
      'west',
      [doc(70, { body, attribute: '主动公开' }), doc(71, { attribute: '主动公开' })],
      true,
    )
    expect(warnings).toEqual([
      {
        line: 1,
        column: '正文',
        reason: { code: 'personal-data', kinds: ['phone', 'resident-id'] },
      },
    ])
  })

  it('refuses a published item that comes with another content, and writes nothing at all', async () => {
    const before = await house.rows('east', 'published')
    const report = await importInto(house, 'east', [doc(1, { body: '改过的正文' }), doc(50)])
    expect(report.committed).toBe(false)
    expect(report.rejected).toEqual([
      { line: 1, column: null, reason: { code: 'published-differently' } },
    ])
    expect(await house.rows('east', 'published')).toEqual(before)
  })

  it('refuses bad lines by line, column and reason: all or nothing', async () => {
    const report = await importInto(house, 'east', [
      doc(60),
      doc(61, { title: '' }),
      doc(62, { publishedOn: '2026-02-30' }),
      doc(63, { attribute: '半公开' }),
    ])
    expect(report.committed).toBe(false)
    expect(report.rejected.map(({ line, column, reason }) => [line, column, reason.code])).toEqual([
      [2, 'title', 'required'],
      [3, 'publishedOn', 'date-ill-formed'],
      [4, 'attribute', 'not-listed'],
    ])
    expect((await list(house, 'east', { q: '第60号文件' })).items).toEqual([])
  })

  it('keeps what is not 主动公开 where only staff see it (mission 12, statement 62)', async () => {
    const own = await openHouse()
    const file = [
      doc(70, { attribute: '依申请公开', title: '只供内部查看的第七十号' }),
      doc(71, { attribute: '不予公开', title: '只供内部查看的第七十一号' }),
      doc(72),
    ]
    const report = await importInto(own, 'purse', file)
    expect(report).toMatchObject({ committed: true, accepted: 3, rejected: [] })
    expect((await list(own, 'purse', {})).items).toHaveLength(1)
    expect((await list(own, 'purse', { q: '内部查看' })).items).toEqual([])
    const held = await listDeskItems(await own.ctx('purse', officer('head')), { view: 'held' })
    expect(new Set(held.ok ? held.value.items.map(({ attribute }) => attribute) : [])).toEqual(
      new Set(['on-request', 'withheld']),
    )
    const numbers = await own.rows('purse', 'index_number')
    expect(new Set(numbers.map(({ number }) => number)).size).toBe(3)
    const again = await importInto(own, 'purse', file)
    expect(again).toMatchObject({ committed: true, accepted: 0, unchanged: 3 })
    const outsider = await listDeskItems(await own.ctx('purse'), {})
    expect(outsider).toMatchObject({ ok: false, refusal: { code: 'unauthenticated' } })
    await own.close()
  })

  it('numbers that rows bring along never stand in the way of those assigned (mission 8)', async () => {
    const own = await openHouse()
    const code = '990034'
    const report = await importInto(own, 'hill', [
      doc(80),
      doc(81, { attribute: '依申请公开', indexNumber: `${code}/2026-00001` }),
      doc(82, { indexNumber: `${code}/2026-00007` }),
      doc(83, { indexNumber: `${code}/2026-000007` }),
      doc(84),
    ])
    expect(report).toMatchObject({ committed: true, accepted: 5 })
    const numbers = (await own.rows('hill', 'index_number')).map(({ number }) => number)
    expect(new Set(numbers).size).toBe(5)
    await own.close()
  })

  it('keeps an old index number, and steps over it when it assigns the next', async () => {
    const report = await importInto(house, 'hill', [
      doc(1, { indexNumber: 'OLD-7' }),
      doc(2, { indexNumber: '990034/2026-00009' }),
      doc(3),
    ])
    expect(report.committed).toBe(true)
    const numbers = (await list(house, 'hill', { sort: 'oldest' })).items.map((i) => i.indexNumber)
    expect(numbers).toEqual(['OLD-7', '990034/2026-00009', '990034/2026-00010'])
    const taken = await importInto(house, 'hill', [doc(4, { indexNumber: 'OLD-7' })])
    expect(taken.rejected).toEqual([
      { line: 1, column: '索引号', reason: { code: 'index-number-taken' } },
    ])
  })

  it('keeps the real issuer as 来源, and finds a column by name', async () => {
    const report = await importInto(house, 'west', [
      doc(1, { issuer: '国务院办公厅', 栏目: '财政预算决算' }),
      doc(2, { 栏目: '没有这个栏目' }),
    ])
    expect(report.warnings).toContainEqual({
      line: 2,
      column: '栏目',
      reason: { code: 'column-unknown', used: '其他法定公开信息' },
    })
    const { items } = await list(house, 'west', { sort: 'oldest' })
    expect(items.map(({ issuer, category }) => [issuer, category])).toEqual([
      ['国务院办公厅', 'budget-accounts'],
      ['试验市西县人民政府', 'other-statutory'],
    ])
  })

  it('looks without writing in a dry run', async () => {
    const before = await house.rows('west', 'event')
    const report = await importInto(house, 'west', [doc(9)], true)
    expect(report).toMatchObject({ accepted: 1, committed: false })
    expect(report.preview[0]).toMatchObject({
      line: 1,
      title: '第9号文件',
      column: '其他法定公开信息',
    })
    expect(await house.rows('west', 'event')).toEqual(before)
  })

  it('names a row that comes twice without any number of its own', async () => {
    const twice = { title: '同一件', docNumber: '东政〔2026〕1号' }
    const report = await importInto(house, 'west', [twice, twice])
    expect(report.rejected).toEqual([
      { line: 2, column: null, reason: { code: 'duplicate', otherLine: 1 } },
    ])
  })

  it.each([
    ['registrar', 'forbidden'],
    ['viewer', 'forbidden'],
  ] as const)('is not for the post %s', async (role, code) => {
    const ctx = await house.ctx('west', officer(role), noon)
    const done = await importItems(ctx, jsonLines([doc(1)]), { dryRun: false })
    expect(done).toMatchObject({ ok: false, refusal: { code } })
  })

  it('counts each item in its columns: counts equal the length of the listings', async () => {
    const shown = await showCatalog(await house.ctx('west'))
    if (!shown.ok) throw new Error(shown.refusal.code)
    const all = (node: CatalogColumn): CatalogColumn[] => [node, ...node.children.flatMap(all)]
    const columns = all(shown.value)
    expect(columns.filter(({ count }) => count > 0).map(({ id, count }) => [id, count])).toEqual([
      ['catalog', 2],
      ['statutory-content', 2],
      ['budget-accounts', 1],
      ['other-statutory', 1],
    ])
    for (const { id, count } of columns) {
      expect((await list(house, 'west', { category: id, limit: 100 })).items).toHaveLength(count)
    }
  })
})

describe('parallel imports', () => {
  it('share no serial and leave no gap', async () => {
    const files = Array.from({ length: 5 }, (_, file) =>
      Array.from({ length: 40 }, (__, n) => doc(file * 100 + n)),
    )
    const reports = await Promise.all(files.map((docs) => importInto(house, 'river', docs)))
    expect(reports.every(({ committed }) => committed)).toBe(true)
    const numbers = await house.rows('river', 'index_number')
    const serials = numbers.map((row) => serialOf(String(row['number']))).toSorted((a, b) => a - b)
    expect(serials).toEqual(Array.from({ length: 200 }, (_, n) => n + 1))
  })

  it('of the same file publish it once', async () => {
    const docs = Array.from({ length: 30 }, (_, n) => doc(n))
    const reports = await Promise.all([1, 2, 3].map(() => importInto(house, 'purse', docs)))
    expect(reports.map(({ accepted }) => accepted).toSorted((a, b) => a - b)).toEqual([0, 0, 30])
    expect(await house.rows('purse', 'published')).toHaveLength(30)
  })
})

const sheet =
  '标题,文号,公开日期,正文\n关于“放管服”改革的通知,国办发〔2026〕9号,2026-03-02,各乡镇：请认真执行。\n'

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2 + 2))
  view.setUint16(0, 0xfe_ff, littleEndian)
  for (let at = 0; at < text.length; at += 1) {
    view.setUint16(at * 2 + 2, text.charCodeAt(at), littleEndian)
  }
  return new Uint8Array(view.buffer)
}

/** The sheet in GBK, written by its own table: the decoder read backwards. */
function gbk(text: string): Uint8Array {
  const decoder = new TextDecoder('gbk')
  const table = new Map<string, number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail !== 0x7f) table.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail])
    }
  }
  return new Uint8Array(
    Array.from(text).flatMap((c) => (c < '\u0080' ? [c.charCodeAt(0)] : (table.get(c) ?? []))),
  )
}

const encodings: [string, (text: string) => Uint8Array][] = [
  ['UTF-8', (text) => new TextEncoder().encode(text)],
  ['UTF-8 with BOM', (text) => new TextEncoder().encode(`\uFEFF${text}`)],
  ['UTF-16LE', (text) => utf16(text, true)],
  ['UTF-16BE', (text) => utf16(text, false)],
  ['GBK', gbk],
]

describe('encodings (security 14)', () => {
  it.each(encodings)('%s comes out as it was written', async (name, encode) => {
    const text = sheet.replace('9号', `${encodings.findIndex(([other]) => other === name)}号`)
    const report = await importInto(house, 'pref', encode(text))
    expect(report).toMatchObject({ rejected: [], committed: true })
    const [newest] = (await list(house, 'pref', {})).items
    expect(newest?.title).toBe('关于“放管服”改革的通知')
    expect((await list(house, 'pref', { q: '认真执行' })).items[0]?.id).toBe(newest?.id)
  })

  it('refuses what is none of them', async () => {
    const report = await importInto(house, 'pref', new Uint8Array([0xff, 0x80, 0xff, 0x80, 0x0a]))
    expect(report.committed).toBe(false)
    expect(report.rejected).toHaveLength(1)
  })
})
