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

/** What is looked at of a file: many times what a report's tables hold. */
const most = {
  rows: 2000,
  columns: 64,
  cell: 120,
  characters: 300_000,
  unread: 20,
} as const

/**
 * Reads tables two, three and four of the official layout (附件格式取数) from rows of cells, whatever
 * stands around them; a table of which no cell is filled is null. `year` tells the form of table two.
 */
export function readTables(given: readonly (readonly string[])[], year: number): ReportTables {
  const rows = withinLimits(given)
  const proactive = readProactive(rows, reportForms[formatOfYear(year)].proactive)
  const applications = readApplications(rows)
  const disputes = readDisputes(rows)
  return {
    proactive: filled(proactive),
    applications: filled(applications),
    reviewLitigation: filled(disputes),
    faults: [...proactive.faults, ...applications.faults, ...disputes.faults],
    unread: applications.unread.slice(0, most.unread),
  }
}

function withinLimits(given: readonly (readonly string[])[]): string[][] {
  const rows: string[][] = []
  let characters = 0
  for (const row of given.slice(0, most.rows)) {
    const cells = row.slice(0, most.columns).map((text) => text.trim().slice(0, most.cell))
    characters += cells.reduce((sum, text) => sum + text.length, 0)
    if (characters > most.characters) break
    rows.push(cells)
  }
  return rows
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
  return wholeLines(text.slice(0, most.characters).split(/\r\n?|\n/))
    .filter((line) => line.trim() !== '')
    .slice(0, most.rows)
    .map((line) => (line.includes('\t') ? line.split('\t') : line.trim().split(/[ \u00a0\u3000]+/)))
    .map((cells) => cells.map((cell) => cell.replaceAll(/^"|"$/g, '')))
}

/** Most lines of one cell. */
const tallest = 12

/** Joins the lines of cells that hold several, which spreadsheets copy in quotes. */
function wholeLines(lines: readonly string[]): string[] {
  const whole: string[] = []
  for (let at = 0; at < lines.length;) {
    const end = opens.test(lines[at] ?? '') ? endOfCell(lines, at) : at
    whole.push(lines.slice(at, end + 1).join(' '))
    at = end + 1
  }
  return whole
}

/** A last cell whose quotation mark is open, and a line that closes one, be it to open the next. */
const opens = /(?:^|\t)"(?:[^"\t]|"")*$/
const closes = /^(?:[^"\t]|"")*"(?:\t|$)/

function endOfCell(lines: readonly string[], from: number): number {
  for (let at = from + 1; at < lines.length && at - from < tallest; at += 1) {
    const line = lines[at] ?? ''
    if (closes.test(line)) return opens.test(line.replace(closes, '\t')) ? endOfCell(lines, at) : at
    if (line.includes('\t')) return from
  }
  return from
}
