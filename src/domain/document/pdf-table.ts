import { officialPage as page } from './official-page.ts'
import type { Glyphs } from './glyph.ts'
import { breakLines, textWidth, type Line } from './pdf-break.ts'
import { areaWidth, breakPage, rule, writeLine, type Canvas, type Setting } from './pdf-canvas.ts'
import { plainOf } from './plain.ts'
import type { Block, Cell } from './tree.ts'

type Table = Extract<Block, { type: 'table' }>
/** A cell on its way down the rows that it covers: `rest` are the lines not yet drawn. */
type Standing = {
  from: number
  to: number
  rest: Line[]
  rowsLeft: number
  isNew: boolean
  face: 'hei' | 'fang'
}

const padding = 4
/** Rows up to this many lines go to the next page whole. */
const wholeRow = 12

/**
 * Draws a table with rules (表格): cells wrap, rows go on over pages, and what spans rows flows down
 * through them.
 */
export function drawTable(canvas: Canvas, { rows }: Table): void {
  const columns = Math.max(1, ...gridWidths(rows))
  const size = Math.max(4, Math.min(page.tableSize, areaWidth / columns / 2))
  const edges = edgesOf(rows, columns, size, canvas.glyphs)
  let standing: Standing[] = []
  for (const row of rows) {
    standing = [
      ...standing.filter(({ rowsLeft }) => rowsLeft > 0),
      ...placed(row, standing, edges, { size, glyphs: canvas.glyphs }),
    ]
    drawRow(canvas, standing, edges, size)
    for (const cell of standing) cell.rowsLeft -= 1
  }
  canvas.y += padding
}

/** Draws one row, over several pages when it must. */
function drawRow(
  canvas: Canvas,
  standing: readonly Standing[],
  edges: readonly number[],
  size: number,
): void {
  const leading = size * 1.5
  let needed = Math.max(
    1,
    ...standing.map(({ rest, rowsLeft }) => (rowsLeft <= 1 ? rest.length : 1)),
  )
  for (let isFirst = true; needed > 0; isFirst = false) {
    const room = Math.floor((canvas.bottom - canvas.y - 2 * padding) / leading)
    const isTop = canvas.y === page.top
    if (!isTop && (room < 1 || (isFirst && room < needed && needed <= wholeRow))) {
      closeCells(canvas, standing, edges)
      breakPage(canvas)
      isFirst = true
      continue
    }
    const lines = Math.max(1, Math.min(needed, room))
    needed -= lines
    const height = lines * leading + 2 * padding
    const isSplit = needed > 0
    for (const cell of standing) {
      drawCell(canvas, cell, { edges, lines, height, isFirst: isFirst || isTop, isSplit }, size)
    }
    canvas.y += height
    if (isSplit) breakPage(canvas)
  }
}

/** Ends the frames of cells that go on over the page. */
function closeCells(canvas: Canvas, standing: readonly Standing[], edges: readonly number[]): void {
  for (const { isNew, from, to } of standing) {
    if (!isNew) rule(canvas, edges[from] ?? 0, canvas.y, edges[to] ?? 0, canvas.y)
  }
}

function drawCell(
  canvas: Canvas,
  cell: Standing,
  slice: {
    edges: readonly number[]
    lines: number
    height: number
    isFirst: boolean
    isSplit: boolean
  },
  size: number,
): void {
  const left = slice.edges[cell.from] ?? page.left
  const right = slice.edges[cell.to] ?? left
  const bottom = canvas.y + slice.height
  rule(canvas, left, canvas.y, left, bottom)
  rule(canvas, right, canvas.y, right, bottom)
  if (cell.isNew || canvas.y === page.top) rule(canvas, left, canvas.y, right, canvas.y)
  if (cell.rowsLeft <= 1 || slice.isSplit) {
    rule(canvas, left, bottom, right, bottom)
  }
  cell.isNew = false
  const setting: Setting = { face: cell.face, size, advance: size }
  for (const [index, line] of cell.rest.splice(0, slice.lines).entries()) {
    const baseline = canvas.y + padding + index * size * 1.5 + size * 1.1
    writeLine(canvas, line, { x: left + padding, baseline }, setting)
  }
}

/** Puts a row's cells into the columns that cells from above leave free. */
function placed(
  row: readonly Cell[],
  standing: readonly Standing[],
  edges: readonly number[],
  { size, glyphs }: { size: number; glyphs: Glyphs },
): Standing[] {
  const taken = standing.filter(({ rowsLeft }) => rowsLeft > 0)
  const last = edges.length - 1
  const cells: Standing[] = []
  let column = 0
  for (const cell of row) {
    for (let over = at(taken, column); over !== undefined; over = at(taken, column))
      column = over.to
    if (column >= last) break
    const to = Math.min(last, column + (cell.colspan ?? 1))
    const width = ((edges[to] ?? 0) - (edges[column] ?? 0) - 2 * padding) / size
    cells.push({
      from: column,
      to,
      rest: breakLines(cell.text, Math.max(1, width), 0, glyphs),
      rowsLeft: cell.rowspan ?? 1,
      isNew: true,
      face: cell.head === true ? 'hei' : 'fang',
    })
    column = to
  }
  return cells
}

function at(taken: readonly Standing[], column: number): Standing | undefined {
  return taken.find(({ from, to }) => from <= column && column < to)
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

/** Where columns begin and end: wider where there is more to read, none narrower than one character. */
function edgesOf(rows: readonly Cell[][], columns: number, size: number, glyphs: Glyphs): number[] {
  const parts = weightsOf(rows, columns, glyphs).map((weight) => Math.sqrt(weight))
  const sum = parts.reduce((total, part) => total + part, 0)
  const least = Math.min(areaWidth / columns, size + 2 * padding)
  const free = areaWidth - least * columns
  const edges: number[] = [page.left]
  for (const part of parts) edges.push((edges.at(-1) ?? 0) + least + (free * part) / sum)
  return edges
}

/** The widest text of each column, in characters; what hangs down from above keeps its columns. */
function weightsOf(rows: readonly Cell[][], columns: number, glyphs: Glyphs): number[] {
  const weights = Array.from({ length: columns }, () => 2)
  let hanging: number[] = []
  for (const row of rows) {
    const next = hanging.map((left) => left - 1)
    let column = 0
    for (const { text, colspan = 1, rowspan = 1 } of row) {
      while ((hanging[column] ?? 0) > 0) column += 1
      for (let own = column; own < column + colspan; own += 1) next[own] = rowspan - 1
      if (colspan === 1 && column < columns) {
        const width = Math.min(40, textWidth(plainOf(text).slice(0, 80), glyphs))
        weights[column] = Math.max(weights[column] ?? 2, width)
      }
      column += colspan
    }
    hanging = Array.from(next, (left: number | undefined) => left ?? 0)
  }
  return weights
}
