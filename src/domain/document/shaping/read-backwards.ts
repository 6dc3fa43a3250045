import type { DrawnText } from '../glyph/glyph.ts'
import { blank, composed } from './compose.ts'

/**
 * Gives every character of a word a glyph of its own (逐字可复制): who reads a file turns what runs from
 * right to left round, character by character. Letters share the place of what they are drawn as
 * together (لا); marks are drawn with their letter and take none.
 */
export function readBackwards(word: readonly DrawnText[]): DrawnText[] {
  const parted = word.flatMap(({ text, glyph }): DrawnText[] => {
    const [first = '', ...rest] = Array.from(text)
    const blanks = rest.map((char) => ({ text: char, glyph: blank(0) }))
    return [{ text: first, glyph }, ...blanks]
  })
  const turned: DrawnText[] = []
  for (const one of parted) {
    const holder = turned.findLast(({ glyph }) => glyph.advance > 0)
    const isPlaced = one.glyph.advance > 0 || /^[\p{M}\p{Cf}]/u.test(one.text)
    if (isPlaced || holder === undefined) turned.push(one)
    else {
      const share = Math.round(holder.glyph.advance / 2)
      const rest = holder.glyph.advance - share
      holder.glyph = composed([{ glyph: holder.glyph, x: -share, y: 0 }], rest)
      turned.push({ ...one, glyph: { ...one.glyph, advance: share } })
    }
  }
  return turned
}
