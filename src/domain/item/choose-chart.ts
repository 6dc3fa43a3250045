import { parseNumber, parseTime } from './data-cell.ts'
import type { DataPreview } from './data-preview.ts'

/** A chart of a data file (数据图): bars for things beside each other, a line for a course of time. */
export type ChosenChart = {
  shape: 'bars' | 'line'
  label: string
  categories: readonly string[]
  series: readonly { name: string; values: readonly (number | null)[] }[]
  unit: string
  /** rows that the chart leaves out because there are too many for bars */ leftOut: number
}

const maxBars = 30
const maxSeries = 4
/** Beside a figure this many times as great, a bar is no longer seen. */
const maxSpread = 200

/** Columns whose numbers name or order things and measure nothing. */
const naming =
  /序号|编号|编码|代码|号码|文号|证号|电话|手机|邮编|邮政|身份证|账号|账户|学号|工号|排名|名次|经度|纬度|^(?:id|no\.?)$/i

const totals = /^(?:合\s*计|总\s*计|小\s*计|共\s*计|平均)/

/**
 * Chooses how a table is drawn; null when a chart would say nothing: no figures, rows without names
 * of their own, figures below zero, or more rows in the file than are read.
 */
export function chooseChart(preview: DataPreview): ChosenChart | null {
  const { header, types, rowCount } = preview
  const figures = header.flatMap((name, index) =>
    types[index] === 'number' && !naming.test(name) && !isCounting(preview, index) ? [index] : [],
  )
  const label = labelOf(preview, figures)
  if (label === null || rowCount > preview.rows.length) return null
  const rows = preview.rows.filter((row) => !totals.test(row[label] ?? ''))
  const columns = together(rows, header, figures)
  const [first] = columns
  if (first === undefined || !areNamed(rows, label)) return null
  const isCourse = types[label] === 'time' && rows.length >= 3
  const shown = isCourse ? byTime(rows, label) : byFigure(rows, first).slice(0, maxBars)
  return {
    shape: isCourse ? 'line' : 'bars',
    label: header[label] ?? '',
    categories: shown.map((row) => row[label] ?? ''),
    series: columns.map((index) => ({
      name: nameOf(header[index] ?? ''),
      values: shown.map((row) => parseNumber(row[index] ?? '')),
    })),
    unit: unitOf(header[first] ?? '', rows[0]?.[first] ?? ''),
    leftOut: rows.length - shown.length,
  }
}

/** Two rows at least, each with a name of its own. */
function areNamed(rows: Rows, label: number): boolean {
  const words = rows.map((row) => row[label] ?? '')
  return rows.length > 1 && !words.includes('') && new Set(words).size === words.length
}

type Rows = readonly (readonly string[])[]

/** The first column that names rows: a time or text one that is no figure. */
function labelOf({ header, types }: DataPreview, figures: readonly number[]): number | null {
  const found = header.findIndex(
    (name, index) => types[index] !== 'number' && !figures.includes(index) && !naming.test(name),
  )
  return found < 0 ? null : found
}

/** A column that counts 1, 2, 3 … orders the rows and measures nothing. */
function isCounting({ rows }: DataPreview, index: number): boolean {
  return rows.length > 2 && rows.every((row, at) => parseNumber(row[index] ?? '') === at + 1)
}

/** Columns that can share one axis: the unit of the first, none below zero, none out of sight. */
function together(rows: Rows, header: readonly string[], figures: readonly number[]): number[] {
  const [first] = figures
  if (first === undefined) return []
  const sample = (index: number): string => rows[0]?.[index] ?? ''
  const unit = unitOf(header[first] ?? '', sample(first))
  const top = greatest(rows, first)
  return figures
    .filter((index) => {
      const most = greatest(rows, index)
      const isNear = most > 0 && top > 0 && most / top < maxSpread && top / most < maxSpread
      const isAbove = rows.every((row) => (parseNumber(row[index] ?? '') ?? 0) >= 0)
      return isNear && isAbove && unitOf(header[index] ?? '', sample(index)) === unit
    })
    .slice(0, maxSeries)
}

function greatest(rows: Rows, index: number): number {
  return Math.max(0, ...rows.map((row) => parseNumber(row[index] ?? '') ?? 0))
}

function byTime(rows: Rows, label: number): Rows {
  const at = (row: readonly string[]): number => parseTime(row[label] ?? '') ?? 0
  return rows.toSorted((a, b) => at(a) - at(b))
}

/** Few bars stay in the order of the file, which may mean something; of many, the greatest count. */
function byFigure(rows: Rows, column: number): Rows {
  if (rows.length <= maxBars) return rows
  const at = (row: readonly string[]): number => parseNumber(row[column] ?? '') ?? 0
  return rows.toSorted((a, b) => at(b) - at(a))
}

/** The unit in the brackets of a header, or per cent where the cells say so. */
function unitOf(name: string, cell: string): string {
  const found = /[（(]([^（）()]{1,10})[)）]\s*$/.exec(name)?.[1]
  return found ?? (/[%％]\s*$/.test(cell) ? '%' : '')
}

function nameOf(name: string): string {
  return name.replace(/[（(][^（）()]{1,10}[)）]\s*$/, '').trim() || name
}
