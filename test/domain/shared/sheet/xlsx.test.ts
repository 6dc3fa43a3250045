import { strToU8, zipSync } from 'fflate'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTable } from '../../../../src/domain/shared/sheet/read-table.ts'
import { type SheetCell, writeXlsx } from '../../../../src/domain/shared/sheet/write-xlsx.ts'
import { readXlsx } from '../../../../src/domain/shared/sheet/xlsx.ts'
import { isDateFormat } from '../../../../src/domain/shared/sheet/xlsx-styles.ts'
import { buildWorkbook } from './workbook.ts'

const STYLES =
  '<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="177" formatCode="0&quot;days&quot;"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="31"/><xf numFmtId="177"/><xf numFmtId="22"/></cellXfs>'

function onlyRow(row: string, rest: Partial<Parameters<typeof buildWorkbook>[0]> = {}): unknown {
  const read = readXlsx(buildWorkbook({ sheets: { 一: row }, styles: STYLES, ...rest }))
  return read.ok ? (read.rows[0]?.cells ?? []) : read.reason
}

function workbookOf(text: string): Uint8Array {
  return buildWorkbook({ sheets: { 一: '' }, extra: { 'xl/worksheets/s1.xml': text } })
}

describe('workbooks as other programs write them', () => {
  it('shared strings, rich text without phonetic runs, inline strings, escapes', () => {
    const strings =
      '<si><t>标题</t></si><si><r><t xml:space="preserve">公开 </t></r><r><rPr/><t>信息</t></r><rPh><t>gong</t></rPh></si><si><t>一&amp;二_x000D_&#x4E09;</t></si>'
    const row =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="inlineStr"><is><r><t>文</t></r><r><t>号</t></r></is></c></row>'
    expect(onlyRow(row, { strings })).toEqual(['标题', '公开 信息', '一&二\r三', '文号'])
  })

  it.each([
    ['built-in date', 's="1"', '46083', '2026-03-02'],
    ['Chinese format', 's="2"', '46083', '2026-03-02'],
    ['built-in Chinese format', 's="3"', '46083', '2026-03-02'],
    ['with time', 's="5"', '46083.4375', '2026-03-02 10:30:00'],
    ['time alone', 's="5"', '0.5', '12:00:00'],
    ['before the day that never was', 's="1"', '59', '1900-02-28'],
    ['after it', 's="1"', '61', '1900-03-01'],
    ['a unit in quotes is no date', 's="4"', '5', '5'],
    ['noise of binary fractions', '', '0.30000000000000004', '0.3'],
    ['a whole figure with exponent', '', '2.0260302E7', '20260302'],
    ['small', '', '1E-7', '0.0000001'],
    ['boolean', 't="b"', '1', 'TRUE'],
    ['ISO date', 't="d"', '2026-03-02T00:00:00', '2026-03-02'],
  ])('%s', (_, attributes, value, text) => {
    expect(onlyRow(`<row r="1"><c r="A1" ${attributes}><v>${value}</v></c></row>`)).toEqual([text])
  })

  it('counts days from 1904 where the workbook says so', () => {
    const row = '<row r="1"><c r="A1" s="1"><v>44621</v></c></row>'
    expect(onlyRow(row, { is1904: true })).toEqual(['2026-03-02'])
    expect(onlyRow('<row r="1"><c r="A1" s="1"><v>0</v></c></row>', { is1904: true })).toEqual([
      '1904-01-01',
    ])
  })

  it('takes the last value of a formula, not the formula', () => {
    const row =
      '<row r="1"><c r="A1" t="str"><f>HYPERLINK("http://x")</f><v>原文</v></c><c r="B1"><f>1+1</f><v>2</v></c></row>'
    expect(onlyRow(row)).toEqual(['原文', '2'])
  })

  it('sparse rows and cells without references keep their places and numbers', () => {
    const read = readXlsx(
      buildWorkbook({
        sheets: {
          一: '<row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c><c r="AA3"><v>3</v></c></row><row><c r="A4"/></row><row r="9"><c t="inlineStr"><is><t>甲</t></is></c></row>',
        },
      }),
    )
    const wide = Array.from(
      { length: 27 },
      (_, column) => ['', '1', '2'][column] ?? (column === 26 ? '3' : ''),
    )
    expect(read.ok && read.rows).toEqual([
      { line: 3, cells: wide },
      { line: 9, cells: ['甲'] },
    ])
  })

  it('reads the first sheet, or the named one, and says when there is none', () => {
    const file = buildWorkbook({
      sheets: { 说明: '<row><c><v>1</v></c></row>', 目录: '<row><c><v>2</v></c></row>' },
    })
    expect(readXlsx(file)).toMatchObject({ rows: [{ cells: ['1'] }] })
    expect(readXlsx(file, '目录')).toMatchObject({ rows: [{ cells: ['2'] }] })
    expect(readXlsx(file, '无')).toEqual({
      ok: false,
      reason: { code: 'sheet-missing', name: '无' },
    })
  })

  it('reads prefixed elements and the strict edition of the standard', () => {
    const file = buildWorkbook({
      sheets: { 一: '' },
      extra: {
        'xl/worksheets/s1.xml':
          '<x:worksheet xmlns:x="urn:x"><x:sheetData><!-- > --><x:row r="1"><x:c r="A1" t="str"><x:v><![CDATA[<公开>]]></x:v></x:c></x:row></x:sheetData></x:worksheet>',
      },
    })
    expect(readXlsx(file)).toMatchObject({ rows: [{ line: 1, cells: ['<公开>'] }] })
  })

  it.each([
    ['yyyy-mm-dd', true],
    ['[$-804]yyyy"年"m"月"', true],
    ['h:mm', true],
    ['[Red]0.00', false],
    ['0"days"', false],
    ['General', false],
    ['#,##0_);(#,##0)', false],
    ['0.00E+00', false],
    [String.raw`0\d`, false],
    ['@', false],
  ])('format %s shows a date: %s', (code, isDate) => {
    expect(isDateFormat(code)).toBe(isDate)
  })

  it('names cells that hold an error or more digits than a workbook keeps, and their rows only', () => {
    const head = '<row r="1"><c t="str"><v>标题</v></c><c t="str"><v>索引号</v></c></row>'
    const rows =
      '<row r="2"><c t="str"><v>甲</v></c><c t="e"><v>#REF!</v></c></row><row r="3"><c t="str"><v>乙</v></c><c><v>123456789012345680</v></c></row><row r="4"><c t="str"><v>丙</v></c></row><row r="5"><c><f>A2</f><v/></c></row>'
    expect(readTable(buildWorkbook({ sheets: { 一: head + rows } }))).toMatchObject({
      table: {
        rows: [{ line: 4 }],
        rejected: [
          { line: 2, column: '索引号', reason: { code: 'cell-error', value: '#REF!' } },
          { line: 3, column: '索引号', reason: { code: 'number-imprecise' } },
          { line: 5, column: '标题', reason: { code: 'formula-not-computed' } },
        ],
      },
    })
  })
})

