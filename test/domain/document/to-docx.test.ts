import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { fromHtml } from '../../../src/domain/document/html/from-html.ts'
import { fromText } from '../../../src/domain/document/from-text.ts'
import { fromWord } from '../../../src/domain/document/word/from-word.ts'
import { toDocx } from '../../../src/domain/document/docx/to-docx.ts'
import { toText } from '../../../src/domain/document/to-text.ts'

const head = {
  title: '关于印发要点的通知',
  docNumber: '东政〔2026〕3号',
  issuer: '东县人民政府',
  writtenOn: '2026-03-02',
}
const body =
  '各乡镇人民政府：\n一、总则\n正文㛃䶮𠮷。\n（一）细则\n• 甲\n• 乙\n姓名\t职务\n甲\t组长\n东县人民政府\n2026年3月2日'

async function partsOf(document: Parameters<typeof toDocx>[0]): Promise<Record<string, string>> {
  const parts = unzipSync(await toDocx(document))
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

describe('ecosystem: a Word file on the page of official documents (GB/T 9704)', () => {
  test('A4, margins 37, 35, 28, 26 mm, 三号 body, 二号 title, page numbers', async () => {
    const parts = await partsOf({ ...head, tree: fromText(body) })
    const main = parts['word/document.xml'] ?? ''
    expect(main).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
    expect(main).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
    expect(main).toMatch(/<w:docGrid w:type="lines" w:linePitch="580"/)
    expect(main).toContain('w:eastAsia="方正小标宋简体"')
    expect(main).toMatch(/w:firstLine="640"/)
    expect(parts['word/styles.xml']).toMatch(/<w:sz w:val="32"\/>/)
    const footers = Object.entries(parts).filter(([name]) => /^word\/footer\d\.xml$/.test(name))
    expect(footers).toHaveLength(2)
    for (const [, footer] of footers) expect(footer).toContain('PAGE')
  })

  test('read again it is the same document', async () => {
    const read = await fromWord(await toDocx({ ...head, tree: fromText(body) }))
    expect(read).toMatchObject({ ok: true, title: head.title })
    if (read.ok) expect(toText(read.tree)).toBe(`${head.docNumber}\n${body}`)
  })

  test('a long title is broken between words, and read again it is one line', async () => {
    const title = '宿州市人民政府2025年政府信息公开工作年度报告'
    const bytes = await toDocx({ ...head, docNumber: null, title, tree: fromText(body) })
    const main = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
    expect(main).toMatch(/2025年政府<\/w:t>.{0,400}<w:br\/>.{0,100}信息公开工作年度报告/s)
    expect(await fromWord(bytes)).toMatchObject({ ok: true, title })
  })

  test('lines of tables stand off the grid of the text; heads and figures below them in the middle', async () => {
    const { tree } = fromHtml(
      '<table><tr><th>机关<th>件</tr><tr><td>某局<td>12.5%</tr></table><p>正文',
    )
    const main = (await partsOf({ ...head, tree }))['word/document.xml'] ?? ''
    const table = /<w:tbl>.*<\/w:tbl>/s.exec(main)?.[0] ?? ''
    expect(table.match(/<w:snapToGrid w:val="0"\/><w:spacing /g)).toHaveLength(4)
    expect(main.replace(table, '')).not.toContain('snapToGrid')
    expect(table.match(/<w:jc w:val="center"\/>/g)).toHaveLength(3)
    const facts = fromHtml('<table><tr><th>年度<td>2025</tr></table>')
    const plain = (await partsOf({ ...head, tree: facts.tree }))['word/document.xml'] ?? ''
    expect(/<w:tbl>.*<\/w:tbl>/s.exec(plain)?.[0]).not.toContain('w:jc')
  })

  test('columns of a table are as wide as there is to read in them', async () => {
    const { tree } = fromHtml(
      '<table><tr><th>位次<th>机关<th>件</tr><tr><td>1<td>某某自治县住房和城乡建设局（人民防空办公室）<td>2</tr></table>',
    )
    const main = (await partsOf({ ...head, tree }))['word/document.xml'] ?? ''
    const grid = [...main.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width))
    expect(grid).toHaveLength(3)
    const [place = 0, agency = 0, count = 0] = grid
    expect(agency).toBeGreaterThan(2 * place)
    expect(agency).toBeGreaterThan(2 * count)
    // Between the margins: 156 mm in twentieths of a point.
    expect(Math.abs(place + agency + count - 8844)).toBeLessThan(5)
    expect(main).toContain('<w:tblLayout w:type="fixed"/>')
  })

  test('heads of parts stay with what they head, and only heads of a whole table are repeated', async () => {
    const part = '<tr><th colspan=2>项</tr><tr><th>内容<th>数量</tr><tr><td>事项<td>1</tr>'
    const parts = fromHtml(`<table>${part}${part}</table>`)
    const sectioned = (await partsOf({ ...head, tree: parts.tree }))['word/document.xml'] ?? ''
    expect(sectioned).not.toContain('<w:tblHeader/>')
    expect(sectioned.match(/<w:keepNext\/>/g)).toHaveLength(6)
    const whole = fromHtml(`<table>${part}</table>`)
    const main = (await partsOf({ ...head, tree: whole.tree }))['word/document.xml'] ?? ''
    expect(main.match(/<w:tblHeader\/>/g)).toHaveLength(2)
  })

  test('spans of cells survive', async () => {
    const { tree } = fromHtml(
      '<table><tr><th rowspan=2>甲<th colspan=2>乙</tr><tr><td>1<td>2</tr></table>',
    )
    const read = await fromWord(await toDocx({ ...head, docNumber: null, tree }))
    const table = read.ok ? read.tree.blocks.find(({ type }) => type === 'table') : null
    expect(table).toMatchObject({
      rows: [
        [{ rowspan: 2 }, { colspan: 2 }],
        [{}, {}],
      ],
    })
  })
})
