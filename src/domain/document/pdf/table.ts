import { officialPage as page, tableSize } from '../official-page.ts'
import type { Glyphs } from '../glyph/glyph.ts'
import { breakLines, type Line } from './break.ts'
import { areaWidth, breakPage, rule, writeLine, type Canvas, type Setting } from './canvas.ts'
import { centredIn, columnsOf, columnWidths, headRows, isHeadRow } from '../table-grid.ts'
import type { Block, Cell } from '../tree.ts'

type Table = Extract<Block, { type: 'table' }>
/** A cell on its way down the rows that it covers: `rest` are the lines not yet drawn. */
type Standing = {
  from: number
  to: number
  rest: Line[]
  rowsLeft: number
  isNew: boolean
  isCentred: boolean
  face: 'hei' | 'fang'
}

/** Where columns begin and end, the size of letters and the outlines at hand. */
type Measure = {
  edges: readonly number[]
  size: number
  glyphs: Glyphs
  isCentred: ReturnType<typeof centredIn>
}
/** With the rows that a new page begins with. */
type Grid = Measure & { heads: readonly Cell[][] }

const padding = 4
/** Heads that are higher are not repeated, in points. */
const mostHead = 160
/** Rows up to this many lines go to the next page whole. */
const wholeRow = 12

/**
 * Draws a table with rules (表格): cells wrap, rows go on over pages, and what spans rows flows down
 * through them; a page on which the table goes on begins with its heads.
 */
export function drawTable(canvas: Canvas, { rows }: Table): void {
  const measure = measureOf(canvas, rows)
  const heads = rows.slice(0, headRows(rows))
  const grid = { ...measure, heads: heightOf(heads, measure) > mostHead ? [] : heads }
  drawRows(canvas, rows.slice(0, heads.length), { ...grid, heads: [] }, rows[heads.length])
  drawRows(canvas, rows.slice(heads.length), grid)
  canvas.y += padding
}

/** The height that a table needs where it begins (表格起首): its name, its first heads and the row below them. */
export function startHeight(
  canvas: Canvas,
  { rows, caption }: Table,
  captionHeight: number,
): number {
  const measure = measureOf(canvas, rows)
  const first = rows.findIndex((row) => !isHeadRow(row))
  const begin = rows.slice(0, first === -1 ? rows.length : first + 1)
  const height = heightOf(begin, measure) + (caption === undefined ? 0 : captionHeight)
  return height < (canvas.bottom - page.top) / 2 ? height : 0
}

function measureOf(canvas: Canvas, rows: readonly Cell[][]): Measure {
  const columns = columnsOf(rows)
  const size = Math.max(4, Math.min(tableSize(columns), areaWidth / columns / 2))
  return {
    edges: edgesOf(rows, columns, size),
    size,
    glyphs: canvas.glyphs,
    isCentred: centredIn(rows),
  }
}

/** Draws rows one below the other; heads do not stand at the foot of a page without `next`, or the row below them. */
function drawRows(canvas: Canvas, rows: readonly Cell[][], grid: Grid, next?: Cell[]): void {
  let standing: Standing[] = []
  for (const [index, row] of rows.entries()) {
    if (isHeadRow(row) && !isHeadRow(rows[index - 1] ?? [])) {
      const end = rows.findIndex((one, n) => n > index && !isHeadRow(one))
      const below =
        end === -1 ? [...rows.slice(index), ...(next ? [next] : [])] : rows.slice(index, end + 1)
      keepTogether(canvas, below, grid, standing)
    }
    standing = [...standing.filter(({ rowsLeft }) => rowsLeft > 0), ...placed(row, standing, grid)]
    drawRow(canvas, standing, grid)
    for (const cell of standing) cell.rowsLeft -= 1
  }
}

/** Begins a new page where rows do not find room on this one and would on that. */
function keepTogether(
  canvas: Canvas,
  rows: readonly Cell[][],
  grid: Grid,
  standing: readonly Standing[],
): void {
  const together = heightOf(rows, grid)
  const isLow = canvas.y > page.top && canvas.bottom - canvas.y < together
  if (!isLow || together >= canvas.bottom - page.top) return
  closeCells(canvas, standing, grid.edges)
  nextPage(canvas, grid)
}

/** Goes on on the next page, below the heads. */
function nextPage(canvas: Canvas, { heads, ...grid }: Grid): void {
  breakPage(canvas)
  drawRows(canvas, heads, { ...grid, heads: [] })
}

/** The height that rows take at most, in points. */
function heightOf(rows: readonly Cell[][], measure: Measure): number {
  const lines = rows.map((row) =>
    Math.max(1, ...placed(row, [], measure).map(({ rest }) => rest.length)),
  )
  return lines.reduce((sum, count) => sum + count * measure.size * 1.5 + 2 * padding, 0)
}

/** Draws one row, over several pages when it must. */
function drawRow(canvas: Canvas, standing: readonly Standing[], grid: Grid): void {
  const { edges, size } = grid
  const leading = size * 1.5
  let needed = Math.max(
    1,
    ...standing.map(({ rest, rowsLeft }) => (rowsLeft <= 1 ? rest.length : 1)),
  )
  let top = page.top
  for (let isFirst = true; needed > 0; isFirst = false) {
    const room = Math.floor((canvas.bottom - canvas.y - 2 * padding) / leading)
    const isTop = canvas.y === top
    if (!isTop && (room < 1 || (isFirst && room < needed && needed <= wholeRow))) {
      closeCells(canvas, standing, edges)
      nextPage(canvas, grid)
      top = canvas.y
      isFirst = true
      continue
    }
    const lines = Math.max(1, Math.min(needed, room))
    needed -= lines
    const height = lines * leading + 2 * padding
    const isSplit = needed > 0
    for (const cell of standing) {
      drawCell(canvas, cell, { edges, lines, height, isFirst: isTop, isSplit }, size)
    }
    canvas.y += height
    if (!isSplit) continue
    nextPage(canvas, grid)
    top = canvas.y
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
  if (cell.isNew || slice.isFirst) rule(canvas, left, canvas.y, right, canvas.y)
  if (cell.rowsLeft <= 1 || slice.isSplit) {
    rule(canvas, left, bottom, right, bottom)
  }
  cell.isNew = false
  const setting: Setting = { face: cell.face, size, advance: size }
  for (const [index, line] of cell.rest.splice(0, slice.lines).entries()) {
    const baseline = canvas.y + padding + index * size * 1.5 + size * 1.1
    const room = cell.isCentred ? right - left - 2 * padding - line.width * size : 0
    const x = left + padding + Math.max(0, room) / 2
    writeLine(canvas, line, { x, baseline }, setting)
  }
}

/** Puts a row's cells into the columns that cells from above leave free. */
function placed(
  row: readonly Cell[],
  standing: readonly Standing[],
  { edges, size, glyphs, isCentred }: Measure,
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
      isCentred: isCentred(cell, row),
      face: cell.head === true ? 'hei' : 'fang',
    })
    column = to
  }
  return cells
}

function at(taken: readonly Standing[], column: number): Standing | undefined {
  return taken.find(({ from, to }) => from <= column && column < to)
}

/** Where columns begin and end, none narrower than one character. */
function edgesOf(rows: readonly Cell[][], columns: number, size: number): number[] {
  const edges: number[] = [page.left]
  // A hair more than what stands in it, which rounding would break.
  const grid = { columns, width: areaWidth, em: size, padding: 2 * padding + 0.1 }
  for (const width of columnWidths(rows, grid)) {
    edges.push((edges.at(-1) ?? 0) + width)
  }
  return edges
}
