import type { HtmlNode } from './parse.ts'
import type { Block, Inline } from '../tree.ts'

/** A block as a page has it: headings still carry the rank of their tag. */
export type RawBlock = Block | { type: 'ranked'; rank: number; text: Inline[]; isTitle: boolean }

/** How many things of a page were left out beside pictures: links, hidden texts, active and unknown parts. */
export type Dropped = {
  links: number
  hidden: number
  active: number
  unknown: number
}

/** Reads nodes of a page into blocks. */
export type ReadNodes = (nodes: readonly HtmlNode[]) => RawBlock[]

/** The lines of a block as runs, its structure laid flat. */
export function flatLines(block: RawBlock): Inline[][] {
  switch (block.type) {
    case 'ranked':
    case 'heading':
    case 'paragraph':
      return [block.text]
    case 'list':
      return block.items.map(({ text }) => text)
    case 'table':
      return block.rows.map((row) => row.flatMap(({ text }) => [...text, { text: ' ' }]))
    case 'signature':
      return block.lines.map((text) => [{ text }])
    case 'figure':
      return []
    default:
      return block satisfies never
  }
}
