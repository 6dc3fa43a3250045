import { plainOf } from './plain.ts'
import type { Block, Cell, DocumentTree } from './tree.ts'

/**
 * Writes a document as plain text (纯文本): one line per block, cells parted by tabs. It is what is
 * searched, compared and downloaded as a text file.
 */
export function toText(tree: DocumentTree): string {
  return tree.blocks
    .flatMap(linesOf)
    .filter((line) => line.trim() !== '')
    .join('\n')
}

function linesOf(block: Block): string[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return [plainOf(block.text)]
    case 'list':
      return listLines(block)
    case 'table':
      return [
        ...(block.caption === undefined ? [] : [block.caption]),
        ...block.rows.map((row) => row.map(cellText).join('\t')),
      ]
    case 'figure':
      return figureLines(block)
    case 'signature':
      return [...block.lines]
    default:
      return block satisfies never
  }
}

function figureLines({ alt, caption }: Extract<Block, { type: 'figure' }>): string[] {
  return [`〔图：${alt}〕`, ...(caption === undefined || caption === alt ? [] : [caption])]
}

function listLines({ ordered, items }: Extract<Block, { type: 'list' }>): string[] {
  const marks = ordered ? itemNumbers(items) : items.map(() => '•')
  return items.map(({ text, depth }, index) => {
    const line = plainOf(text).replaceAll('\n', ' ')
    return `${'　'.repeat(depth)}${marks[index] ?? ''} ${line}`
  })
}

/** Numbers of a list's items with their dots (序号): each depth counts for itself below the one above. */
export function itemNumbers(items: readonly { depth: number }[]): string[] {
  const counts: number[] = []
  return items.map(({ depth }) => {
    counts.length = Math.min(counts.length, depth + 1)
    while (counts.length <= depth) counts.push(0)
    counts[depth] = (counts[depth] ?? 0) + 1
    return `${counts[depth]}.`
  })
}

function cellText({ text }: Cell): string {
  return plainOf(text).replaceAll(/[\n\t]+/g, ' ')
}
