import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseDocNumber } from '../../../src/domain/item/import-doc-number.ts'
import { readItems } from '../../../src/domain/item/import-items.ts'
import { writeXlsx } from '../../../src/domain/shared/sheet/write-xlsx.ts'
import { localDate } from '../../../src/domain/time/local-date.ts'

const today = localDate('2026-11-22')
type Reading = ReturnType<typeof readItems>

function read(text: string): Reading {
  return readItems(new TextEncoder().encode(text), today)
}

/** Reads one row of a title and one more column. */
function readCell(column: string, cell: string): Reading {
  return read(`标题,公开日期,${column}\n甲,2026-03-02,"${cell}"`)
}

describe('import of items (contract: desk/imports)', () => {
  it('takes the usual Chinese names in any order, every field to its place', () => {
    const { items, rejected, warnings } = read(
      '正文,索引号,信息名称,发布机构,生成日期,发文字号,公开属性,栏目,主题,体裁,内容概述,公开日期,有效性,原编号,链接\n' +
        '"第一条\r\n第二条",K1-2026-1,关于公开的通知,某县人民政府,2026年3月2日,某政[2026]第05号,依申请公开,文件,综合政务,通知,概述,2026/3/5,已修改,old-1,https://example.gov.cn/1.html\n',
    )
    expect({ rejected, warnings }).toEqual({ rejected: [], warnings: [] })
    expect(items).toEqual([
      {
        line: 2,
        externalId: 'old-1',
        indexNumber: 'K1-2026-1',
        title: '关于公开的通知',
        docNumber: '某政〔2026〕5号',
        issuer: '某县人民政府',
        writtenOn: '2026-03-02',
        publishedOn: '2026-03-05',
        publishedAt: Date.parse('2026-03-05T00:00:00+08:00'),
        attribute: 'on-request',
        columnName: '文件',
        theme: '综合政务',
        genre: '通知',
        summary: '概述',
        body: '第一条\n第二条',
        sourceUrl: 'https://example.gov.cn/1.html',
        validity: 'amended',
      },
    ])
  })

  it.each(['标题', '信息名称', '*标 题（必填）：', 'TITLE'])('knows a title under %s', (name) => {
    expect(read(`${name},公开日期\n甲,2026-03-02`).items).toMatchObject([{ title: '甲' }])
  })

  it.each(['发文日期', '成文日期', '生成日期'])('knows the day of writing under %s', (name) => {
    expect(read(`标题,${name}\n甲,2026.3.2`).items).toMatchObject([{ writtenOn: '2026-03-02' }])
  })

  it('reads the records of another system as JSON lines', () => {
    const { items, warnings } = read(
      '{"id":"D1","title":"甲","docNumber":"","issuer":null,"writtenDate":"2018-10-27","publishedDate":"2018-11-09","body":"","source":"x","docNumberRaw":"y"}',
    )
    expect(items).toMatchObject([
      { externalId: 'D1', docNumber: null, issuer: null, body: '', attribute: 'proactive' },
    ])
    expect(warnings.map(({ column, reason }) => [column, reason.code])).toEqual([
      ['source', 'column-ignored'],
      ['docNumberRaw', 'column-ignored'],
      ['公开属性', 'attribute-assumed'],
    ])
  })

  it('keeps the time of publication where one is written (网页设计规范: PubDate to the minute)', () => {
    expect(read('标题,公开日期\n甲,2026-03-05 10:20').items).toMatchObject([
      { publishedOn: '2026-03-05', publishedAt: Date.parse('2026-03-05T10:20:00+08:00') },
    ])
  })

  it('reads days and serial numbers from a workbook', () => {
    const file = writeXlsx({
      name: '目录',
      header: ['标题', '成文日期', '公开日期'],
      rows: [['甲', { on: '2026-03-02' }, 46_086]],
    })
    expect(readItems(file, today).items).toMatchObject([
      { writtenOn: '2026-03-02', publishedOn: '2026-03-05' },
    ])
  })
})

describe('real but imperfect rows are taken, and the clerk is told', () => {
  it.each([
    [
      'published before written',
      '甲,2026-03-05,2026-03-02',
      'published-before-written',
      '2026-03-02',
    ],
    ['no day of publication', '甲,2026-03-05,', 'published-from-written', '2026-03-05'],
    ['no day at all', '甲,,', 'dates-missing', null],
  ])('%s', (_, row, code, publishedOn) => {
    const { items, rejected, warnings } = read(`标题,成文日期,公开日期,公开属性\n${row},主动公开`)
    expect(rejected).toEqual([])
    expect(items).toMatchObject([{ publishedOn }])
    expect(warnings).toEqual([{ line: 2, column: '公开日期', reason: { code } }])
  })

  it('a column that nobody knows is named, not lost silently', () => {
    expect(readCell('秘密栏', 'x').warnings).toContainEqual({
      line: 1,
      column: '秘密栏',
      reason: { code: 'header-unknown' },
    })
  })

  it('an empty attribute is taken as proactive and said', () => {
    expect(readCell('公开属性', '').warnings).toEqual([
      { line: 2, column: '公开属性', reason: { code: 'attribute-assumed' } },
    ])
  })
})

