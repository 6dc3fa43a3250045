import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectDelimiter, readCsv } from '../../../../src/domain/shared/sheet/csv.ts'
import { guardFormula, unguardFormula } from '../../../../src/domain/shared/sheet/formula-guard.ts'
import { readTable } from '../../../../src/domain/shared/sheet/read-table.ts'
import { writeCsv } from '../../../../src/domain/shared/sheet/write-csv.ts'

function cellsOf(text: string): readonly (readonly string[])[] {
  const read = readCsv(text)
  return read.ok ? read.records.map(({ cells }) => cells) : []
}

describe('separated values as RFC 4180 and real offices write them', () => {
  it.each([
    ['LF', 'a,b\nc,d\n'],
    ['CRLF', 'a,b\r\nc,d'],
    ['CR', 'a,b\rc,d\r'],
    ['blank lines', '\n\na,b\n , \n\nc,d\n\n'],
    ['tab', 'a\tb\nc\td'],
    ['semicolon', 'a;b\nc;d'],
    ['a hint', 'sep=;\r\na;b\nc;d'],
    ['quotes', '"a","b"\n"c",d'],
    ['blanks after a quote', '"a" ,"b"\n"c",d'],
  ])('%s', (_, text) => {
    expect(cellsOf(text)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
  })

  it('keeps quotes, separators and line ends inside quotes, and counts lines on', () => {
    const read = readCsv('标题,正文\r\n"a ""b"", c","一\r\n二\n三"\r\nx,y')
    expect(read).toEqual({
      ok: true,
      rejected: [],
      records: [
        { line: 1, cells: ['标题', '正文'] },
        { line: 2, cells: ['a "b", c', '一\r\n二\n三'] },
        { line: 5, cells: ['x', 'y'] },
      ],
    })
  })

  it('takes a quote inside a bare cell as it stands', () => {
    expect(cellsOf('标题,x\n关于"放管服"改革,y')[1]).toEqual(['关于"放管服"改革', 'y'])
  })

  it('chooses the separator outside quotes', () => {
    expect(detectDelimiter('"a,b,c";d\n1;2')).toBe(';')
    expect(detectDelimiter('某局目录\na\tb,c\td')).toBe('\t')
    expect(detectDelimiter('one column')).toBe(',')
  })

  it('names the line on which an unclosed quote opened', () => {
    expect(readCsv('a,b\n"c\nd",e\nf,"g\nh\ni')).toEqual({
      ok: false,
      line: 4,
      reason: { code: 'quote-unclosed' },
    })
  })

  it('names a row with text after a closing quote and keeps the others', () => {
    expect(readCsv('a,b\n"c"x,d\ne,f')).toMatchObject({
      ok: true,
      records: [{ line: 1 }, { line: 3 }],
      rejected: [{ line: 2, reason: { code: 'quote-stray' } }],
    })
  })

  it('refuses 257 columns', () => {
    expect(readCsv(','.repeat(256).replaceAll(',', 'x,'))).toMatchObject({
      ok: false,
      line: 1,
      reason: { code: 'too-many-columns', limit: 256 },
    })
  })
})

describe('formula injection (reference/security 8)', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    "'=1",
    "''=1",
  ])('guards %j and gives it back', (text) => {
    expect(guardFormula(text)).toBe(`'${text}`)
    expect(unguardFormula(guardFormula(text))).toBe(text)
  })

  it.each(["'tis", '3=3', '', "'", '公开'])('leaves %j alone', (text) => {
    expect(guardFormula(text)).toBe(text)
    expect(unguardFormula(text)).toBe(text)
  })

  it('is reversible for every text', () => {
    const text = fc.string({
      unit: fc.constantFrom(...Array.from(`'=+-@＝＠\t\r\na公`)),
      maxLength: 8,
    })
    fc.assert(fc.property(text, (written) => unguardFormula(guardFormula(written)) === written))
  })
})

describe('what is written is read again', () => {
  it('begins with the mark, ends lines with CRLF, leaves figures alone', () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      writeCsv(
        ['标题', '件数'],
        [
          ['=1', -5],
          [null, 0],
        ],
      ),
    )
    expect(text).toBe("\uFEFF标题,件数\r\n'=1,-5\r\n,0\r\n")
  })

  it('any table of strings', () => {
    const cell = fc.string({
      unit: fc.constantFrom(...Array.from(`公开"',;\t\r\n=＝ -a`), '𠮷', '\u0301'),
      maxLength: 8,
    })
    const rows = fc.array(fc.tuple(fc.constant('公'), cell, cell), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(rows, (table) => {
        const read = readTable(writeCsv(['标题', '文号', '正文'], table))
        expect(read.ok && read.table.rejected).toEqual([])
        const back = read.ok ? read.table.rows.map(({ cells }) => cells) : []
        expect(
          back.map((cells) => ['标题', '文号', '正文'].map((name) => cells.get(name) ?? '')),
        ).toEqual(table)
      }),
      { numRuns: 200 },
    )
  })
})
