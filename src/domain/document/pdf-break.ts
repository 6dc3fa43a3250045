import type { Inline } from './tree.ts'

/** A piece of a line in one setting; `width` in ems of the line's size. */
export type Piece = { text: string; run: Inline; width: number }
/** A line: its pieces, its width in ems, and whether its paragraph ends with it. */
export type Line = { pieces: Piece[]; width: number; isLast: boolean }

const closing = /[，。、；：？！）》」』】〕〉”’％…—·,.;:?!)\]}%]/u
const opening = /[（《「『【〔〈“‘([{￥$]/u
const word = /[A-Za-z0-9_@#&+=~/\\'.:%,-]/

/** Characters that are never parted, with their width. */
type Cluster = { pieces: Piece[]; width: number; isSpace: boolean }

/** Width of a character in ems: half for printable ASCII, a whole one for the rest. */
export function widthOf(char: string): number {
  return char.length === 1 && char >= ' ' && char <= '~' ? 0.5 : 1
}

/** Width of a text in ems. */
export function textWidth(text: string): number {
  let width = 0
  for (const char of text) width += widthOf(char)
  return width
}

/**
 * Breaks runs into lines (断行与禁则): no closing sign begins a line, no opening one ends it, words and
 * rare characters stay whole. `indent` ems are left free on the first line of each paragraph.
 */
export function breakLines(runs: readonly Inline[], width: number, indent = 0): Line[] {
  const lines: Line[] = []
  for (const paragraph of paragraphsOf(runs)) {
    let line = emptyLine(indent)
    for (const cluster of clustersOf(paragraph)) {
      if (cluster.isSpace && line.pieces.length === 0) continue
      if (line.width + cluster.width > width && line.pieces.length > 0) {
        lines.push(line)
        line = emptyLine(0)
        if (cluster.isSpace) continue
      }
      for (const piece of cluster.pieces) line = place(piece, line, lines, width)
    }
    lines.push({ ...line, isLast: true })
  }
  return lines
}

/** Puts a piece on the line; one longer than a whole line is cut between its characters. */
function place(piece: Piece, line: Line, lines: Line[], width: number): Line {
  if (line.width + piece.width <= width) {
    append(line, piece.text, piece.run, piece.width)
    return line
  }
  let current = line
  for (const char of piece.text) {
    const own = widthOf(char)
    if (current.width + own > width && current.pieces.length > 0) {
      lines.push(current)
      current = emptyLine(0)
    }
    append(current, char, piece.run, own)
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

function clustersOf(runs: readonly Inline[]): Cluster[] {
  const clusters: Cluster[] = []
  let before = ''
  for (const run of runs) {
    for (const char of run.text) {
      const last = clusters.at(-1)
      const isSpace = char === ' '
      if (last !== undefined && !isSpace && !last.isSpace && holdsTogether(before, char)) {
        join(last, char, run)
      } else {
        const width = widthOf(char)
        clusters.push({ pieces: [{ text: char, run, width }], width, isSpace })
      }
      before = char
    }
  }
  return clusters
}

function holdsTogether(before: string, char: string): boolean {
  return (
    closing.test(char) ||
    opening.test(before) ||
    (word.test(before) && word.test(char)) ||
    /^(?:\p{M}|\u{200d}|\u{fe0f})$/u.test(char) ||
    before === '\u{200d}'
  )
}

function join(cluster: Cluster, char: string, run: Inline): void {
  const width = widthOf(char)
  const last = cluster.pieces.at(-1)
  if (last?.run === run) {
    last.text += char
    last.width += width
  } else cluster.pieces.push({ text: char, run, width })
  cluster.width += width
}
