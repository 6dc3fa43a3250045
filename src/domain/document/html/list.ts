import type { HtmlElement } from './parse.ts'
import { flatLines, type RawBlock, type ReadNodes } from './raw.ts'
import { joinLines } from '../runs.ts'
import type { Block } from '../tree.ts'

type Items = Extract<Block, { type: 'list' }>['items']

const most = { depth: 5, items: 2000 } as const

/** Reads ul or ol with what lies in it (列表); a list too long for one becomes several. */
export function listOf(element: HtmlElement, read: ReadNodes): RawBlock[] {
  const items: Items = []
  for (const child of element.childNodes) {
    const isItem = child.nodeName === 'li' && 'childNodes' in child
    const blocks = read(isItem ? child.childNodes : [child])
    const own = blocks.filter((block) => block.type !== 'list').flatMap(flatLines)
    if (own.length > 0) items.push({ text: joinLines(own), depth: 0 })
    for (const block of blocks) {
      if (block.type === 'list') items.push(...block.items.map(deeper))
    }
  }
  const lists: RawBlock[] = []
  for (let at = 0; at < items.length; at += most.items) {
    const part = items.slice(at, at + most.items)
    lists.push({ type: 'list', ordered: element.tagName === 'ol', items: part })
  }
  return lists
}

function deeper({ text, depth }: Items[number]): Items[number] {
  return { text, depth: Math.min(most.depth, depth + 1) }
}
