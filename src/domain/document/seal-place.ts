import { noGlyphs, type Glyphs } from './glyph/glyph.ts'
import { points } from './official-page.ts'
import { textWidth } from './pdf/break.ts'

/** Width in which a seal is printed, in points: 42 mm (国发〔1999〕25号). */
export const sealWidth = points(42)

/** Lines left free before a signature that bears a seal, so that its top stays within one line of the text. */
export const sealGap = 2

const dateInset = 4
/** How far the middle of a seal stands above that of name and date, which lie 居印章中心偏下位置. */
const raised = points(4)

/** Where things of a sealed signature stand (加盖印章的落款, GB/T 9704-2012 7.3.5.1). */
export type SealPlace = {
  /** ems free at the right of each line: the date has four, the name stands in the middle above it */
  insets: number[]
  /** ems from the right edge of the text to the middle of the seal */
  middle: number
  /** points from the top of the last line up to the middle of the seal; lines are `leading` high */
  above: number
}

/** Places name, date and seal: the date is the last line, and the seal stands in the middle of it. */
export function placeSeal(
  lines: readonly string[],
  leading: number,
  glyphs: Glyphs = noGlyphs,
): SealPlace {
  const date = textWidth(lines.at(-1) ?? '', glyphs)
  const middle = dateInset + date / 2
  return {
    insets: lines.map((line) => Math.max(0, middle - textWidth(line, glyphs) / 2)),
    middle,
    above: ((lines.length - 1) * leading) / 2 - leading / 2 + raised,
  }
}

/** Height of a sealed signature with the lines before it, in points. */
export function sealedHeight(lines: readonly string[], leading: number): number {
  return (lines.length + sealGap) * leading
}
