import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromForm } from '../../../src/domain/document/form/from-form.ts'
import { fromHtml } from '../../../src/domain/document/html/from-html.ts'
import { fromText } from '../../../src/domain/document/from-text.ts'
import { captionMark, toFormText } from '../../../src/domain/document/form/text.ts'
import {
  type Block,
  type Cell,
  type Inline,
  documentTree,
  type DocumentTree,
  emptyTree,
} from '../../../src/domain/document/tree.ts'

const word = fc.stringMatching(/^[一-鿿A-Za-z0-9，。|\\#<>（）：-]{1,12}$/u)
const lines = fc.array(word, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('\n'))
const runs = fc
  .array(
    fc.record(
      {
        text: lines,
        marks: fc.constant<'bold'[]>(['bold']),
        href: fc.constant('https://a.gov.test/'),
      },
      { requiredKeys: ['text'] },
    ),
    { minLength: 1, maxLength: 3 },
  )
  .filter((all) => all.every((run) => run.text.trim() === run.text))

const table = fc
  .record({
    rows: fc.integer({ min: 1, max: 5 }),
    columns: fc.integer({ min: 1, max: 5 }),
    spans: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 25 }),
    texts: fc.array(fc.option(runs, { nil: [] }), { minLength: 25, maxLength: 25 }),
    head: fc.boolean(),
    caption: fc.option(word, { nil: undefined }),
  })
  .map(({ rows: height, columns: width, spans, texts, head, caption }): Block => {
    // Cells are laid into a grid, so that they fit together as those of a page do.
    const taken = Array.from({ length: height }, () => Array<boolean>(width).fill(false))
    const rows = taken.map((row, at) =>
      row.flatMap((_, column) => {
        if (taken[at]?.[column] === true) return []
        const [along = 0, down = 0] = spans[at * width + column] ?? []
        const { colspan, rowspan } = spanAt(taken, { at, column }, { along, down })
        return [cellWith(texts[at * width + column] ?? [], head && at === 0, colspan, rowspan)]
      }),
    )
    const made: Block = { type: 'table', rows }
    if (caption !== undefined) made.caption = caption
    return made
  })

/** How far a cell may reach where it stands; a row in which no cell begins is none. */
function spanAt(
  taken: boolean[][],
  { at, column }: { at: number; column: number },
  { along, down }: { along: number; down: number },
): { colspan: number; rowspan: number } {
  let colspan = 1
  while (colspan <= along % 3 && taken[at]?.[column + colspan] === false) colspan += 1
  const isFree = (next: number): boolean =>
    taken[next]?.slice(column, column + colspan).every((one) => !one) === true
  const longest = column === 0 ? 1 : 1 + (down % 3)
  let rowspan = 1
  while (rowspan < longest && isFree(at + rowspan)) rowspan += 1
  for (let y = 0; y < rowspan; y += 1) taken[at + y]?.fill(true, column, column + colspan)
  return { colspan, rowspan }
}

function cellWith(text: Inline[], isHead: boolean, colspan: number, rowspan: number): Cell {
  const cell: Cell = { text }
  if (isHead) cell.head = true
  if (colspan > 1) cell.colspan = colspan
  if (rowspan > 1) cell.rowspan = rowspan
  return cell
}

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    type: fc.constant('heading' as const),
    level: fc.constantFrom(1, 2, 3, 4),
    text: runs,
  }),
  fc.record(
    { type: fc.constant('paragraph' as const), text: runs, align: fc.constant('right' as const) },
    { requiredKeys: ['type', 'text'] },
  ),
  fc.record({
    type: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(fc.record({ text: runs, depth: fc.integer({ min: 0, max: 5 }) }), {
      minLength: 1,
      maxLength: 5,
    }),
  }),
  table,
  fc.record({ type: fc.constant('figure' as const), file: fc.constant('f1'), alt: word }),
  fc.record({
    type: fc.constant('signature' as const),
    lines: fc.array(word, { minLength: 1, maxLength: 3 }),
  }),
)
const tree = fc
  .array(block, { maxLength: 8 })
  .map((blocks): DocumentTree => ({ v: 1, blocks }))
  .filter((made) => documentTree.safeParse(made).success)

