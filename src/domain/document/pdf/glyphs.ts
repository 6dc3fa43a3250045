import type { Glyph } from '../glyph/glyph.ts'
import { hex, stream } from './object.ts'

/** Outlines that a file uses, in order of first use; 256 make a font. */
export type GlyphFonts = { slots: Map<string, number>; drawn: { text: string; glyph: Glyph }[] }

const perFont = 256

/** Begins without any outline. */
export function newGlyphFonts(): GlyphFonts {
  return { slots: new Map(), drawn: [] }
}

/** Where an outline stands: the number of its font and its code there, in hexadecimal. */
export function slotOf(
  { slots, drawn }: GlyphFonts,
  text: string,
  glyph: Glyph,
): { font: number; code: string } {
  const key = `${text}\n${glyph.path}`
  const slot = slots.get(key) ?? drawn.push({ text, glyph }) - 1
  slots.set(key, slot)
  const code = (slot % perFont).toString(16).padStart(2, '0')
  return { font: Math.floor(slot / perFont), code }
}

/** Entries of the resources for these fonts, whose objects begin with number `at`. */
export function glyphFontNames(fonts: GlyphFonts, at: number): string {
  return chunksOf(fonts, at)
    .map(({ own }, index) => `/G${index} ${own} 0 R`)
    .join('')
}

/**
 * Writes the fonts as objects from number `at` on (嵌入字形): Type 3, because it prints everywhere as the
 * outlines are; what is copied or searched is the text that each stands for.
 */
export function glyphFontObjects(fonts: GlyphFonts, at: number): Uint8Array[] {
  const encoder = new TextEncoder()
  return chunksOf(fonts, at).flatMap(({ own, glyphs }) => {
    const codes = glyphs.map((_, code) => code)
    const procedures = codes.map((code) => `/g${code} ${own + 2 + code} 0 R`).join('')
    const widths = glyphs.map(({ glyph }) => glyph.advance).join(' ')
    const font = `<</Type/Font/Subtype/Type3/FontBBox[0 0 0 0]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 0/LastChar ${glyphs.length - 1}/Widths[${widths}]/Encoding<</Type/Encoding/Differences[0${codes.map((code) => `/g${code}`).join('')}]>>/CharProcs<<${procedures}>>/Resources<<>>/ToUnicode ${own + 1} 0 R>>`
    const outlines = glyphs.map(({ glyph: { advance, box, path } }) =>
      stream(encoder.encode(`${advance} 0 ${box.join(' ')} d1\n${path}`)),
    )
    const map = stream(encoder.encode(toUnicode(glyphs.map(({ text }) => text))))
    return [encoder.encode(font), map].concat(outlines)
  })
}

/** Each font with the number of its object: behind it stand its map and its outlines. */
function chunksOf(
  { drawn }: GlyphFonts,
  at: number,
): { own: number; glyphs: GlyphFonts['drawn'] }[] {
  const chunks: { own: number; glyphs: GlyphFonts['drawn'] }[] = []
  for (let from = 0; from < drawn.length; from += perFont) {
    chunks.push({ own: at + from + 2 * chunks.length, glyphs: drawn.slice(from, from + perFont) })
  }
  return chunks
}

/** The map from codes to text; a list in it may have 100 entries. */
function toUnicode(texts: readonly string[]): string {
  const rows = texts.map((text, code) => `<${code.toString(16).padStart(2, '0')}> <${hex(text)}>`)
  const lists: string[] = []
  for (let from = 0; from < rows.length; from += 100) {
    const list = rows.slice(from, from + 100)
    lists.push(`${list.length} beginbfchar\n${list.join('\n')}\nendbfchar`)
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <ff>
endcodespacerange
${lists.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}
