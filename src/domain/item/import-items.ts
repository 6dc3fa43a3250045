import { importTable } from '../shared/sheet/import-table.ts'
import type { Finding, ImportWarning } from '../shared/sheet/problems.ts'
import type { LocalDate } from '../time/local-date.ts'
import { type ImportedItem, itemImport } from './import-row.ts'

/**
 * Reads a file of items (信息批量导入) in CSV, XLSX or JSON lines: every row is among `items` or
 * named in `rejected`; a file that cannot be read is one entry there, without a line if none is known.
 */
export function readItems(
  bytes: Uint8Array,
  today: LocalDate,
): { items: ImportedItem[]; rejected: Finding[]; warnings: Finding<ImportWarning>[] } {
  const { accepted, rejected, warnings } = importTable(bytes, today, itemImport)
  return { items: accepted, rejected, warnings }
}