describe('a document edited as text keeps what was not touched (row 18, issue 33)', () => {
  test('tree → form text → tree is the same tree, whatever the tree', () => {
    fc.assert(
      fc.property(tree, (made) => {
        expect(fromForm(toFormText(made), made)).toEqual(made)
        expect(fromForm(`${toFormText(made)}\n`, made)).toEqual(made)
      }),
    )
  })

  test('a changed paragraph changes nothing else: tables, lists, figures, merged cells stay', () => {
    fc.assert(
      fc.property(tree, tree, word, word, (above, below, before, after) => {
        const own: Block = { type: 'paragraph', text: [{ text: `甲${before}乙` }] }
        const all: DocumentTree = { v: 1, blocks: [...above.blocks, own, ...below.blocks] }
        const start = toFormText(above)
        const end = toFormText(below)
        const text = [start, `甲${after}乙`, end].filter((part) => part !== '').join('\n')
        const read = fromForm(text, all).blocks
        expect(read.slice(0, above.blocks.length)).toEqual(above.blocks)
        expect(read.slice(read.length - below.blocks.length)).toEqual(below.blocks)
        expect(read).toHaveLength(all.blocks.length)
        expect(documentTree.safeParse({ v: 1, blocks: read }).success).toBe(true)
      }),
    )
  })

  test('a table is read from its text alone, merged cells and all', () => {
    fc.assert(
      fc.property(table, (made) => {
        const plain = JSON.parse(
          JSON.stringify(made, (key, value: unknown) =>
            key === 'head'
              ? undefined
              : key === 'text' && Array.isArray(value)
                ? joined(value)
                : value,
          ),
        ) as Block
        expect(fromForm(toFormText({ v: 1, blocks: [made] }), emptyTree).blocks).toEqual([plain])
      }),
    )
  })

  test('a tab in the name of a table becomes a blank', () => {
    const made = fromForm(`${captionMark}甲\t乙\n| 1 | 2 |`, { v: 1, blocks: [] })
    expect(documentTree.parse(made).blocks).toMatchObject([{ type: 'table', caption: '甲 乙' }])
  })

  test('whatever is typed over whatever was there gives a document', () => {
    fc.assert(
      fc.property(
        tree,
        fc.string({
          unit: fc.constantFrom(
            '|',
            '-',
            ' ',
            '\n',
            '↑',
            '←',
            '1',
            '.',
            '#',
            '　',
            '\t',
            '文',
            '\\',
          ),
        }),
        (made, text) => {
          expect(documentTree.safeParse(fromForm(text, made)).success).toBe(true)
        },
      ),
      { examples: [[{ v: 1, blocks: [{ type: 'signature', lines: ['|'] }] }, '|\t←']] },
    )
  })

  test('a cell is changed: the other cells keep head, link and merging', () => {
    const { tree: made } = fromHtml(
      '<table><tr><th>项目</th><th>金额</th></tr><tr><td rowspan="2"><a href="https://a.gov.test/">接待</a></td><td>15.78</td></tr><tr><td><b>6.85</b></td></tr></table><p>说明。</p>',
    )
    const text = toFormText(made)
    expect(text).toBe('| 项目 | 金额 |\n| 接待 | 15.78 |\n| ↑ | 6.85 |\n说明。')
    const read = fromForm(text.replace('15.78', '15.80'), made)
    expect(JSON.parse(JSON.stringify(read).replace('15.80', '15.78'))).toEqual(made)
  })

  test('a row is added below a table and a point between points', () => {
    const made = fromText('- 一村\n- 二村\n村\t户\n一村\t12\n二村\t7')
    const text = toFormText(made).replace('- 二村', '- 三村\n- 二村')
    const read = fromForm(`${text}\n| 三村 | 5 |`, made)
    expect(read).toEqual(fromText('- 一村\n- 三村\n- 二村\n村\t户\n一村\t12\n二村\t7\n三村\t5'))
  })

  test('two letters changed in a paragraph leave its link and its bold words', () => {
    const { tree: made } = fromHtml(
      '<p>见<a href="https://a.gov.test/">公告</a>，于<b>三月</b>施行。</p>',
    )
    const read = fromForm(toFormText(made).replace('施行', '执行'), made)
    expect(read).toEqual({
      v: 1,
      blocks: [
        {
          type: 'paragraph',
          text: [
            { text: '见' },
            { text: '公告', href: 'https://a.gov.test/' },
            { text: '，于' },
            { text: '三月', marks: ['bold'] },
            { text: '执行。' },
          ],
        },
      ],
    })
  })

  test('issue 3 §1: a picture is put into the text by the name of its file, described and named', () => {
    const read = fromForm(
      '甲。\n〔图：流程.png｜五个步骤｜图1 办理流程〕\n〔图:现场.jpg〕',
      emptyTree,
    )
    expect(read.blocks.slice(1)).toEqual([
      { type: 'figure', file: '流程.png', alt: '五个步骤', caption: '图1 办理流程' },
      { type: 'figure', file: '现场.jpg', alt: '图' },
    ])
  })

  test('issue 3 §1: a figure that is described keeps its file, its width and its size', () => {
    const figure = {
      type: 'figure' as const,
      file: 'id-1',
      alt: '图1',
      caption: '图1 流程',
      width: 40,
      pixels: { width: 4, height: 3 },
    }
    const before: DocumentTree = { v: 1, blocks: [figure] }
    const nameOf = (file: string): string => (file === 'id-1' ? '甲｜乙\\.png' : file)
    const text = toFormText(before, nameOf)
    expect(text).toBe('〔图：甲\\｜乙\\\\.png｜图1｜图1 流程〕')
    expect(fromForm(text, before, nameOf)).toBe(before)
    const better = text.replace('｜图1｜', '｜办理的五个步骤｜')
    expect(fromForm(better, before, nameOf).blocks).toEqual([{ ...figure, alt: '办理的五个步骤' }])
  })

  test('a figure that was cut and pasted elsewhere is the same figure', () => {
    const figure: Block = { type: 'figure', file: 'f1', alt: '示意图' }
    const one: Block = { type: 'paragraph', text: [{ text: '第一段。' }] }
    const two: Block = { type: 'paragraph', text: [{ text: '第二段。' }] }
    const read = fromForm('第一段。\n第二段。\n〔图：示意图〕', {
      v: 1,
      blocks: [figure, one, two],
    })
    expect(read.blocks).toEqual([one, two, figure])
  })
})

function joined(text: { text: string }[]): { text: string }[] {
  const all = text.map((run) => run.text).join('')
  return all === '' ? [] : [{ text: all }]
}