describe('hostile workbooks (reference/security 12, 41)', () => {
  const part = 'xl/worksheets/s1.xml'

  it.each([
    [
      'a DTD',
      '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>',
      { code: 'xml-declares-entities', part },
    ],
    ['an entity', '<worksheet>&xxe;</worksheet>', { code: 'xml-declares-entities', part }],
    [
      'an entity in an attribute',
      '<worksheet a="&xxe;"/>',
      { code: 'xml-declares-entities', part },
    ],
    ['crossed tags', '<worksheet><a></worksheet></a>', { code: 'xml-broken', part }],
    ['an open end', '<worksheet><sheetData>', { code: 'xml-broken', part }],
    ['no XML', 'row,row', { code: 'xml-broken', part }],
    ['depth', '<a>'.repeat(200) + '</a>'.repeat(200), { code: 'xml-broken', part }],
    ['an endless attribute', `<a b="${'>'.repeat(1_040_000)}`, { code: 'xml-broken', part }],
    ['attributes without end', `<a ${'b '.repeat(500_000)}/>`, { code: 'xml-broken', part }],
    [
      'a column far out',
      '<worksheet><row><c r="XFD1"><v>1</v></c></row></worksheet>',
      { code: 'too-many-columns', limit: 256 },
    ],
    [
      'rows without end',
      `<worksheet>${Array.from({ length: 100_010 }, (_, n) => `<row><c><v>${n * 7919}</v></c></row>`).join('')}</worksheet>`,
      { code: 'too-many-rows', limit: 100_000 },
    ],
  ])('%s', (_, text, reason) => {
    expect(readXlsx(workbookOf(text))).toEqual({ ok: false, reason })
  })

  it('refuses archives that expand too far, by what they declare and by what they do', () => {
    const zeros = new Uint8Array(60 * 1024 * 1024)
    expect(readXlsx(zipSync({ 'xl/a.xml': zeros }))).toMatchObject({
      reason: { code: 'zip-too-large' },
    })
    const bomb = zipSync({
      '[Content_Types].xml': strToU8('x'),
      'a.xml': zeros.subarray(0, 2_000_000),
    })
    expect(readTable(bomb)).toMatchObject({
      refused: [{ reason: { code: 'zip-ratio', limit: 100 } }],
    })
    const many = Object.fromEntries(Array.from({ length: 501 }, (_, n) => [`${n}`, strToU8('x')]))
    expect(readTable(zipSync(many))).toMatchObject({
      refused: [{ reason: { code: 'zip-too-many-entries', limit: 500 } }],
    })
  })

  it('does not believe a size that the directory understates', () => {
    const file = workbookOf(`<worksheet>${' '.repeat(3_000_000)}</worksheet>`)
    const view = new DataView(file.buffer)
    for (let at = 0; at + 46 < file.length; at += 1) {
      const isSheet =
        view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 3_000_000
      if (isSheet) view.setUint32(at + 24, 1000, true)
    }
    expect(readXlsx(file)).toEqual({ ok: false, reason: { code: 'zip-broken' } })
  })

  it('never throws on any XML of the kind', () => {
    const unit = fc.constantFrom(
      '<row>',
      '</row>',
      '<c t="s">',
      '<c r="B2">',
      '</c>',
      '<v>',
      '9',
      '&#x0;',
      '</v>',
      '<is>',
      '<!--',
      '-->',
      '<t',
      '/>',
      '"',
      '<',
    )
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
        expect(typeof readXlsx(workbookOf(`<worksheet>${text}</worksheet>`)).ok).toBe('boolean')
      }),
      { numRuns: 150 },
    )
  })

  it('never throws, whatever is changed or cut in a workbook', () => {
    const whole = buildWorkbook({
      sheets: { 一: '<row><c t="s"><v>0</v></c><c s="1"><v>46083</v></c></row>' },
      strings: '<si><t>标题</t></si>',
      styles: STYLES,
    })
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255))
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), fc.nat(whole.length), (changes, length) => {
        const bytes = whole.slice(0, Math.max(length, whole.length - 60))
        for (const [at, byte] of changes) bytes[at] = byte
        expect(typeof readTable(bytes).ok).toBe('boolean')
      }),
      { numRuns: 300 },
    )
  })
})

