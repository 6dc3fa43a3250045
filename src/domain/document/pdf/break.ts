import { noGlyphs, type Glyphs } from '../glyph/glyph.ts'
import type { Inline } from '../tree.ts'
import { isNamed, unitsOf, widthOf, type Unit } from '../units.ts'

/** A piece of a line in one setting; `width` in ems of the line's size. */
export type Piece = { text: string; run: Inline; width: number }
/** A line: its pieces, its width in ems, and whether its paragraph ends with it. */
export type Line = { pieces: Piece[]; width: number; isLast: boolean }

const closing = /[，。、；：？！）》」』】〕〉”’％…—·,.;:?!)\]}%]/u
const opening = /[（《「『【〔〈“‘([{￥$]/u
const word = /[A-Za-zÀ-ɏḀ-ỿ0-9_@#&+=~/\\'.:%,-]/
/** Scripts that are written joined or break only at their own signs: their words stay whole. */
const whole =
  /^[\p{Script=Arabic}\p{Script=Mongolian}\p{Script=Tibetan}\p{Script=Tai_Le}\p{Script=New_Tai_Lue}\p{Script=Lisu}\p{Script=Cyrillic}\u1800-\u180e\u202f]/u
const tibetanEnd = /^[\u0f0b-\u0f14]/

/** Characters that are never parted, with their width. */
type Cluster = { pieces: Piece[]; width: number; isSpace: boolean }

/** Width of a text in ems, with the outlines that draw it. */
export function textWidth(text: string, glyphs: Glyphs = noGlyphs): number {
  let width = 0
  for (const unit of drawnIn(text, glyphs)) width += unit.width
  return width
}

/**
 * Breaks runs into lines (断行与禁则): no closing sign begins a line, no opening one ends it, words and
 * rare characters stay whole. `indent` ems are left free on the first line of each paragraph.
 */
export function breakLines(
  runs: readonly Inline[],
  width: number,
  indent = 0,
  glyphs: Glyphs = noGlyphs,
): Line[] {
  const lines: Line[] = []
  for (const paragraph of paragraphsOf(runs)) {
    let line = emptyLine(indent)
    for (const cluster of clustersOf(paragraph, glyphs)) {
      if (cluster.isSpace && line.pieces.length === 0) continue
      if (line.width + cluster.width > width && line.pieces.length > 0) {
        lines.push(line)
        line = emptyLine(0)
        if (cluster.isSpace) continue
      }
      for (const piece of cluster.pieces) line = place(piece, line, lines, width, glyphs)
    }
    lines.push({ ...line, isLast: true })
  }
  return lines
}

/** Puts a piece on the line; one longer than a whole line is cut between its characters. */
function place(piece: Piece, line: Line, lines: Line[], width: number, glyphs: Glyphs): Line {
  if (line.width + piece.width <= width) {
    append(line, piece.text, piece.run, piece.width)
    return line
  }
  let current = line
  for (const { text, width: own } of drawnIn(piece.text, glyphs)) {
    if (current.width + own > width && current.pieces.length > 0) {
      lines.push(current)
      current = emptyLine(0)
    }
    append(current, text, piece.run, own)
  }
  return current
}

function append(line: Line, text: string, run: Inline, width: number): void {
  const last = line.pieces.at(-1)
  if (last?.run === run) {
    last.text += text
    last.width += width
  } else line.pieces.push({ text, run, width })
  line.width += width
}

function emptyLine(indent: number): Line {
  return { pieces: [], width: indent, isLast: false }
}

/** Cuts runs at their line breaks. */
function paragraphsOf(runs: readonly Inline[]): Inline[][] {
  const paragraphs: Inline[][] = [[]]
  for (const run of runs) {
    for (const [index, text] of run.text.split('\n').entries()) {
      if (index > 0) paragraphs.push([])
      if (text !== '') paragraphs.at(-1)?.push({ ...run, text: text.replaceAll('\t', '　') })
    }
  }
  return paragraphs
}

/** Units of a text; most texts are named characters only. */
function drawnIn(text: string, glyphs: Glyphs): Iterable<Omit<Unit, 'glyph'>> {
  return glyphs === noGlyphs && isNamed(text)
    ? Array.from(text, (char) => ({ text: char, width: widthOf(char) }))
    : unitsOf(text, glyphs)
}

function clustersOf(runs: readonly Inline[], glyphs: Glyphs): Cluster[] {
  const clusters: Cluster[] = []
  let before = ''
  for (const run of runs) {
    for (const { text: char, width } of drawnIn(run.text, glyphs)) {
      const last = clusters.at(-1)
      const isSpace = char === ' '
      if (last !== undefined && !isSpace && !last.isSpace && holdsTogether(before, char)) {
        join(last, { text: char, run, width })
      } else clusters.push({ pieces: [{ text: char, run, width }], width, isSpace })
      if (!/^\p{M}/u.test(char)) before = char
    }
  }
  return clusters
}

function holdsTogether(before: string, char: string): boolean {
  return (
    closing.test(char) ||
    opening.test(before) ||
    (word.test(before) && word.test(char)) ||
    (whole.test(before) && whole.test(char) && !tibetanEnd.test(before)) ||
    /^(?:\p{M}|\u{200d}|\u{fe0f})$/u.test(char) ||
    before === '\u{200d}'
  )
}

function join(cluster: Cluster, piece: Piece): void {
  const last = cluster.pieces.at(-1)
  if (last?.run === piece.run) {
    last.text += piece.text
    last.width += piece.width
  } else cluster.pieces.push(piece)
  cluster.width += piece.width
}