describe('dirty rows are named with line and column', () => {
  it.each([
    ['公开属性', '公开', 'not-listed'],
    ['有效性', '也许', 'not-listed'],
    ['成文日期', '2026-02-30', 'date-ill-formed'],
    ['成文日期', '2026', 'date-ill-formed'],
    ['成文日期', '46083', 'date-ill-formed'],
    ['成文日期', '02/03/2026', 'date-ill-formed'],
    ['成文日期', '2026-11-23', 'in-future'],
    ['文号', '号'.repeat(61), 'too-long'],
    ['内容概述', '概'.repeat(1001), 'too-long'],
    ['正文', '正'.repeat(200_001), 'too-long'],
    ['正文', '公\uFFFD开', 'text-unsafe'],
    ['正文', '公\u0001开', 'text-unsafe'],
    ['链接', 'javascript:alert(1)', 'url-ill-formed'],
    ['链接', 'https://a.cn@evil.example/', 'url-ill-formed'],
  ])('%s: %s', (column, cell, code) => {
    const { items, rejected } = readCell(column, cell)
    expect(items).toEqual([])
    expect(rejected).toMatchObject([{ line: 2, column, reason: { code } }])
  })

  it('a lone surrogate that hides in JSON', () => {
    expect(
      read(String.raw`{"title":"\ud800","publishedDate":"2026-03-02"}`).rejected,
    ).toMatchObject([{ line: 1, column: 'title', reason: { code: 'text-unsafe' } }])
  })

  it('a blank title, a title too long, and the good row between them stays', () => {
    const { items, rejected } = read(
      `标题,公开日期\n ,2026-03-02\n甲,2026-03-02\n${'长'.repeat(301)},2026-03-02`,
    )
    expect(items).toMatchObject([{ line: 3 }])
    expect(rejected).toEqual([
      { line: 2, column: '标题', reason: { code: 'required' } },
      { line: 4, column: '标题', reason: { code: 'too-long', limit: 300, length: 301 } },
    ])
  })

  it('one index number or old number twice in a file is named on every line', () => {
    const { items, rejected } = read(
      '标题,公开日期,索引号,原编号\n甲,2026-03-02,K1,a\n乙,2026-03-02,K 1,b\n丙,2026-03-02,K2,c\n丁,2026-03-02,K3,c\n戊,2026-03-02,K1,d\n己,2026-03-02,,',
    )
    expect(items).toMatchObject([{ title: '己' }])
    expect(rejected.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [2, '索引号', { code: 'duplicate', otherLine: 3 }],
      [3, '索引号', { code: 'duplicate', otherLine: 2 }],
      [4, '原编号', { code: 'duplicate', otherLine: 5 }],
      [5, '原编号', { code: 'duplicate', otherLine: 4 }],
      [6, '索引号', { code: 'duplicate', otherLine: 2 }],
    ])
  })

  it('a file without a title column, or with two, is refused whole', () => {
    expect(read('文号,正文\n甲,乙').rejected).toMatchObject([
      { line: 1, column: '标题', reason: { code: 'header-required' } },
    ])
    expect(read('标题,信息名称\n甲,乙').rejected).toEqual([
      { line: 1, column: '信息名称', reason: { code: 'header-twice', first: '标题' } },
    ])
  })
})

describe('document numbers (党政机关公文处理工作条例第9条)', () => {
  it.each([
    ['国办发[2019]61号', '国办发〔2019〕61号', true],
    ['国办发（２０１９）第061号', '国办发〔2019〕61号', true],
    ['国办发﹝2019﹞ 61 号', '国办发〔2019〕61号', true],
    ['国办发【2019】61号', '国办发〔2019〕61号', true],
    ['国务院令第711号', '国务院令第711号', true],
    ['公告2015年第41号', '公告2015年第41号', true],
    ['国办发〔2019〕61号', '国办发〔2019〕61号', true],
    ['无', '无', false],
    ['某政2019-3', '某政2019-3', false],
  ])('%s is kept as %s', (written, text, isUsual) => {
    expect(normaliseDocNumber(written)).toEqual({ text, isUsual })
  })

  it('what has been put in order stays as it is', () => {
    const unit = fc.constantFrom(...Array.from('国发[]（）〔〕【】2019第0号 '))
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 16 }), (written) => {
        const { text } = normaliseDocNumber(written)
        expect(normaliseDocNumber(text).text).toBe(text)
      }),
    )
  })
})

it('every row is accepted or named, whatever the file says', () => {
  const unit = fc.constantFrom('甲', ',', '"', '2026-03-02', '主动公开', '\uFFFD', ' ', 'K1', '\t')
  const line = fc.string({ unit, minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
      const { items, rejected } = read(`标题,公开日期,索引号,公开属性\n${lines.join('\n')}`)
      const isWhole = rejected.some(
        ({ reason }) => reason.code === 'no-rows' || reason.code === 'quote-unclosed',
      )
      const named = new Set([...items, ...rejected].map((entry) => entry.line))
      const filled = lines.flatMap((text, index) => (/[^,\s"]/.test(text) ? [index + 2] : []))
      const isMultiline = lines.some((text) => text.includes('"'))
      if (!isWhole && !isMultiline)
        expect([...named].toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual(filled)
      else expect(named.size).toBeGreaterThan(0)
    }),
    { numRuns: 200 },
  )
})
