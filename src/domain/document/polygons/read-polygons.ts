import { natural, type Reader } from '../byte-reader.ts'
import type { Glyph, Outlines } from '../glyph/glyph.ts'
import { codePolygons, type Polygon } from './code-polygons.ts'
import { newModel, type Coder } from './model.ts'

/**
 * Reads a shard of polygons (多边形字形数据): steps of its grid in an em, how many characters, the distance
 * of each from the one before, then their polygons as `codePolygons` codes them, each in the light of
 * those before. Only those that are wanted are kept; every character is an em wide.
 */
export function readPolygons(bytes: Uint8Array, wanted: ReadonlySet<string>): Outlines {
  const from: Reader = { bytes, at: 0 }
  const grid = natural(from)
  const characters: string[] = []
  let point = 0
  for (let left = natural(from); left > 0; left -= 1) {
    point += natural(from)
    characters.push(String.fromCodePoint(point))
  }
  const model = newModel(bitsOf(from))
  const end = characters.findLastIndex((char) => wanted.has(char)) + 1
  const glyphs = new Map<string, Glyph>()
  for (const char of characters.slice(0, end)) {
    const polygons = codePolygons(model)
    if (wanted.has(char)) glyphs.set(char, glyphOf(polygons, grid))
  }
  return glyphs
}

/** Reads bits by their probabilities: the writer narrowed a range of 32 bits by each. */
function bitsOf(from: Reader): Coder {
  const next = (): number => {
    const byte = from.bytes[from.at] ?? 0
    from.at += 1
    return byte
  }
  let [low, high, value] = [0, 0xffffffff, 0]
  for (let count = 0; count < 4; count += 1) value = value * 256 + next()
  return (one) => {
    const middle = low + Math.floor((high - low) / 65_536) * one
    const bit = value <= middle ? 1 : 0
    if (bit === 1) high = middle
    else low = middle + 1
    while (((low ^ high) & 0xff000000) === 0) {
      low = (low << 8) >>> 0
      high = ((high << 8) | 0xff) >>> 0
      value = ((value << 8) | next()) >>> 0
    }
    return bit
  }
}

function glyphOf(polygons: readonly Polygon[], grid: number): Glyph {
  const em = (value: number): number => Math.round((value * 1000) / grid)
  const all = polygons.map((polygon) => polygon.map(em))
  const path = all.map((polygon) =>
    Array.from(
      { length: polygon.length / 2 },
      (_, at) => `${polygon[2 * at] ?? 0} ${polygon[2 * at + 1] ?? 0} ${at === 0 ? 'm' : 'l'}`,
    ).join('\n'),
  )
  const numbers = all.flat()
  const edges = (first: number, pick: (...all: number[]) => number): number =>
    pick(...numbers.filter((_, at) => at % 2 === first))
  return {
    advance: 1000,
    path: `${path.join('\n')}\nf`,
    box: [edges(0, Math.min), edges(1, Math.min), edges(0, Math.max), edges(1, Math.max)],
  }
}
