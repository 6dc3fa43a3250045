import type { Block, DocumentTree } from '../src/domain/document/tree.ts'
import { toText } from '../src/domain/document/to-text.ts'
import type { Ctx } from '../src/usecases/context.ts'
import { addItemFile } from '../src/usecases/item/files/add-file.ts'

const files = 6
const tables = 3

/**
 * Gives an item of the agency what a laden one has: a document tree with three tables of twenty
 * rows, and six attachments. Answers its id.
 */
export async function ladeItem(ctx: Ctx): Promise<string> {
  const row = await ctx.db
    .prepare(
      'SELECT id FROM published WHERE docid >= (SELECT (3 * min(docid) + max(docid)) / 4 FROM published) ORDER BY docid LIMIT 1',
    )
    .first<{ id: string }>()
  if (row === null) throw new Error('no documents')
  const tree = ladenTree()
  await ctx.db
    .prepare('UPDATE published SET document = ?, body = ? WHERE id = ?')
    .bind(JSON.stringify(tree), toText(tree), row.id)
    .run()
  for (let n = 1; n <= files; n += 1) {
    const bytes = new TextEncoder().encode(`村名,户数\n第${n}村,${n * 12}\n`)
    const added = await addItemFile(ctx, row.id, { name: `附件${n}.csv`, bytes })
    if (!added.ok) throw new Error(added.refusal.code)
  }
  return row.id
}

function ladenTree(): DocumentTree {
  const blocks = Array.from({ length: tables }, (_, n): Block[] => [
    { type: 'heading', level: 1, text: [{ text: `第${n + 1}部分　补助资金安排` }] },
    ...Array.from({ length: 6 }, (): Block => {
      const text = '资金实行专账管理、专款专用，任何单位和个人不得截留、挤占、挪用。'
      return { type: 'paragraph', text: [{ text }, { text, marks: ['bold'] }] }
    }),
    { type: 'table', caption: `表${n + 1}　分配明细`, rows: Array.from({ length: 20 }, rowOf) },
  ])
  const signature: Block = { type: 'signature', lines: ['试点县人民政府', '2026年3月2日'] }
  return { v: 1, blocks: [...blocks.flat(), signature] }
}

function rowOf(_: unknown, at: number): Extract<Block, { type: 'table' }>['rows'][number] {
  const cells = ['序号', '乡镇', '对象', '标准（元）', '金额（元）']
  return at === 0
    ? cells.map((text) => ({ text: [{ text }], head: true }))
    : cells.map((name) => ({ text: [{ text: `${name}${at}` }] }))
}
