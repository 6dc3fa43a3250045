import { plainOf } from './plain.ts'
import type { Block } from './tree.ts'

const numbered = /^(?:附)?图\s*[\d一二三四五六七八九十]{1,4}(?:[-.．—]\d{1,3})?(?![\d年月日])/u
/** What a figure is called until somebody says what it shows. */
const placeholder = /^图\d{0,3}$/

/** Whether nobody has said yet what a figure shows (图没有说明). */
export function isUndescribed({ alt }: { alt: string }): boolean {
  return placeholder.test(alt)
}

/**
 * Takes the line below a picture that names it into the picture (图题): 图1 办理流程. A figure that was
 * not described is described by it.
 */
export function withCaptions(blocks: readonly Block[]): Block[] {
  const found: Block[] = []
  for (const block of blocks) {
    const above = found.at(-1)
    const caption = captionIn(block)
    if (caption === null || above?.type !== 'figure' || above.caption !== undefined) {
      found.push(block)
      continue
    }
    const alt = isUndescribed(above) && !placeholder.test(caption) ? caption : above.alt
    found.splice(-1, 1, { ...above, alt, caption })
  }
  return found
}

/** A short line that begins with the number of a figure and is no sentence. */
function captionIn(block: Block): string | null {
  if (block.type !== 'paragraph' || block.text.some(({ href }) => href !== undefined)) return null
  const text = plainOf(block.text).replaceAll(/\s+/g, ' ').trim()
  const isSentence =
    /[。；！？：，]$|。/u.test(text) || (block.align === undefined && text.includes('，'))
  return text.length <= 60 && numbered.test(text) && !isSentence ? text : null
}
