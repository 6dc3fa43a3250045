import type { Glyph } from '../glyph/glyph.ts'

/** A glyph as part of what is drawn as one, moved. */
export type Part = { glyph: Glyph; x: number; y: number }

/** What leaves no mark and takes a given place. */
export function blank(advance: number): Glyph {
  return { advance, path: '', box: [0, 0, 0, 0] }
}

/** One glyph of several (组合字形). */
export function composed(parts: readonly Part[], advance: number): Glyph {
  const drawn = parts.filter(({ glyph }) => glyph.path !== '')
  const [only, ...others] = drawn
  if (only === undefined) return blank(advance)
  if (others.length === 0 && only.x === 0 && only.y === 0) return { ...only.glyph, advance }
  const path = drawn.map(({ glyph, x, y }) => `q 1 0 0 1 ${x} ${y} cm\n${glyph.path} Q`)
  const boxes = drawn.map(({ glyph: { box }, x, y }) => [
    box[0] + x,
    box[1] + y,
    box[2] + x,
    box[3] + y,
  ])
  const edge = (pick: (...all: number[]) => number, at: number): number =>
    pick(...boxes.map((box) => box[at] ?? 0))
  return {
    advance,
    path: path.join('\n'),
    box: [edge(Math.min, 0), edge(Math.min, 1), edge(Math.max, 2), edge(Math.max, 3)],
  }
}
