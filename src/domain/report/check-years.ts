import { applicationColumns } from '../shared/report-keys.data.ts'
import { cellOf } from './cells.ts'
import type { ReportFinding } from './finding.ts'
import type { AnnualReport } from './types.ts'

/** The report beside this one is that of the year before. */
export function checkPreviousYear(report: AnnualReport, previous: AnnualReport): ReportFinding[] {
  const expected = report.year - 1
  if (previous.year === expected) return []
  const at = { table: 'previous', column: 'year' } as const
  return [{ rule: 'carryOver', severity: 'warning', ...at, expected, actual: previous.year }]
}

/** Every column: 二 of this year is 四 of the year before (上年结转); a difference wants a reason. */
export function checkCarryOver(report: AnnualReport, previous: AnnualReport): ReportFinding[] {
  // A row that was not given is unknown, a blank one counts as 0.
  if (!isComparable(report, previous) || previous.applications?.carriedForward == null) return []
  return applicationColumns.flatMap(({ key: column }) => {
    const expected = cellOf(previous, 'carriedForward', column)
    const actual = cellOf(report, 'carriedOver', column)
    if (expected === null || actual === null || expected === actual) return []
    const at = { table: 'applications', row: 'carriedOver', column } as const
    return [{ rule: 'carryOver', severity: 'warning', ...at, expected, actual }]
  })
}

/** 上年现行有效＋本年制发－本年废止＝本年现行有效; re-identification and expiry are good reasons for another figure. */
export function checkInForce(report: AnnualReport, previous: AnnualReport): ReportFinding[] {
  if (!isComparable(report, previous)) return []
  return (['regulations', 'normativeDocuments'] as const).flatMap((row) => {
    const before = previous.proactive?.[row]?.inForce
    const { made, repealed, inForce: actual } = report.proactive?.[row] ?? {}
    if (before == null || made == null || repealed == null || actual == null) return []
    const expected = before + made - repealed
    if (expected === actual) return []
    const at = { table: 'proactive', row, column: 'inForce' } as const
    return [{ rule: 'inForceBalance', severity: 'warning', ...at, expected, actual }]
  })
}

/** Neighbouring years; with the same year twice, one of the two years is a slip of the pen. */
function isComparable(report: AnnualReport, previous: AnnualReport): boolean {
  return previous.year === report.year - 1 || previous.year === report.year
}
