import { applicationColumns } from '../shared/report-keys.data.ts'
import {
  blockParts,
  otherRows,
  type Parts,
  resultSum,
  reviewBlocks,
  rowParts,
  sumOfParts,
  sumOfRows,
} from './cells.ts'
import type { ReportFinding, ReportRule, ReportTable } from './finding.ts'
import { reportRows } from './rows.ts'
import type { AnnualReport } from './types.ts'

/** Every row: 总计 is the sum of the six classes (逐行合计); a total left blank beside figures is named. */
export function checkRowSums(report: AnnualReport): ReportFinding[] {
  return reportRows.flatMap((row) => {
    const parts = rowParts(report, row)
    const isSummed = row === 'totalProcessed' && parts.total === null
    // A blank （七） is named once, by its column.
    if (isSummed && (resultSum(report, 'total') ?? 0) > 0) return []
    return checkTotal(report, parts, 'rowSum', { table: 'applications', row })
  })
}

/** Every column: the results add up to （七）总计 (办理结果合计), and （六） to its own row where both stand. */
export function checkResultSums(report: AnnualReport): ReportFinding[] {
  const written = report.applications?.totalProcessed
  const isUnread = report.applications == null || (written == null && report.partial === true)
  if (isUnread) return []
  return applicationColumns.flatMap(({ key: column }): ReportFinding[] => {
    const expected = resultSum(report, column)
    const actual = written?.[column] ?? null
    const at = { table: 'applications', row: 'totalProcessed', column } as const
    if (expected === null) return []
    if (actual === null) {
      // A blank beside zeros alone is judged with its row.
      return expected === 0
        ? []
        : [{ rule: 'blankTotal', severity: 'error', ...at, expected, actual }]
    }
    return expected === actual
      ? []
      : [{ rule: 'resultSum', severity: 'error', ...at, expected, actual }]
  })
}

/** （六）其他处理 as one row beside its three rows: it is their sum. */
export function checkOtherSum(report: AnnualReport): ReportFinding[] {
  const single = report.applications?.other
  if (single == null || !otherRows.some((row) => report.applications?.[row])) return []
  return applicationColumns.flatMap(({ key: column }) => {
    const expected = sumOfRows(report, otherRows, column)
    const actual = single[column] ?? null
    if (expected === null || actual === null || expected === actual) return []
    const at = { table: 'applications', row: 'other', column } as const
    return [{ rule: 'resultSum', severity: 'error', ...at, expected, actual }]
  })
}

/** Every column: 一＋二＝三（七）＋四 (勾稽关系, 格式表三附注). */
export function checkIdentity(report: AnnualReport): ReportFinding[] {
  return applicationColumns.flatMap(({ key: column }) => {
    const expected = sumOfRows(report, ['newReceived', 'carriedOver'], column)
    const actual = sumOfRows(report, ['totalProcessed', 'carriedForward'], column)
    if (expected === null || actual === null || expected === actual) return []
    const at = { table: 'applications', column } as const
    return [{ rule: 'identity', severity: 'error', ...at, expected, actual }]
  })
}

/** Every block of table four: the four results add up to its 总计. */
export function checkReviewSums(report: AnnualReport): ReportFinding[] {
  return reviewBlocks.flatMap((row) =>
    checkTotal(report, blockParts(report, row), 'reviewSum', { table: 'reviewLitigation', row }),
  )
}

/** A total against its parts; blank beside six zeros it is only worth a remark. */
function checkTotal(
  report: AnnualReport,
  parts: Parts,
  rule: ReportRule,
  at: { table: ReportTable; row: string },
): ReportFinding[] {
  const expected = sumOfParts(report, parts)
  const actual = parts.total
  if (!parts.isThere || expected === null || expected === actual) return []
  const cell = { ...at, column: 'total' }
  if (actual !== null) return [{ rule, severity: 'error', ...cell, expected, actual }]
  if (expected === 0 && parts.parts.includes(null)) return []
  const severity = expected === 0 ? 'warning' : 'error'
  return [{ rule: 'blankTotal', severity, ...cell, expected, actual }]
}
