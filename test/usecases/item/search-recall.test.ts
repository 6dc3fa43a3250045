import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { normalise } from '../../../src/domain/item/search-text.ts'
import { openHouse, type House } from '../../support/house.ts'
import { importInto, list, type Doc } from './import-files.ts'

const places = ['东县', '河湾镇', '山前乡', '朱仙庄镇', '大泽乡', '褚兰镇']
const acts = [
  '政务公开',
  '信用体系建设',
  '农田水利',
  '城乡居民基本医疗保险',
  '粮食安全',
  '防汛抗旱',
  '乡村振兴',
]
const kinds = ['实施方案', '工作要点', '若干规定', '考核办法', '年度计划', '补充通知', '处罚决定']
const real = [
  ['国务院办公厅关于印发《政府网站集约化试点工作方案》的通知', '国办函〔2018〕71号'],
  [
    '国务院办公厅政府信息与政务公开办公室关于规范政府信息公开平台有关事项的通知',
    '国办公开办函〔2019〕61号',
  ],
  [
    '河南省人民政府办公厅关于转发省交通厅河南省行政村通水泥(油)路验收实施意见的通知',
    '豫政办〔2006〕87号',
  ],
  ['上海市人民政府办公厅关于印发《2022年上海市政务公开考核评估方案》的通知', '沪府办发〔2022〕3号'],
  ['国务院办公厅关于转发农业部村民一事一议筹资筹劳管理办法的通知', '国办发〔2007〕4号'],
] as const

const docs: Doc[] = [
  ...real.map(([title, docNumber], n): Doc => ({
    id: `r${n}`,
    title,
    docNumber,
    body: `第${n}件。\n全文略`,
  })),
  ...Array.from({ length: 295 }, (_, n): Doc => {
    const place = places[n % places.length] ?? ''
    const act = acts[n % acts.length] ?? ''
    const kind = kinds[n % kinds.length] ?? ''
    return {
      id: `m${n}`,
      title: `${place}关于${act}的${kind}`,
      docNumber: `东政办〔${2000 + (n % 26)}〕${n}号`,
      summary: n % 3 === 0 ? `${place}对${act}作出安排` : '',
      body: `${place}人民政府：\n为做好${act}工作，制定本${kind}（第${n}稿）。目标${n % 100}%，金额${n},${n % 10}00.${n % 7}万元。`,
    }
  }),
]

const texts = docs.map((doc) =>
  [doc['title'], doc['docNumber'], doc['summary'], doc['body']].map((part) => part ?? ''),
)

let house: House
beforeAll(async () => {
  house = await openHouse()
  expect((await importInto(house, 'east', docs)).committed).toBe(true)
})
afterAll(() => house.close())

/** Every title that a search finds, page by page. */
async function titles(q: string): Promise<string[]> {
  const found: string[] = []
  let cursor: string | undefined
  do {
    const page = await list(house, 'east', {
      q,
      limit: 100,
      ...(cursor === undefined ? {} : { cursor }),
    })
    found.push(...page.items.map((item) => item.title))
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  return found.toSorted()
}

/** The titles of the documents in which a text occurs, brackets, blanks and case aside. */
function holding(text: string): string[] {
  const wanted = normalise(text)
  return texts
    .filter((parts) =>
      parts.some((part) =>
        normalise(part)
          .split('\n')
          .some((run) => run.includes(wanted)),
      ),
    )
    .map(([title]) => title ?? '')
    .toSorted()
}

const substring = fc
  .tuple(fc.nat(docs.length - 1), fc.nat(3), fc.nat(10_000), fc.integer({ min: 2, max: 8 }))
  .map(([doc, part, at, length]) => {
    const text = texts[doc]?.[part] ?? ''
    const from = at % Math.max(1, text.length - 1)
    return text.slice(from, from + length)
  })
  .filter((text) => {
    const normal = normalise(text)
    return Array.from(normal).length >= 2 && !normal.includes('\n')
  })

describe('search (检索, mission: every string of two characters or more)', () => {
  it('finds exactly the documents in which a string of 2 to 8 characters occurs', async () => {
    await fc.assert(
      fc.asyncProperty(substring, async (q) => {
        expect(await titles(q)).toEqual(holding(q))
      }),
      { numRuns: 80 },
    )
  })

  it.each(['国办公开办函〔2019〕61号', '2019〕61', '〔2019〕61号', '国办公开办函[2019]61号'])(
    'finds a document number written as %s',
    async (q) => {
      expect(await titles(q)).toEqual([
        '国务院办公厅政府信息与政务公开办公室关于规范政府信息公开平台有关事项的通知',
      ])
    },
  )

  it('needs every word of a query', async () => {
    expect(await titles('集约化 71号')).toHaveLength(1)
    expect(await titles('集约化 87号')).toEqual([])
  })

  it('finds a single character by the words that begin with it', async () => {
    expect(await titles('褚')).toEqual(holding('褚兰'))
  })

  it.each([
    '"',
    '(',
    'a AND',
    'NOT',
    'NEAR(',
    '-公开',
    'zz:x',
    '*',
    "'; DROP TABLE published; --",
    '公开*',
    'facet:c',
    '{',
    '^公',
    '\u{1F600}',
    '％％',
    '\u200B',
    '，。',
    '​ ',
    '„',
    'a"b',
    '公开 OR 1=1',
    '\uE0002cc56\uE001',
    '甲'.repeat(200),
    '甲 '.repeat(100),
  ])('answers odd input %j with a page (失败模式 FTS5)', async (q) => {
    const page = await list(house, 'east', { q })
    expect(page.items.length).toBeLessThanOrEqual(20)
  })

  it('never fails, whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (q) => {
        fc.pre(q.isWellFormed())
        const page = await list(house, 'east', { q, limit: 1 })
        expect(Array.isArray(page.items)).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it('marks what it found in title and passage', async () => {
    const page = await list(house, 'east', { q: '筹资筹劳' })
    expect(page.items[0]?.found?.title.filter((piece) => piece.hit)).toEqual([
      { text: '筹资筹劳', hit: true },
    ])
    const inBody = await list(house, 'east', { q: '第7稿' })
    expect(inBody.items[0]?.found?.excerpt.some(({ text, hit }) => hit && text === '第7稿')).toBe(
      true,
    )
  })
})
