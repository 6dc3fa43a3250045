import { unzlibSync } from 'fflate'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromHtml } from '../../../src/domain/document/html/from-html.ts'
import { fromText } from '../../../src/domain/document/from-text.ts'
import { breakLines, textWidth } from '../../../src/domain/document/pdf/break.ts'
import { toPdf } from '../../../src/domain/document/pdf/to-pdf.ts'
import type { DocumentTree } from '../../../src/domain/document/tree.ts'

const head = {
  title: '关于印发要点的通知',
  docNumber: '东政〔2026〕3号',
  issuer: '东县人民政府',
  writtenOn: '2026-03-02',
}

/** Drawing orders of every page, read back through the file's own table. */
function pagesOf(pdf: Uint8Array): string[] {
  const text = new TextDecoder('latin1').decode(pdf)
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1])
  expect(text.slice(start, start + 5)).toBe('xref\n')
  const offsets = [...text.slice(start).matchAll(/^(\d{10}) 00000 n/gm)].map(([, at]) => Number(at))
  const pages: string[] = []
  for (const [index, at] of offsets.entries()) {
    expect(text.slice(at, at + 20)).toMatch(new RegExp(`^${index + 1} 0 obj\n`))
    const stream = /^\d+ 0 obj\n<<\/Length (\d+)\/Filter\/FlateDecode>>stream\n/.exec(
      text.slice(at, at + 100),
    )
    if (stream === null) continue
    const from = at + stream[0].length
    pages.push(new TextDecoder().decode(unzlibSync(pdf.slice(from, from + Number(stream[1])))))
  }
  return pages
}

/** What is written on a page, character by character; what a span says counts, not its 〓. */
function textOf(page: string): string {
  const shown = page.replaceAll(/\/Span<<\/ActualText<feff([0-9a-f]*)>>>BDC .*? EMC/g, '<$1> Tj')
  return [...shown.matchAll(/<([0-9a-f]*)> Tj/g)]
    .map(([, hex = '']) =>
      String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16))),
    )
    .join('')
}

function pdfText(tree: DocumentTree): string {
  return pagesOf(toPdf({ ...head, tree }))
    .map(textOf)
    .join('\n')
}

const closing = '，。、；：？！）》」』】〕”’'
const opening = '（《「『【〔“‘'
const anyText = fc.string({
  unit: fc.constantFrom(...Array.from(`${closing}${opening}公开信息A1 .,%𠮷é—…`)),
  maxLength: 300,
})

