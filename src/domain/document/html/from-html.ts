import { withCaptions } from '../figure-caption.ts'
import { fitTree } from '../fit-tree.ts'
import { htmlBlocks } from './blocks.ts'
import { parseHtml } from './parse.ts'
import type { Dropped, RawBlock } from './raw.ts'
import { plainOf } from '../plain.ts'
import { placePictures, webPictures, type PictureRemark, type Resolve } from '../place-pictures.ts'
import { numberingLevel, recognise } from '../recognise.ts'
import type { Block, DocumentTree } from '../tree.ts'

/** A page read as a document: its title when it has one, and what was left out; `isCut` when not all of it fits. */
export type HtmlReading = {
  title: string | null
  tree: DocumentTree
  dropped: Dropped & { images: number }
  /** what is to be known of its pictures */ pictures: PictureRemark[]
  isCut: boolean
}

type Ranked = Extract<RawBlock, { type: 'ranked' }>

/**
 * Reads HTML, also as pasted from Word, WPS or an old site (网页粘贴成文): only text, headings, lists,
 * tables, links and six settings of letters come through. Hostile input never throws.
 */
export function fromHtml(html: string): HtmlReading {
  return documentOf([readPage(html)])
}

/** The blocks of a page (网页的内容块), before they are put in order as a document. */
export type ReadPage = { blocks: readonly RawBlock[]; dropped: Dropped; isCut: boolean }

/** Reads a page that may be a portion of a document; hostile input never throws. */
export function readPage(html: string): ReadPage {
  const dropped: Dropped = { ...nothing }
  const { nodes, isCut } = parseHtml(html)
  return { blocks: htmlBlocks(nodes, dropped), dropped, isCut }
}

/** Puts pages that follow each other together as one document: title, levels, signature. */
export function documentOf(
  pages: readonly ReadPage[],
  resolve: Resolve = webPictures,
): HtmlReading {
  const blocks = pages.flatMap((page) => page.blocks)
  const { blocks: placed, remarks, left } = placePictures(blocks, resolve)
  const { title, rest } = takeTitle(placed)
  const fitted = fitTree(withCaptions(recognise(withLevels(rest))))
  const dropped = { ...nothing, images: left }
  for (const key of droppedKinds) {
    dropped[key] = pages.reduce((sum, page) => sum + page.dropped[key], 0)
  }
  return {
    title,
    tree: fitted.tree,
    dropped,
    pictures: remarks,
    isCut: fitted.isCut || pages.some((page) => page.isCut),
  }
}

const nothing: Dropped = { links: 0, hidden: 0, active: 0, unknown: 0 }
const droppedKinds = ['links', 'hidden', 'active', 'unknown'] as const

/** The title: what is marked as one, or the only heading of the first rank when it comes first. */
function takeTitle(blocks: readonly RawBlock[]): { title: string | null; rest: RawBlock[] } {
  const marked = blocks.findIndex((block) => block.type === 'ranked' && block.isTitle)
  const firsts = blocks.filter((block) => block.type === 'ranked' && block.rank === 1)
  const at = marked === -1 && firsts.length === 1 && blocks[0] === firsts[0] ? 0 : marked
  let to = at
  let title = ''
  for (let next = blocks[to]; next?.type === 'ranked'; next = blocks[to]) {
    const text = plainOf(next.text)
    if ((to > at && !next.isTitle) || title.length + text.length > 300) break
    if (numberingLevel(text) !== null && !next.isTitle) break
    title += text
    to += 1
  }
  if (title === '') return { title: null, rest: [...blocks] }
  return { title, rest: [...blocks.slice(0, at), ...blocks.slice(to)] }
}

/** Headings by their numbering; without one, by the order of the ranks that occur. */
function withLevels(blocks: readonly RawBlock[]): Block[] {
  const ranks = blocks.filter((block): block is Ranked => block.type === 'ranked')
  const used = [...new Set(ranks.map(({ rank }) => rank))].toSorted((a, b) => a - b)
  return blocks.map((block) => {
    if (block.type !== 'ranked') return block
    const byRank = levels[Math.min(used.indexOf(block.rank), 3)] ?? 1
    const level = numberingLevel(plainOf(block.text)) ?? byRank
    return { type: 'heading', level, text: block.text }
  })
}

const levels = [1, 2, 3, 4] as const
