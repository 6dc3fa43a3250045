import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../../src/domain/shared/sheet/decode-text.ts'
import { toGb18030, toGbk, toUtf16 } from './encode.ts'

const TABLE =
  '索引号,标题,发布机构\r\n000014349/2018-00204,关于印发《政府网站集约化试点工作方案》的通知,国务院办公厅\r\n'
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const join = (...parts: (readonly number[] | Uint8Array)[]): Uint8Array =>
  new Uint8Array(parts.flatMap((part) => Array.from(part)))

describe('encodings that agencies really send are read exactly (contract: desk/imports)', () => {
  it.each([
    ['utf-8', utf8(TABLE), 'utf-8'],
    ['utf-8 with a mark', utf8(`\uFEFF${TABLE}`), 'utf-8'],
    ['utf-16le with a mark', toUtf16(`\uFEFF${TABLE}`, 'le'), 'utf-16le'],
    ['utf-16be with a mark', toUtf16(`\uFEFF${TABLE}`, 'be'), 'utf-16be'],
    ['utf-16le without', toUtf16(TABLE, 'le'), 'utf-16le'],
    ['utf-16be without', toUtf16(TABLE, 'be'), 'utf-16be'],
    ['gbk', toGbk(TABLE) ?? new Uint8Array(), 'gbk'],
    ['ascii', utf8('title,body\na,b\n'), 'utf-8'],
  ])('%s', (_, bytes, encoding) => {
    const text = encoding === 'utf-8' && bytes.length < 30 ? 'title,body\na,b\n' : TABLE
    expect(decodeText(bytes)).toEqual({ ok: true, text, encoding })
  })

  it('gb18030 with a character that only four bytes can write', () => {
    const text = TABLE.replace('国务院', '𠮷𬭚县')
    expect(decodeText(toGb18030(text))).toEqual({ ok: true, text, encoding: 'gb18030' })
  })

  it('any table of common characters, in each encoding', () => {
    const word = fc.string({
      unit: fc.constantFrom(...Array.from('公开信息条例通知一二三关于印发的镇县2026〔〕号 a')),
      maxLength: 12,
    })
    const table = fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { maxLength: 6 })
    fc.assert(
      fc.property(table, (rows) => {
        const text = `标题,正文\n${rows.map((row) => row.join(',')).join('\n')}`
        const encoded = [utf8(text), toUtf16(text, 'le'), toUtf16(text, 'be'), toGbk(text)]
        for (const bytes of encoded) {
          expect(bytes === null ? null : decodeText(bytes)).toMatchObject({ ok: true, text })
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('anything else is refused with reason and place, never guessed (reference: hostile encodings)', () => {
  const damaged = utf8(TABLE)
  const second = damaged.indexOf(10) + 1
  it.each([
    ['nothing', new Uint8Array(), { line: null, reason: { code: 'empty-file' } }],
    [
      'one broken byte in utf-8',
      join(damaged.subarray(0, second), [0xff], damaged.subarray(second)),
      { line: 2, reason: { code: 'encoding-broken', encoding: 'utf-8', offset: second } },
    ],
    [
      'utf-8 cut inside a character',
      utf8('标题,正文\n公开').subarray(0, -1),
      { line: 2, reason: { code: 'encoding-broken', encoding: 'utf-8', offset: 17 } },
    ],
    [
      'a broken byte after a mark',
      join(utf8('\uFEFF标题\n'), [0xc0, 0x80]),
      { line: 2, reason: { code: 'encoding-broken', encoding: 'utf-8', offset: 10 } },
    ],
    [
      'a surrogate in utf-8',
      join(utf8('标题,正文\n'), [0xed, 0xa0, 0x80]),
      { line: 2, reason: { code: 'encoding-broken', encoding: 'utf-8', offset: 14 } },
    ],
    ['NUL in utf-8', utf8('标题\n公\0开'), { line: 2, reason: { code: 'nul-byte', offset: 10 } }],
    [
      'NUL after a mark',
      utf8('\uFEFF标题\n公\0开'),
      { line: 2, reason: { code: 'nul-byte', offset: 13 } },
    ],
    [
      'NUL in ascii',
      utf8('title,body\na,b\0c\n'),
      { line: 2, reason: { code: 'nul-byte', offset: 14 } },
    ],
    ['utf-32', join([0xff, 0xfe, 0, 0], [0x20, 0, 0, 0]), { reason: { code: 'encoding-unknown' } }],
    [
      'half a unit of utf-16',
      join(toUtf16(`\uFEFF${TABLE}`, 'le'), [0]),
      { reason: { code: 'encoding-broken' } },
    ],
    // 標題,內容 and 政府資訊公開 as Big5 writes them
    [
      'big5',
      join(
        [0xbc, 0xd0, 0xc3, 0x44, 0x2c, 0xa4, 0xba, 0xae, 0x65, 0x0a],
        [0xac, 0x46, 0xa9, 0xb2, 0xb8, 0xea, 0xb0, 0x54, 0xa4, 0xbd, 0xb6, 0x7d, 0x0a],
      ),
      { line: 1, reason: { code: 'encoding-unknown' } },
    ],
    [
      'latin-1',
      join([0x74, 0xe9, 0x2c, 0xe8, 0x0a, 0xe0, 0x2c, 0xe7, 0x61]),
      { reason: { code: 'encoding-unknown' } },
    ],
    ['noise', join([0x80, 0xff, 0xff, 0x31, 0x0a]), { reason: { code: 'encoding-unknown' } }],
  ])('%s', (_, bytes, refusal) => {
    expect(decodeText(bytes)).toMatchObject({ ok: false, ...refusal })
  })

  it('never throws, and never answers a text with NUL or U+FFFD that was not in the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const decoded = decodeText(bytes)
        if (decoded.ok) expect(decoded.text).not.toContain('\0')
      }),
      { numRuns: 300 },
    )
  })
})

it('reads its own source, which is UTF-8 with Chinese in it', () => {
  const bytes = new Uint8Array(readFileSync(new URL(import.meta.url)))
  expect(decodeText(bytes)).toMatchObject({ ok: true, encoding: 'utf-8' })
})
