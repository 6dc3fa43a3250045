import { importTable } from '../shared/sheet/import-table.ts'
import type { Finding, ImportWarning } from '../shared/sheet/problems.ts'
import type { LocalDate } from '../time/local-date.ts'
import { applicationImport, type ImportedApplication } from './import-row.ts'

/**
 * Reads a register of applications (登记台账批量导入) in CSV, XLSX or JSON lines: every row is among
 * `applications` or named in `rejected`; nothing received or decided after `today` is taken.
 */
export function readApplications(
  bytes: Uint8Array,
  today: LocalDate,
): {
  applications: ImportedApplication[]
  rejected: Finding[]
  warnings: Finding<ImportWarning>[]
} {
  const { accepted, rejected, warnings } = importTable(bytes, today, applicationImport)
  return { applications: accepted, rejected, warnings }
}
