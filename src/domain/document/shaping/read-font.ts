import { natural, type Reader } from '../byte-reader.ts'
import { readGlyphs } from '../glyph/read-glyphs.ts'
import { shapedScripts, type FontData } from './font.ts'

/**
 * Reads a shard of a font (成形字体数据): the script, the scale, the font's tables GSUB, GPOS and GDEF, each
 * behind its length, which glyph each character is, and the outlines of glyphs by their numbers.
 * Throws on any other form.
 */
export function readFont(bytes: Uint8Array): FontData {
  const tag = new TextDecoder().decode(bytes.subarray(0, 4))
  const script = shapedScripts.find((one) => one === tag)
  if (script === undefined) throw new Error(`no font shapes ${tag}`)
  const from: Reader = { bytes, at: 4 }
  const scale = natural(from)
  const [substitutions, positions, definitions] = [table(from), table(from), table(from)]
  const glyphOf = new Map<string, number>()
  let point = 0
  for (let left = natural(from); left > 0; left -= 1) {
    point += natural(from)
    glyphOf.set(String.fromCodePoint(point), natural(from))
  }
  const outlines = readGlyphs(bytes.subarray(from.at))
  return { script, scale, substitutions, positions, definitions, glyphOf, outlines }
}

function table(from: Reader): DataView {
  const length = natural(from)
  from.at += length
  return new DataView(from.bytes.buffer, from.bytes.byteOffset + from.at - length, length)
}
