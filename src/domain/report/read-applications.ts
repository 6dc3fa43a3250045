import { applicationColumns, type ColumnKey } from '../shared/report-keys.data.ts'
import { type FigureProblem, isFigureText, readFigure } from './read-figure.ts'
import { bareLabel, columnOfLabel, rowOfLabel } from './read-labels.ts'
import type { ApplicationsTable, Figure, ReportRow } from './types.ts'

/** A cell that holds no figure where one belongs, with its text. */
export type CellFault = {
  table: 'proactive' | 'applications' | 'reviewLitigation'
  row: string
  column: string
  text: string
  problem: FigureProblem
}

/** A table read from rows of cells; null when none of its rows is there. */
export type TableReading<T> = { table: T | null; faults: CellFault[]; unread: string[] }

const keys = applicationColumns.map(({ key }) => key)

/**
 * Reads table three from rows of cells (读表三), wherever it stands among others: rows are known by their
 * labels, columns by the heads, and without whole heads the last seven cells are the figures.
 */
export function readApplications(
  rows: readonly (readonly string[])[],
): TableReading<ApplicationsTable> {
  const found = new Map<ReportRow, Record<string, Figure>>()
  const faults: CellFault[] = []
  const unread: string[] = []
  let places = new Map<ColumnKey, number>()
  let isOpen = false
  for (const row of rows) {
    const heads = headPlaces(row)
    if (heads !== null) {
      places = isOpen ? heads : new Map([...places, ...heads])
      isOpen = false
      continue
    }
    const cells = figureCells(row, columnPlaces(places))
    const key = cells === null ? null : rowOfLabel(cells.heads)
    if (cells === null || key === null) {
      if (isOpen && cells !== null && isLost(cells)) unread.push(cells.heads.join(' ').trim())
      continue
    }
    isOpen = true
    if (found.has(key)) continue
    found.set(
      key,
      Object.fromEntries(
        keys.map((column, at) => [column, take(key, column, cells.figures[at] ?? '')]),
      ),
    )
  }
  function take(row: ReportRow, column: ColumnKey, text: string): Figure {
    const { value, problem } = readFigure(text, 'count')
    if (problem !== null) faults.push({ table: 'applications', row, column, text, problem })
    return value
  }
  return { table: found.size === 0 ? null : Object.fromEntries(found), faults, unread }
}

/** Where the words of the column heads stand in a row of heads; null for any other row. */
function headPlaces(row: readonly string[]): Map<ColumnKey, number> | null {
  const places = new Map<ColumnKey, number>()
  for (const [at, text] of row.entries()) {
    const column = columnOfLabel(text)
    if (column !== null && !places.has(column)) places.set(column, at)
  }
  const isHead =
    places.has('commercial') || places.has('naturalPerson') || row.some(isApplicantHead)
  return isHead && !row.some((text) => /^\s*\d/.test(text)) ? places : null
}

function isApplicantHead(text: string): boolean {
  return /申请人情况|法人或其他组织/.test(text.replaceAll(/\s/g, ''))
}

/** The places of all seven columns in their order; null where the heads do not tell. */
function columnPlaces(heads: ReadonlyMap<ColumnKey, number>): number[] | null {
  const first = heads.get('commercial')
  const last = heads.get('otherOrg')
  if (first === undefined || last === undefined) return null
  const places = keys.map((key) => {
    if (key === 'naturalPerson') return heads.get(key) ?? first - 1
    return heads.get(key) ?? (key === 'total' ? last + 1 : -1)
  })
  const isOrdered = places.every((place, at) => place > (places[at - 1] ?? 0))
  return isOrdered ? places : null
}

type Cells = { heads: readonly string[]; figures: readonly string[] }

/** Parts a row into its head cells and its seven figures. */
function figureCells(row: readonly string[], places: readonly number[] | null): Cells | null {
  const [first] = places ?? []
  if (places !== null && first !== undefined) {
    return { heads: row.slice(0, first), figures: places.map((place) => row[place] ?? '') }
  }
  const from = row.length - keys.length
  if (from < 1 || !row.slice(from).every((text) => isFigureText(text) || text.length < 20))
    return null
  return { heads: row.slice(0, from), figures: row.slice(from) }
}

/** A row with figures and a label that is no row of the form. */
function isLost({ heads, figures }: Cells): boolean {
  return (
    heads.some((text) => bareLabel(text) !== '' && !isFigureText(text)) &&
    figures.filter((text) => text.trim() !== '' && isFigureText(text)).length > 3
  )
}
