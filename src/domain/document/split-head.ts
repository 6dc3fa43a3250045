import { plainOf } from './plain.ts'
import { numberingLevel } from './recognise.ts'
import type { Block, DocumentTree } from './tree.ts'

const docNumber = /^[^\s。，：；]{1,20}[〔［[（(]\d{4}[〕］\]）)](?:第)?\s?\d{1,5}\s?号$/u
const genre =
  /(?:通知|公告|通告|公示|意见|决定|决议|命令|令|通报|报告|请示|批复|函|纪要|议案|公报|方案|办法|规定|细则|规则|要点|计划|规划|总结|制度|预案|指南|目录|清单|信息|简报)(?:（[^）]{1,20}）)?$/
/** How far down the head of a document reaches. */
const headBlocks = 4

/** What stands above a document's text. */
export type Head = { title: string | null; docNumber: string | null; tree: DocumentTree }

/**
 * Takes title and document number (标题、发文字号) off the top of a document, for the fields of a form;
 * what is not surely one of them stays in the text.
 */
export function splitHead(title: string | null, tree: DocumentTree): Head {
  const blocks = [...tree.blocks]
  const at = blocks
    .slice(0, headBlocks)
    .findIndex((block) => block.type === 'paragraph' && docNumber.test(plainOf(block.text)))
  const number = at === -1 ? null : plainOf(textOf(blocks.splice(at, 1)[0]))
  const from = Math.max(0, at)
  const own = title ?? titleAt(blocks[from])
  if (title === null && own !== null) blocks.splice(from, 1)
  return { title: own, docNumber: number, tree: { v: 1, blocks } }
}

function titleAt(block: Block | undefined): string | null {
  const text = plainOf(textOf(block))
  const isTitle =
    text.length > 3 &&
    text.length <= 100 &&
    !/[。；：\n\t]/.test(text) &&
    numberingLevel(text) === null &&
    genre.test(text)
  return isTitle ? text : null
}

function textOf(block: Block | undefined): Extract<Block, { type: 'paragraph' }>['text'] {
  return block?.type === 'paragraph' ? block.text : []
}
