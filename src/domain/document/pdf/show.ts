import type { Face } from './face.ts'
import { slotOf, type GlyphFonts } from './glyphs.ts'
import { hex, n } from './object.ts'
import { isNamed, mayBeSpread, visibleIn, type Unit } from '../units.ts'

/**
 * Units that one order draws: with which font, as which codes, what they say when it is not that, and
 * whether space is put behind each.
 */
type Segment = { font: string; codes: string; says: string | null; isSpread: boolean }

/** What holds the place of a character that nothing at hand draws. */
const lacking = '〓'

/**
 * Orders that show units one behind the other (文字绘制): outlines by their fonts, the rest by `face`;
 * `spread` is the space that the text's setting puts behind each.
 */
export function showUnits(
  fonts: GlyphFonts,
  units: readonly Unit[],
  { face, size, spread }: { face: Face; size: number; spread: string },
): string {
  const orders: string[] = []
  let [current, space] = ['', spread]
  for (const { font, codes, says, isSpread } of segmentsOf(fonts, units, face)) {
    const own = isSpread ? spread : '0'
    const spacing = own === space ? '' : `${own} Tc `
    const setting = font === current ? '' : `/${font} ${n(size)} Tf `
    current = font
    space = own
    const shown = `${spacing}${setting}<${codes}> Tj`
    orders.push(says === null ? shown : `/Span<</ActualText<feff${hex(says)}>>>BDC ${shown} EMC`)
  }
  return orders.join(' ')
}

function segmentsOf(fonts: GlyphFonts, units: readonly Unit[], face: Face): Segment[] {
  const segments: Segment[] = []
  for (const [at, unit] of units.entries()) {
    const isSpread = mayBeSpread(unit, units[at + 1])
    const next = { ...segmentOf(fonts, unit, face), isSpread }
    const last = segments.at(-1)
    if (
      last === undefined ||
      last.font !== next.font ||
      last.isSpread !== next.isSpread ||
      (last.says === null) !== (next.says === null)
    ) {
      segments.push(next)
    } else {
      last.codes += next.codes
      if (last.says !== null) last.says += next.says ?? ''
    }
  }
  return segments
}

function segmentOf(
  fonts: GlyphFonts,
  { text, glyph }: Unit,
  face: Face,
): Omit<Segment, 'isSpread'> {
  if (glyph !== null) {
    const { font, code } = slotOf(fonts, text, glyph)
    return { font: `G${font}`, codes: code, says: null }
  }
  const visible = visibleIn(text)
  const codes = hex(isNamed(visible) ? visible : lacking)
  return { font: face, codes, says: visible === text && isNamed(text) ? null : text }
}
