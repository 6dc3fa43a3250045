import type { LocalDate } from '../../time/local-date.ts'
import { findDuplicates } from './find-duplicates.ts'
import { type HeaderRules, matchHeader } from './match-header.ts'
import type { CellProblem, Finding, ImportWarning } from './problems.ts'
import { readTable } from './read-table.ts'
import { type RowReader, rowReader } from './row-reader.ts'

/** What a file of records holds: those that may be imported, all that may not by line, remarks. */
export type ImportReading<T> = {
  accepted: T[]
  rejected: Finding[]
  warnings: Finding<ImportWarning>[]
}

/** How one kind of record is read from a table; `unique` are the fields that may not repeat in a file. */
export type ImportRules<F extends string, T extends { line: number }> = HeaderRules<F> & {
  /** null, with a problem gathered, when the row makes no record; other problems refuse the row as well */
  readRow: (line: number, cells: RowReader<F>, today: LocalDate) => T | null
  unique: readonly { field: F; keyOf: (record: T) => string | null }[]
}

/** Reads a file of records (批量导入): every row is accepted or named, rows that are in order keep theirs. */
export function importTable<F extends string, T extends { line: number }>(
  bytes: Uint8Array,
  today: LocalDate,
  rules: ImportRules<F, T>,
): ImportReading<T> {
  const read = readTable(bytes)
  if (!read.ok) return { accepted: [], rejected: [...read.refused], warnings: [] }
  const { table } = read
  const match = matchHeader(table, rules)
  if (!match.ok) return { accepted: [], rejected: match.refused, warnings: [] }
  const serials = table.source === 'xlsx' ? { is1904: table.is1904 } : null
  const records: T[] = []
  const rejected: Finding<CellProblem>[] = [...table.rejected]
  const warnings = [...table.warnings, ...match.warnings]
  for (const row of table.rows) {
    const cells = rowReader(row, match.columns, serials)
    const record = rules.readRow(row.line, cells, today)
    for (const problem of cells.problems) rejected.push(problem)
    for (const warning of cells.warnings) warnings.push(warning)
    if (record !== null) records.push(record)
  }
  for (const { field, keyOf } of rules.unique) {
    const column = match.columns.get(field) ?? field
    for (const problem of findDuplicates(records, column, keyOf)) rejected.push(problem)
  }
  const bad = new Set(rejected.map(({ line }) => line))
  return {
    accepted: records.filter(({ line }) => !bad.has(line)),
    rejected: rejected.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    warnings,
  }
}
