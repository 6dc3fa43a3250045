import { strToU8, zipSync } from 'fflate'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTable } from '../../../../src/domain/shared/sheet/read-table.ts'
import { toUtf16 } from './encode.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

function rowsOf(text: string): unknown {
  const read = readTable(bytes(text))
  return read.ok
    ? read.table.rows.map(({ line, cells }) => [line, Object.fromEntries(cells)])
    : read
}

describe('tables are told apart by content, not by name', () => {
  it('CSV: header words, lines of the file, blanks left out', () => {
    expect(rowsOf('标题 ,文号\n一,甲\n\n二\n')).toEqual([
      [2, { 标题: '一', 文号: '甲' }],
      [4, { 标题: '二' }],
    ])
  })

  it('JSON lines: names in order of appearance, scalars as text, null blank', () => {
    const read = readTable(bytes('{"title":"一","n":1}\n\n{"title":null,"ok":true}\n'))
    expect(read).toMatchObject({
      table: {
        source: 'json-lines',
        header: ['title', 'n', 'ok'],
        rows: [
          {
            line: 1,
            cells: new Map([
              ['title', '一'],
              ['n', '1'],
            ]),
          },
          {
            line: 3,
            cells: new Map([
              ['title', ''],
              ['ok', 'true'],
            ]),
          },
        ],
      },
    })
  })

  it('JSON lines: bad lines are named, good ones kept, __proto__ is only a name', () => {
    const read = readTable(bytes('{"a":1}\n{"a":\n[1]\n{"a":{"b":1}}\n{"__proto__":"x"}'))
    expect(read).toMatchObject({
      table: {
        rows: [{ line: 1 }, { line: 5, cells: new Map([['__proto__', 'x']]) }],
        rejected: [
          { line: 2, reason: { code: 'json-broken' } },
          { line: 3, reason: { code: 'json-not-object' } },
          { line: 4, column: 'a', reason: { code: 'json-nested' } },
        ],
      },
    })
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('takes a title above the header off and says so', () => {
    expect(readTable(bytes('某局信息公开目录,,\n标题,文号,\n一,甲,'))).toMatchObject({
      table: {
        headerLine: 2,
        header: ['标题', '文号'],
        warnings: [{ line: 1, reason: { code: 'lines-before-header', lines: 1 } }],
      },
    })
  })

  it('names a row with more cells than the header has words', () => {
    expect(readTable(bytes('标题,文号\n一,甲,乙\n二,丙,'))).toMatchObject({
      table: {
        rows: [{ line: 3 }],
        rejected: [{ line: 2, reason: { code: 'cells-beyond-header', columns: 2 } }],
      },
    })
  })
})

describe('what is no table is refused by name', () => {
  it.each([
    [
      'old workbook',
      new Uint8Array([...OLE, ...bytes('x'.repeat(600))]),
      { code: 'foreign-file', kind: 'xls' },
    ],
    [
      'workbook with a password',
      new Uint8Array([...OLE, ...bytes('x'.repeat(8)), ...toUtf16('EncryptedPackage', 'le')]),
      { code: 'file-encrypted' },
    ],
    ['pdf', bytes('%PDF-1.7\n'), { code: 'foreign-file', kind: 'pdf' }],
    [
      'picture',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]),
      { code: 'foreign-file', kind: 'image' },
    ],
    ['web page saved as xls', bytes('\n<html><table><tr>'), { code: 'foreign-file', kind: 'html' }],
    ['XML', bytes('<?xml version="1.0"?><Workbook/>'), { code: 'foreign-file', kind: 'xml' }],
    ['JSON array', bytes('[{"title":"一"}]'), { code: 'foreign-file', kind: 'json' }],
    [
      'Word',
      zipSync({ 'word/document.xml': strToU8('x') }),
      { code: 'foreign-file', kind: 'docx' },
    ],
    ['other archive', zipSync({ a: strToU8('x') }), { code: 'foreign-file', kind: 'zip' }],
    ['cut archive', zipSync({ a: strToU8('x') }).subarray(0, 40), { code: 'zip-broken' }],
    ['nothing', new Uint8Array(), { code: 'empty-file' }],
    ['blank', bytes('\n \n'), { code: 'header-missing' }],
    ['header alone', bytes('标题,文号\n'), { code: 'no-rows' }],
    ['one word twice', bytes('标题,标题\n一,二'), { code: 'header-twice', first: '标题' }],
    [
      'rows as wide as allowed without end',
      bytes(`${','.repeat(255)}x\n`.repeat(7900)),
      { code: 'too-many-cells', limit: 2_000_000 },
    ],
    ['one row without end', bytes(','.repeat(3_000_000)), { code: 'too-many-columns', limit: 256 }],
    [
      'a quoted cell without end',
      bytes(`a,b\n${'"'.repeat(3_000_000)}`),
      { code: 'cell-too-long', limit: 1_048_576 },
    ],
    [
      'broken lines of JSON without end',
      bytes('{\n'.repeat(200_000)),
      { code: 'too-many-rows', limit: 100_000 },
    ],
    ['open quote', bytes('标题,文号\n"一,二'), { code: 'quote-unclosed' }],
    [
      'too large',
      new Uint8Array(32 * 1024 * 1024 + 1),
      { code: 'file-too-large', limitBytes: 33_554_432 },
    ],
  ])('%s', (_, file, reason) => {
    expect(readTable(file)).toMatchObject({ ok: false, refused: [{ reason }] })
  })

  it('never throws on any bytes, whatever they begin with', () => {
    const starts = [
      [],
      OLE,
      [0x50, 0x4b, 3, 4],
      [0x50, 0x4b, 5, 6],
      [0x7b],
      [0xef, 0xbb, 0xbf],
      [0xff, 0xfe],
    ]
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), (start, rest) => {
        expect(typeof readTable(new Uint8Array([...start, ...rest])).ok).toBe('boolean')
      }),
      { numRuns: 500 },
    )
  })

  it('never throws on any text, and loses no row unnamed', () => {
    const unit = fc.constantFrom(...Array.from(`标题,;\t"\n\r{}[]:a1=' `))
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 80 }), (text) => {
        const read = readTable(bytes(`标题,文号\n${text}`))
        if (!read.ok) expect(read.refused.length).toBeGreaterThan(0)
        else expect(read.table.rows.length + read.table.rejected.length).toBeGreaterThan(0)
      }),
      { numRuns: 500 },
    )
  })
})
