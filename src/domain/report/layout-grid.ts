import { type DocumentTree } from '../document/tree.ts'
import { cellOf } from '../document/plain.ts'
import { type FigureCell, isHead, type TableLayout } from './layout.ts'

/** What stands in the cell of a figure. */
export type CellText = (cell: FigureCell) => string

/** Writes a layout as a table of a document (文稿中的表格), merged cells and all: for Word and pages. */
export function layoutBlock(
  { rows }: TableLayout,
  textOf: CellText,
): Extract<DocumentTree['blocks'][number], { type: 'table' }> {
  return {
    type: 'table',
    rows: rows.map((row) =>
      row.map((cell) => ({
        ...cellOf(isHead(cell) ? cell.text : textOf(cell)),
        ...(isHead(cell) ? { head: true as const } : {}),
        ...(cell.columns > 1 ? { colspan: cell.columns } : {}),
        ...(cell.rows > 1 ? { rowspan: cell.rows } : {}),
      })),
    ),
  }
}

/** Writes a layout as a plain grid (铺开的单元格), the text of a merged cell in its first: for sheets. */
export function layoutGrid({ rows }: TableLayout, textOf: CellText): string[][] {
  return placeCells(rows, (cell, isFirst) => {
    if (!isFirst) return ''
    return isHead(cell) ? cell.text : textOf(cell)
  })
}

/** Most columns of a grid: no table of a report has half as many, and spans of a hostile one cost time. */
const widest = 64

type Span = { columns: number; rows: number }

/** Lays cells with spans out on a grid; each place says whether it is the first of its cell. */
export function placeCells<C extends Span>(
  rows: readonly (readonly C[])[],
  textOf: (cell: C, isFirst: boolean) => string,
): string[][] {
  const grid: string[][] = rows.map(() => [])
  for (const [at, row] of rows.entries()) {
    let column = 0
    for (const cell of row) {
      while (grid[at]?.[column] !== undefined) column += 1
      const columns = Math.min(cell.columns, widest - column)
      if (columns <= 0) break
      for (let down = 0; down < cell.rows; down += 1) {
        for (let right = 0; right < columns; right += 1) {
          const line = grid[at + down]
          if (line !== undefined) line[column + right] = textOf(cell, down + right === 0)
        }
      }
      column += columns
    }
  }
  return grid.map((line) => Array.from(line, (text: string | undefined) => text ?? ''))
}
