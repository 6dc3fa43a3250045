import { plainOf } from '../plain.ts'
import type { Cell } from '../tree.ts'

/** Signs that a place of a grid belongs to the cell at its left or above it (合并单元格). */
const left = '←'
const above = '↑'
/** Sign of a line break inside a line of the form (段内换行). */
export const lineBreak = '⏎'

/** A place of a written row that begins a cell: its text and how far the cell reaches. */
export type WrittenCell = { text: string; colspan: number; rowspan: number }

/** Writes a text in one line of the form. */
export function oneLine(text: string): string {
  return text.replaceAll('\n', lineBreak)
}

/** Reads a text back out of one line. */
export function manyLines(text: string): string {
  return text.replaceAll(lineBreak, '\n')
}

/** Writes the rows of a table (表格行): cells between bars, merged places as arrows. */
export function writeRows(rows: readonly (readonly Cell[])[]): string[] {
  const grid = rows.map((): string[] => [])
  for (const [at, row] of rows.entries()) {
    let column = 0
    for (const { text, colspan = 1, rowspan = 1 } of row) {
      while (grid[at]?.[column] !== undefined) column += 1
      for (let down = 0; down < rowspan; down += 1) {
        for (let along = 0; along < colspan; along += 1) {
          const line = grid[at + down]
          if (line === undefined) continue
          line[column + along] = down > 0 ? above : along > 0 ? left : escaped(plainOf(text))
        }
      }
      column += colspan
    }
  }
  return grid.map((line) => `| ${Array.from(line, (cell) => cell ?? '').join(' | ')} |`)
}

/** Whether a line of the form is a row of a table. */
export function isRow(line: string): boolean {
  return /^\|.*\|$/u.test(line.trim()) && line.trim().length > 1
}

/** Reads written rows (读表格行): the cells that begin in each, or null where the arrows fit no cell. */
export function readRows(lines: readonly string[]): WrittenCell[][] | null {
  const grid = lines.map(placesOf)
  const taken = grid.map((row) => row.map(() => false))
  const rows = grid.map((row, at) =>
    row.flatMap((text, column): WrittenCell[] => {
      if (taken[at]?.[column] === true || text === left || text === above) return []
      let colspan = 1
      while (row[column + colspan] === left) colspan += 1
      let rowspan = 1
      while (isAllAbove(grid[at + rowspan], column, colspan)) rowspan += 1
      for (let down = 0; down < rowspan; down += 1) {
        taken[at + down]?.fill(true, column, column + colspan)
      }
      return [{ text: unescaped(text), colspan, rowspan }]
    }),
  )
  const isWhole = taken.every((row) => row.every(Boolean)) && rows.every(({ length }) => length > 0)
  return isWhole ? rows : null
}

function isAllAbove(row: readonly string[] | undefined, column: number, colspan: number): boolean {
  const places = row?.slice(column, column + colspan) ?? []
  return places.length === colspan && places.every((text) => text === above)
}

/** The places of a row between its bars; a bar of the text has a backslash before it. */
function placesOf(line: string): string[] {
  const text = line.trim().slice(1, -1)
  const places = ['']
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (sign === '|') {
      places.push('')
      continue
    }
    const taken = sign === '\\' ? text.slice(at, at + 2) : sign
    places[places.length - 1] += taken
    at += taken.length - 1
  }
  return places.map((place) => place.trim())
}

function escaped(text: string): string {
  const line = oneLine(text).replaceAll(/[\\|]/g, (sign) => `\\${sign}`)
  return line === left || line === above ? `\\${line}` : line
}

function unescaped(place: string): string {
  return manyLines(place.replaceAll(/\\([\\|←↑])/gu, '$1'))
}