describe('ecosystem 1.7: lines and pages of official documents (GB/T 9704)', () => {
  test('no line begins with a closing sign or ends with an opening one, save where a line has nothing else', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 8, max: 28 }), (text, width) => {
        const lines = breakLines([{ text }], width)
        for (const [index, line] of lines.entries()) {
          expect(line.width).toBeLessThanOrEqual(width)
          const own = line.pieces.map((piece) => piece.text).join('')
          const before = lines[index - 1]?.pieces.map((piece) => piece.text).join('') ?? ''
          const isForced = /[，。、；：？！）》」』】〕”’（《「『【〔“‘A1.,%—…]{8}/u.test(
            before.slice(-12) + own.slice(0, 12),
          )
          if (index > 0 && !isForced) {
            expect(closing).not.toContain(own.slice(0, 1) || 'x')
            expect(opening).not.toContain(before.trimEnd().slice(-1) || 'x')
          }
        }
        const back = lines.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join('')
        expect(back.replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      }),
    )
  })

  test('28 characters make a line and 22 lines a page', () => {
    const lines = breakLines([{ text: '字'.repeat(57) }], 28)
    expect(lines.map(({ width }) => width)).toEqual([28, 28, 1])
    const tree = fromText('字'.repeat(28 * 22 * 2))
    expect(pagesOf(toPdf({ ...head, tree }))).toHaveLength(3)
  })

  test('figures and Latin letters are half as wide', () => {
    expect(textWidth('2026年A')).toBe(3.5)
    const file = new TextDecoder('latin1').decode(toPdf({ ...head, tree: fromText('') }))
    expect(file).toContain('/W[1 95 500]')
    expect(file).toContain('/Encoding/UniGB-UTF16-H')
  })

  test('everything that is in the document is on the page, rare Han included', () => {
    const tree = fromText(
      '各乡镇人民政府：\n一、生僻字㛃䶮犇骉𠮷\n正文 https://a.gov.cn/x?y=1 完。\n东县人民政府\n2026年3月2日',
    )
    const written = pdfText(tree).replaceAll(/\s/g, '')
    for (const words of [
      '东政〔2026〕3号',
      '关于印发要点的通知',
      '一、生僻字㛃䶮犇骉𠮷',
      'https://a.gov.cn/x?y=1',
      '东县人民政府',
      '—1—',
    ]) {
      expect(written).toContain(words)
    }
  })

  test('every page on which a table goes on begins with its heads, and none ends with them', () => {
    const rows = Array.from({ length: 90 }, (_, n) => `<tr><td>${n}号机关<td>内容</tr>`)
    for (const before of [0, 19, 20, 21]) {
      const { tree } = fromHtml(
        `${'<p>前文</p>'.repeat(before)}<table><tr><th>责任机关<th>问题</tr>${rows.join('')}</table>`,
      )
      const pages = pagesOf(toPdf({ ...head, tree })).map(textOf)
      const tabled = pages.filter((text) => text.includes('号机关'))
      expect(tabled.length).toBeGreaterThan(2)
      for (const text of tabled) expect(text.split('责任机关问题')).toHaveLength(2)
      expect(pages.filter((text) => text.includes('责任机关'))).toEqual(tabled)
    }
  })

  test('a table with heads of its parts repeats none, and none of them ends a page', () => {
    const part = (n: number): string =>
      `<tr><th colspan=2>第${n}项</tr><tr><th>信息内容<th>数量${n}号</tr><tr><td>事项${n}<td>${n}</tr>`
    for (let before = 0; before < 22; before += 1) {
      const parts = Array.from({ length: 12 }, (_, n) => part(n + 1)).join('')
      const { tree } = fromHtml(`${'<p>前文</p>'.repeat(before)}<table>${parts}</table>`)
      const pages = pagesOf(toPdf({ ...head, tree })).map(textOf)
      for (let n = 1; n <= 12; n += 1) {
        const at = pages.findIndex((text) => text.includes(`第${n}项`))
        expect(pages[at]).toContain(`数量${n}号事项${n}`)
        expect(pages.filter((text) => text.includes(`第${n}项`))).toHaveLength(1)
      }
    }
  })

  test('a heading and the name of a table stay with its first row', () => {
    const table =
      '<table><caption>表名</caption><tr><th>甲一<th>乙</tr><tr><td>首行<td>1</tr></table>'
    for (let before = 0; before < 24; before += 1) {
      const { tree } = fromHtml(`${'<p>前文</p>'.repeat(before)}<h2>四、情况</h2>${table}`)
      const pages = pagesOf(toPdf({ ...head, tree })).map(textOf)
      const at = pages.findIndex((text) => text.includes('四、情况'))
      expect(pages[at], String(before)).toContain('四、情况表名甲一乙首行')
    }
  })

  test('a table of a thousand rows goes on over pages and loses no cell', () => {
    const rows = Array.from(
      { length: 1000 },
      (_, n) =>
        `<tr>${n % 7 === 0 ? `<td rowspan=7>组${n}` : ''}<td>行${n}号<td>${'长'.repeat(n % 50)}</tr>`,
    )
    const { tree } = fromHtml(`<table><tr><th>甲<th>乙<th>丙</tr>${rows.join('')}</table>`)
    const pages = pagesOf(toPdf({ ...head, tree })).map(textOf)
    expect(pages.length).toBeGreaterThan(30)
    const all = pages.join('')
    for (let n = 0; n < 1000; n += 1) expect(all).toContain(`行${n}号`)
  })

  test('a cell longer than a page, sixty columns and a span beyond the end are drawn', () => {
    const { tree } = fromHtml(
      `<table><tr>${'<td>格'.repeat(60)}</tr><tr><td rowspan=500 colspan=60>${'长'.repeat(8000)}</tr></table>`,
    )
    expect(pdfText(tree).match(/长/g)).toHaveLength(8000)
  })

  test('the title is the only information about the document', () => {
    const file = new TextDecoder('latin1').decode(toPdf({ ...head, tree: fromText('甲') }))
    expect(file.match(/\/(?:Title|Author|Creator|Producer|CreationDate|ModDate)\b/g)).toEqual([
      '/Title',
    ])
  })

  test('any tree makes a whole file', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(
          pagesOf(toPdf({ ...head, title: text, tree: fromText(text) })).length,
        ).toBeGreaterThan(0)
      }),
      { numRuns: 50 },
    )
  })
})
