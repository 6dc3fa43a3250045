import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromText } from '../../../src/domain/document/from-text.ts'
import { toText } from '../../../src/domain/document/to-text.ts'
import { documentTree } from '../../../src/domain/document/tree.ts'

const kinds = (text: string): string[] =>
  fromText(text).blocks.map((block) =>
    block.type === 'heading' ? `heading ${block.level}` : block.type,
  )

/** Letters, figures and signs of a text; the marks of lists are the layout's. */
function letters(text: string): string {
  return text.replaceAll(/[\s•●◆■▪‣∙*–-]/g, '')
}

/** Lines as clerks write them, and what else may stand in a field. */
const line = fc.oneof(
  fc.constantFrom(
    '一、总体要求',
    '（一）基本原则',
    '1.加强领导',
    '（1）成立专班',
    '各乡镇人民政府：',
    '东县人民政府',
    '2026年3月2日',
    '二〇二六年三月二日',
    '• 身份证',
    '- 户口簿',
    '姓名\t职务',
    '现将有关事项通知如下。',
    '䶮㛃犇骉 𠮷野家',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.replaceAll(/[\n\r]/g, ' ')),
)
const anyText = fc.array(line, { maxLength: 30 }).map((lines) => lines.join('\n'))

describe('row 5: plain text becomes a document (公文层次)', () => {
  test.each([
    ['一、总体要求', 'heading 1'],
    ['一、总体要求。', 'heading 1'],
    ['一、本办法自印发之日起施行。由县政府办公室负责解释', 'paragraph'],
    ['（二）基本原则', 'heading 2'],
    ['(二)基本原则', 'heading 2'],
    ['2026年3月2日', 'signature'],
    ['二〇二六年三月二日', 'signature'],
    ['2026年3月2日起施行', 'paragraph'],
    ['各乡镇人民政府：', 'paragraph'],
    ['现将有关事项通知如下', 'paragraph'],
    ['3.5个百分点', 'paragraph'],
    ['1.身份证复印件；', 'paragraph'],
  ])('%s is a %s', (text, kind) => {
    expect(kinds(text)).toEqual([kind])
  })

  test('small numbers head the text below them, and are points when they stand in a row', () => {
    const long = '各单位要把政务公开作为一项重要工作，主要负责同志亲自过问。'
    expect(kinds(`1.加强领导\n${long}\n2.落实责任\n${long}`)).toEqual([
      'heading 3',
      'paragraph',
      'heading 3',
      'paragraph',
    ])
    expect(kinds('1.身份证\n2.户口簿\n3.照片')).toEqual(['paragraph', 'paragraph', 'paragraph'])
  })

  test('names before the last date belong to the signature, also of a joint document', () => {
    const text = '请遵照执行。\n特此通知\n东县人民政府\n东县财政局\n2026年3月2日'
    expect(fromText(text).blocks.at(-1)).toEqual({
      type: 'signature',
      lines: ['东县人民政府', '东县财政局', '2026年3月2日'],
    })
    expect(kinds(text)).toEqual(['paragraph', 'paragraph', 'signature'])
  })

  test('lines of cells are a table, lines with bullets a list', () => {
    expect(kinds('名单如下：\n姓名\t职务\n甲\t组长\n• 甲\n• 乙')).toEqual([
      'paragraph',
      'table',
      'list',
    ])
  })

  test('loses no letter and invents none', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const back = toText(fromText(text)).replaceAll('•', '')
        expect(letters(back)).toBe(letters(text))
      }),
    )
  })

  test('reading the written text again keeps every word', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = toText(fromText(text))
        expect(letters(toText(fromText(once)))).toBe(letters(once))
      }),
    )
  })

  test('a text within the limits makes a document that may be stored', () => {
    const safe = fc.array(
      fc.constantFrom('一、总则', '甲\t乙', '• 丙', '𠮷'.repeat(15_000), '2026年1月1日'),
    )
    fc.assert(
      fc.property(safe, (lines) => {
        expect(documentTree.safeParse(fromText(lines.join('\n'))).success).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  test('more lines than blocks: none is lost', () => {
    const text = Array.from({ length: 6000 }, (_, index) => `第${index}行`).join('\n')
    const tree = fromText(text)
    expect(tree.blocks).toHaveLength(5000)
    expect(documentTree.safeParse(tree).success).toBe(true)
    expect(toText(tree)).toBe(text)
  })
})
