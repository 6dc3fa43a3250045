import { formatOfYear, reportForms } from './forms.data.ts'
import { type CellFault, readApplications, type TableReading } from './read-applications.ts'
import { readDisputes } from './read-disputes.ts'
import { readProactive } from './read-proactive.ts'
import type { AnnualReport } from './types.ts'

/** The three tables read from one or several sheets (读表), and what in them could not be read. */
export type ReportTables = Pick<AnnualReport, 'proactive' | 'applications' | 'reviewLitigation'> & {
  faults: readonly CellFault[]
  /** labels of rows with figures that the form does not have */
  unread: readonly string[]
}

/**
 * Reads tables two, three and four of the official layout (附件格式取数) from rows of cells, whatever
 * stands around them; a table of which no cell is filled is null. `year` tells the form of table two.
 */
export function readTables(rows: readonly (readonly string[])[], year: number): ReportTables {
  const proactive = readProactive(rows, reportForms[formatOfYear(year)].proactive)
  const applications = readApplications(rows)
  const disputes = readDisputes(rows)
  return {
    proactive: filled(proactive),
    applications: filled(applications),
    reviewLitigation: filled(disputes),
    faults: [...proactive.faults, ...applications.faults, ...disputes.faults],
    unread: applications.unread,
  }
}

/** A table of which no cell is filled in is none. */
function filled<T extends { readonly [row: string]: object | null | undefined }>({
  table,
  faults,
}: TableReading<T>): T | null {
  const cells = Object.values(table ?? {}).flatMap((row): unknown[] => Object.values(row ?? {}))
  return faults.length === 0 && cells.every((cell) => cell === null) ? null : table
}

/** Parts a pasted text into cells: by tabs, or by blanks where a row came out of a page without them. */
export function rowsOfText(text: string): string[][] {
  return text
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => (line.includes('\t') ? line.split('\t') : line.trim().split(/[ \u00a0\u3000]+/)))
    .map((cells) => cells.map((cell) => cell.replaceAll(/^"|"$/g, '')))
}
