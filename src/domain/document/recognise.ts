import { plainOf } from './plain.ts'
import type { Block } from './tree.ts'

/** Longest line that may be a heading or a name in a signature. */
const longestHeading = 40

const numberings: readonly (readonly [1 | 2 | 3 | 4, RegExp])[] = [
  [1, /^[一二三四五六七八九十百]+、/],
  [2, /^[（(][一二三四五六七八九十百]+[）)]/],
  [3, /^\d{1,3}(?:[.．](?!\d)|、)/],
  [4, /^[（(]\d{1,3}[）)]/],
]
const date =
  /^(?:\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|[一二][〇○零Ｏ0一二三四五六七八九]{3}年[元一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)$/
const office =
  /(?:府|局|委|会|院|厅|办|处|科|室|队|站|所|部|署|团|校|学|厂|行|社|心|司|关|大|协|联|党|政|组)$/

/** Level of the numbering with which a text begins (公文层次): 一、（一）1.（1）, or null. */
export function numberingLevel(text: string): 1 | 2 | 3 | 4 | null {
  if (!/^[一-鿿\d（(]/.test(text)) return null
  return numberings.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}

/**
 * Level of a line that is a heading (标题层次): numbered, short, and no sentence; a full stop may
 * end it, one inside makes it a sentence. Null for everything else.
 */
export function headingLevel(text: string): 1 | 2 | 3 | 4 | null {
  if (text.length > longestHeading) return null
  if (text.slice(0, -1).includes('。') || text.includes('\n')) return null
  const level = numberingLevel(text)
  return level !== null && level > 2 && /[；;，,、：:。]$/.test(text) ? null : level
}

/** Whether a line is a date alone, as it stands below a signature (成文日期). */
export function isDateLine(text: string): boolean {
  return text.length <= longestHeading && date.test(text)
}

/**
 * Finds headings and signatures (落款) among plain paragraphs: a date alone with the names before
 * it is a signature; 1. and（1）are headings only where text of their own follows.
 */
export function recognise(blocks: readonly Block[]): Block[] {
  const found: Block[] = []
  for (const [index, block] of blocks.entries()) {
    const text = block.type === 'paragraph' ? plainOf(block.text) : ''
    const isDate = block.type === 'paragraph' && isDateLine(text) && !hasLink(block)
    if (isDate) found.push(...signatureAfter(found, text))
    else found.push(asHeading(block, text, blocks[index + 1]))
  }
  return found
}

/** A seal that was drawn over the names stands before the signature, not inside it. */
function signatureAfter(found: Block[], day: string): Block[] {
  const at = found.findLastIndex(({ type }) => type !== 'figure') + 1
  const seals = found.splice(at)
  return [...seals, { type: 'signature', lines: [...namesBefore(found), day] }]
}

function asHeading(block: Block, text: string, next: Block | undefined): Block {
  if (block.type !== 'paragraph' || block.align !== undefined) return block
  const level = headingLevel(text)
  if (level === null || (level > 2 && !standsAbove(level, next))) return block
  return { type: 'heading', level, text: block.text }
}

/** Whether what follows a small heading is its text, and not its neighbour in a row of points. */
function standsAbove(level: number, next: Block | undefined): boolean {
  if (next?.type !== 'paragraph') return next?.type === 'table' || next?.type === 'list'
  const text = plainOf(next.text)
  if (isDateLine(text)) return false
  const below = numberingLevel(text)
  return below === null ? text.length > longestHeading || /[。；：]$/.test(text) : below > level
}

/** Takes the names of the issuers away from the end of what was found. */
function namesBefore(found: Block[]): string[] {
  const names: string[] = []
  while (names.length < 9) {
    const last = found.at(-1)
    if (last?.type !== 'paragraph' || hasLink(last)) break
    const text = plainOf(last.text)
    if (!isName(text) || (names.length > 0 && !office.test(text))) break
    names.unshift(text.replaceAll('\t', ' '))
    found.pop()
  }
  return names
}

function isName(text: string): boolean {
  return text.length <= longestHeading && !/[。，；：？！、\n]|^(?:特此|此复|附件)/.test(text)
}

function hasLink(block: Extract<Block, { type: 'paragraph' }>): boolean {
  return block.text.some(({ href }) => href !== undefined)
}
