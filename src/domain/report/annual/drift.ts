import type { TableLayout } from '../layout.ts'
import { isHead } from '../layout.ts'
import type { AnnualReport, Figure } from '../types.ts'
import { figureAt, reportTables } from './document.ts'

/** A cell that was locked and is counted otherwise by now (锁定后变动的格). */
export type DriftedCell = {
  table: TableLayout['table']
  row: string
  column: string
  locked: Figure
  now: Figure
}

/** Compares a report's locked cells with what the records say now (E9: 表内数与台账一致). */
export function driftedCells(locked: AnnualReport, current: AnnualReport): DriftedCell[] {
  return Object.values(reportTables(locked)).flatMap(({ table, rows }) =>
    rows.flat().flatMap((cell): DriftedCell[] => {
      if (isHead(cell)) return []
      const [before, now] = [figureAt(locked, table, cell), figureAt(current, table, cell)]
      return before === now
        ? []
        : [{ table, row: cell.row, column: cell.column, locked: before, now }]
    }),
  )
}
