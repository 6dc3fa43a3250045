import { textWidth } from './pdf-break.ts'
import { plainOf } from './plain.ts'
import type { Cell } from './tree.ts'

/** How many columns a table has (列数), with what spans rows. */
export function columnsOf(rows: readonly Cell[][]): number {
  return Math.max(1, ...gridWidths(rows))
}

/**
 * The width of each column (列宽), in the unit of `width`, which they fill: wider where there is more to
 * read, none narrower than `least` where there is room for that.
 */
export function columnWidths(
  rows: readonly Cell[][],
  { columns, width, least }: { columns: number; width: number; least: number },
): number[] {
  const parts = weightsOf(rows, columns).map((weight) => Math.sqrt(weight))
  const sum = parts.reduce((total, part) => total + part, 0)
  const own = Math.min(width / columns, least)
  return parts.map((part) => own + ((width - own * columns) * part) / sum)
}

/** How many first rows are heads that every page repeats (表头行数): all of their cells heads, none reaching below them. */
export function headRows(rows: readonly Cell[][]): number {
  const first = rows.findIndex((row) => !row.every(({ head }) => head === true))
  const heads = first === -1 ? 0 : first
  const isWhole = rows
    .slice(0, heads)
    .every((row, at) => row.every(({ rowspan = 1 }) => at + rowspan <= heads))
  return isWhole ? heads : 0
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

/** The widest text of each column, in characters; what hangs down from above keeps its columns. */
function weightsOf(rows: readonly Cell[][], columns: number): number[] {
  const weights = Array.from({ length: columns }, () => 2)
  let hanging: number[] = []
  for (const row of rows) {
    const next = hanging.map((left) => left - 1)
    let column = 0
    for (const { text, colspan = 1, rowspan = 1 } of row) {
      while ((hanging[column] ?? 0) > 0) column += 1
      for (let own = column; own < column + colspan; own += 1) next[own] = rowspan - 1
      if (colspan === 1 && column < columns) {
        const width = Math.min(40, textWidth(plainOf(text).slice(0, 80)))
        weights[column] = Math.max(weights[column] ?? 2, width)
      }
      column += colspan
    }
    hanging = Array.from(next, (left: number | undefined) => left ?? 0)
  }
  return weights
}
