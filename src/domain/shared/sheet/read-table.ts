import { readCsv } from './csv.ts'
import { decodeText } from './decode-text.ts'
import { unguardFormula } from './formula-guard.ts'
import { readJsonLines } from './json-lines.ts'
import { MAX_FILE_BYTES, MAX_ROWS } from './limits.ts'
import type { CellProblem, EncodingName, FileProblem, Finding, ImportWarning } from './problems.ts'
import { sniffFile, sniffText } from './sniff.ts'
import { readXlsx } from './xlsx.ts'

/** One row: the line it begins on in the file, and its cells by header; blank cells may be absent. */
export type TableRow = { line: number; cells: ReadonlyMap<string, string> }

/** A table read from a file (表格): header words as written, rows, rows that could not be read, remarks. */
export type Table = {
  source: 'csv' | 'xlsx' | 'json-lines'
  /** of a text file */ encoding: EncodingName | null
  /** how a workbook counts days */ is1904: boolean
  /** line of the header; 1 for JSON lines, which have none */ headerLine: number
  header: readonly string[]
  rows: readonly TableRow[]
  rejected: readonly Finding<CellProblem>[]
  warnings: readonly Finding<ImportWarning>[]
}

/** A table, or what keeps the whole file from being read. */
export type TableReading =
  | { ok: true; table: Table }
  | { ok: false; refused: readonly Finding<FileProblem>[] }

/**
 * Reads a table from a file's bytes, telling XLSX, CSV and JSON lines apart by content. Bad
 * rows are named in `rejected` beside the good ones; no input makes it throw.
 */
export function readTable(bytes: Uint8Array): TableReading {
  if (bytes.length > MAX_FILE_BYTES) {
    return refuseFile({ code: 'file-too-large', limitBytes: MAX_FILE_BYTES })
  }
  const sniffed = sniffFile(bytes)
  if (sniffed.kind === 'refused') return refuseFile(sniffed.reason)
  return sniffed.kind === 'xlsx' ? readWorkbook(bytes) : readText(bytes)
}

function readWorkbook(bytes: Uint8Array): TableReading {
  const read = readXlsx(bytes)
  if (!read.ok) return refuseFile(read.reason)
  const headed = headRecords(read.rows, [])
  if (!headed.ok) return headed
  const { header, headerLine } = headed.table
  const faults = read.faults.filter((fault) => fault.line > headerLine)
  const faulty = new Set(faults.map((fault) => fault.line))
  const named = faults.map(({ line, column, reason }) => ({
    line,
    column: header[column] ?? null,
    reason,
  }))
  return {
    ok: true,
    table: {
      ...headed.table,
      source: 'xlsx',
      encoding: null,
      is1904: read.is1904,
      rows: headed.table.rows.filter((row) => !faulty.has(row.line)),
      rejected: [...headed.table.rejected, ...named],
    },
  }
}

function readText(bytes: Uint8Array): TableReading {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return refuseFile(decoded.reason, decoded.line)
  const { text, encoding } = decoded
  const foreign = sniffText(text)
  if (foreign !== null) return refuseFile(foreign)
  const common = { encoding, is1904: false, warnings: [] }
  if (text.trimStart().startsWith('{')) {
    const read = readJsonLines(text)
    if (!read.ok) return refuseFile(read.reason, read.line)
    if (read.rows.length + read.rejected.length === 0) return refuseFile({ code: 'no-rows' })
    const { header, rows, rejected } = read
    return {
      ok: true,
      table: { ...common, source: 'json-lines', headerLine: 1, header, rows, rejected },
    }
  }
  const read = readCsv(text)
  if (!read.ok) return refuseFile(read.reason, read.line)
  const records = read.records.map(({ line, cells }) => ({
    line,
    cells: cells.map(unguardFormula),
  }))
  const headed = headRecords(records, read.rejected)
  return headed.ok
    ? {
        ok: true,
        table: { ...headed.table, ...common, source: 'csv', warnings: headed.table.warnings },
      }
    : headed
}

type Records = readonly { line: number; cells: readonly string[] }[]

/** Takes the header off: the first of the first five records with two words in it (titles stand above). */
function headRecords(records: Records, rejected: readonly Finding<CellProblem>[]): TableReading {
  const found = records.slice(0, 5).findIndex(({ cells }) => cells.filter(isFilled).length > 1)
  const index = Math.max(found, 0)
  const head = records[index]
  if (head === undefined) return refuseFile({ code: 'header-missing' })
  const header = head.cells.map((cell) => cell.trim())
  while (header.at(-1) === '') header.pop()
  const twice = header.find((name, at) => name !== '' && header.indexOf(name) !== at)
  if (twice !== undefined) {
    const reason = { code: 'header-twice', first: twice } as const
    return { ok: false, refused: [{ line: head.line, column: twice, reason }] }
  }
  const body = records.slice(index + 1)
  if (body.length > MAX_ROWS) return refuseFile({ code: 'too-many-rows', limit: MAX_ROWS })
  if (body.length + rejected.length === 0) return refuseFile({ code: 'no-rows' }, head.line)
  const beyond = body.filter((record) => hasCellsBeyond(record.cells, header))
  const wide = new Set(beyond)
  const above = {
    line: 1,
    column: null,
    reason: { code: 'lines-before-header', lines: index },
  } as const
  return {
    ok: true,
    table: {
      source: 'csv',
      encoding: null,
      is1904: false,
      headerLine: head.line,
      header: header.filter((name) => name !== ''),
      rows: body.filter((record) => !wide.has(record)).map((record) => nameCells(record, header)),
      rejected: [
        ...rejected,
        ...beyond.map(({ line }) => ({
          line,
          column: null,
          reason: { code: 'cells-beyond-header', columns: header.length } as const,
        })),
      ],
      warnings: index === 0 ? [] : [above],
    },
  }
}

/** Cells under no header word would be lost, so the row is named instead. */
function hasCellsBeyond(cells: readonly string[], header: readonly string[]): boolean {
  return cells.some((cell, column) => isFilled(cell) && (header[column] ?? '') === '')
}

function nameCells(
  record: { line: number; cells: readonly string[] },
  header: readonly string[],
): TableRow {
  const cells = new Map<string, string>()
  for (const [column, name] of header.entries()) {
    const cell = record.cells[column]
    if (name !== '' && cell !== undefined && cell !== '') cells.set(name, cell)
  }
  return { line: record.line, cells }
}

function isFilled(cell: string): boolean {
  return cell.trim() !== ''
}

function refuseFile(reason: FileProblem, line: number | null = null): TableReading {
  return { ok: false, refused: [{ line, column: null, reason }] }
}
