import {
  proactiveCells,
  type ProactiveColumn,
  type ProactiveRow,
} from '../shared/report-proactive.data.ts'
import type { ProactiveFormRow } from './forms.data.ts'
import type { CellFault, TableReading } from './read-applications.ts'
import { isFigureText, readFigure } from './read-figure.ts'
import { bareLabel, proactiveColumnOf, proactiveRowOf } from './read-labels.ts'
import type { Figure, ProactiveTable } from './types.ts'

/**
 * Reads table two (读表二): each row by its label, its figures below the heads last seen; where there
 * are no heads, in the order of the columns that `form` gives the row.
 */
export function readProactive(
  rows: readonly (readonly string[])[],
  form: readonly ProactiveFormRow[],
): TableReading<ProactiveTable> {
  const found = new Map<ProactiveRow, Record<string, Figure>>()
  const faults: CellFault[] = []
  let heads = new Map<ProactiveColumn, number>()
  for (const row of rows) {
    const seen = headsOf(row)
    if (seen.size > 0) {
      heads = seen
      continue
    }
    const at = row.findIndex((text) => bareLabel(text) !== '')
    const key = proactiveRowOf(row[at] ?? '')
    if (key === null || found.has(key)) continue
    const columns = form.find((one) => one.row === key)?.columns ?? []
    const cells = placed(row, heads) ?? inOrder(row.slice(at + 1), columns)
    if (cells === null) continue
    const figures = [...cells].map(([column, text]): [string, Figure] => {
      const { value, problem } = readFigure(text, proactiveCells[column])
      if (problem !== null) faults.push({ table: 'proactive', row: key, column, text, problem })
      return [column, value]
    })
    found.set(key, Object.fromEntries(figures))
  }
  return { table: found.size === 0 ? null : Object.fromEntries(found), faults, unread: [] }
}

function headsOf(row: readonly string[]): Map<ProactiveColumn, number> {
  const heads = new Map<ProactiveColumn, number>()
  for (const [at, text] of row.entries()) {
    const column = proactiveColumnOf(text)
    // A head that reaches over several columns stands in each of them.
    if (column !== null && !heads.has(column)) heads.set(column, at)
  }
  return heads
}

function placed(
  row: readonly string[],
  heads: ReadonlyMap<ProactiveColumn, number>,
): Map<ProactiveColumn, string> | null {
  if (heads.size === 0) return null
  return new Map([...heads].map(([column, at]) => [column, row[at] ?? '']))
}

/** Figures in the order of the form; null when something else stands there. */
function inOrder(
  texts: readonly string[],
  columns: readonly ProactiveColumn[],
): Map<ProactiveColumn, string> | null {
  if (columns.length === 0 || texts.length === 0 || !texts.every(isFigureText)) return null
  return new Map(columns.map((column, at) => [column, texts[at] ?? '']))
}
