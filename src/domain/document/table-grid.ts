import { textWidth } from './pdf/break.ts'
import { plainOf } from './plain.ts'
import type { Cell } from './tree.ts'

/** How many columns a table has (列数), with what spans rows. */
export function columnsOf(rows: readonly Cell[][]): number {
  return Math.max(1, ...gridWidths(rows))
}

/** The width that a table has, and what one character and the padding of a cell take of it. */
type Room = { columns: number; width: number; em: number; padding: number }

/**
 * The width of each column (列宽), in the unit of `width`, which they fill: what does not break stays whole,
 * and the rest goes where there is more to read; none is narrower than a character where there is room for that.
 */
export function columnWidths(
  rows: readonly Cell[][],
  { columns, width, em, padding }: Room,
): number[] {
  const needs = needsOf(rows, columns)
  const least = needs.map((need) => need.least * em + padding)
  const most = needs.map((need) => need.most * em + padding)
  if (sumOf(most) <= width) return shared(most, most, width)
  if (sumOf(least) <= width) {
    return shared(
      least,
      most.map((one, at) => one - (least[at] ?? 0)),
      width,
    )
  }
  const one = Math.min(width / columns, em + padding)
  return shared(
    least.map(() => one),
    least,
    width,
  )
}

/** Adds to widths what they leave of the whole, in proportion. */
function shared(own: readonly number[], parts: readonly number[], width: number): number[] {
  const [left, all] = [width - sumOf(own), sumOf(parts)]
  return own.map((one, at) => one + (left * (parts[at] ?? 0)) / Math.max(all, Number.EPSILON))
}

function sumOf(all: readonly number[]): number {
  return all.reduce((sum, one) => sum + one, 0)
}

/** Whether a row holds heads alone (表头行). */
export function isHeadRow(row: readonly Cell[]): boolean {
  return row.length > 0 && row.every(({ head }) => head === true)
}

const figure = /^[-−+]?\d[\d,]*(?:\.\d+)?%?$|^[/—-]$/

/**
 * Which cells stand in the middle (居中): heads of columns, and the figures below them; a table without
 * such heads is read from left to right.
 */
export function centredIn(rows: readonly Cell[][]): (cell: Cell, row: readonly Cell[]) => boolean {
  const hasHeads = rows.some(isHeadRow)
  return ({ text }, row) => isHeadRow(row) || (hasHeads && figure.test(plainOf(text).trim()))
}

/**
 * How many first rows are heads that every page repeats (表头行数): all of their cells heads, none reaching
 * below them, and none further down, where each part of the table has heads of its own.
 */
export function headRows(rows: readonly Cell[][]): number {
  const first = rows.findIndex((row) => !isHeadRow(row))
  const heads = first === -1 ? 0 : first
  const isWhole = rows
    .slice(0, heads)
    .every((row, at) => row.every(({ rowspan = 1 }) => at + rowspan <= heads))
  return isWhole && !rows.slice(heads).some(isHeadRow) ? heads : 0
}

/** How many columns each row takes, with what hangs down from the rows above. */
function gridWidths(rows: readonly Cell[][]): number[] {
  let hanging: { left: number; width: number }[] = []
  return rows.map((row) => {
    const above = hanging.reduce((sum, { width }) => sum + width, 0)
    const own = row.reduce((sum, { colspan }) => sum + (colspan ?? 1), 0)
    hanging = [
      ...hanging
        .filter(({ left }) => left > 1)
        .map(({ left, width }) => ({ left: left - 1, width })),
      ...row
        .filter(({ rowspan }) => rowspan !== undefined)
        .map(({ rowspan = 1, colspan = 1 }) => ({ left: rowspan - 1, width: colspan })),
    ]
    return Math.min(60, above + own)
  })
}

/** What a column needs, in characters: for its longest word, and for its widest text on one line. */
type Need = { least: number; most: number }

/** Longest word and text that widen a column. */
const longest = { word: 10, text: 40 }
/** Letters and digits that break nowhere, with the signs between them, and numbers in brackets. */
const words = /[\p{Script=Latin}\d][\p{Script=Latin}\d./:%+-]*|（[^（）]{1,2}）/gu

/** What the columns need; what hangs down from above keeps its columns. */
function needsOf(rows: readonly Cell[][], columns: number): Need[] {
  const needs = Array.from({ length: columns }, (): Need => ({ least: 2, most: 2 }))
  let hanging: number[] = []
  for (const row of rows) {
    const next = hanging.map((left) => left - 1)
    let column = 0
    for (const { text, colspan = 1, rowspan = 1 } of row) {
      while ((hanging[column] ?? 0) > 0) column += 1
      for (let own = column; own < column + colspan; own += 1) next[own] = rowspan - 1
      const need = needs[column]
      if (colspan === 1 && need !== undefined) widen(need, plainOf(text).slice(0, 80))
      column += colspan
    }
    hanging = Array.from(next, (left: number | undefined) => left ?? 0)
  }
  return needs
}

function widen(need: Need, text: string): void {
  for (const [word] of text.matchAll(words)) {
    need.least = Math.max(need.least, Math.min(longest.word, textWidth(word)))
  }
  const lines = text.split('\n').map((line) => textWidth(line))
  need.most = Math.max(need.most, need.least, Math.min(longest.text, Math.max(...lines)))
}