describe('workbooks that we write', () => {
  const text = fc.string({
    unit: fc.constantFrom(...Array.from(`公开<&>"'=_x000D_\r\n\t \u0001`), '𠮷', '\uD800'),
    minLength: 1,
    maxLength: 12,
  })

  it('are read again equal, any strings', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 5 }), (rows) => {
        const filled = rows.map(([a, b]): [string, string] => [`公${a}`, b])
        const read = readXlsx(writeXlsx({ name: '目录', header: ['标题', '文号'], rows: filled }))
        expect(read.ok && read.rows.map(({ cells }) => cells)).toEqual([
          ['标题', '文号'],
          ...filled,
        ])
      }),
      { numRuns: 100 },
    )
  })

  it('keep figures, days, blanks and texts that look like formulas', () => {
    const row: SheetCell[] = ['=1+1', 12, { on: '2026-03-02' }, null, '00012', { on: '1899-01-01' }]
    const header = ['甲', '乙', '丙', '丁', '戊', '己']
    const file = writeXlsx({ name: 'a/b:c', header, widths: [40], rows: [row] })
    const read = readXlsx(file)
    expect(read).toMatchObject({
      faults: [],
      rows: [
        { line: 1 },
        { line: 2, cells: ['=1+1', '12', '2026-03-02', '', '00012', '1899-01-01'] },
      ],
    })
    expect(new TextDecoder('latin1').decode(file)).not.toContain('<f>')
  })

  it('are the same bytes for the same table', () => {
    const sheet = { name: '目录', header: ['标题'], rows: [['一']] }
    expect(writeXlsx(sheet)).toEqual(writeXlsx(sheet))
  })

  it('cut what no spreadsheet holds, visibly', () => {
    const read = readXlsx(
      writeXlsx({ name: '目录', header: ['正文'], rows: [['公'.repeat(40_000)]] }),
    )
    const cell = read.ok ? (read.rows[1]?.cells[0] ?? '') : ''
    expect(cell).toHaveLength(32_767)
    expect(cell.endsWith('公…')).toBe(true)
  })
})
