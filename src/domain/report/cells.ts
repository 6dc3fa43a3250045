import {
  applicantClasses,
  type ColumnKey,
  outcomeKeys,
  type ReviewLitigationBlock,
  type RowKey,
} from '../shared/report-keys.data.ts'
import type { AnnualReport, Figure, ReportRow } from './types.ts'

/** The four results of a block of table four, without the total. */
export const disputeParts = ['upheld', 'corrected', 'other', 'pending'] as const

/** The columns of a block of table four in their order on the form. */
export const disputeColumns = [...disputeParts, 'total'] as const

/** The blocks of table four in their order on the form. */
export const reviewBlocks = ['review', 'litigationDirect', 'litigationAfterReview'] as const

/** The cells of a row: the parts, and the total that stands beside them; undefined cells are blank. */
export type Parts = { parts: readonly Figure[]; total: Figure; isThere: boolean }

/** The six classes of applicant of a row of table three and their total; a blank （七） is its column's sum. */
export function rowParts(report: AnnualReport, row: ReportRow): Parts {
  const cells = report.applications?.[row]
  const summed = (column: ColumnKey): Figure =>
    row === 'totalProcessed' ? resultSum(report, column) || null : null
  return {
    parts: applicantClasses.map((column) => cells?.[column] ?? summed(column)),
    total: cells?.total ?? null,
    isThere: cells != null,
  }
}

/** The four results of a block of table four and their total. */
export function blockParts(
  { reviewLitigation }: AnnualReport,
  block: ReviewLitigationBlock,
): Parts {
  const cells = reviewLitigation?.[block]
  return {
    parts: disputeParts.map((column) => cells?.[column] ?? null),
    total: cells?.total ?? null,
    isThere: cells != null,
  }
}

/**
 * Sum of parts: a blank beside figures counts as 0 (空白按零计). Null where nothing is known: no part
 * is filled, and the report says itself that it is incomplete, or says nothing in the row at all.
 */
export function sumOfParts({ partial }: AnnualReport, { parts, total }: Parts): Figure {
  if (parts.every((part) => part === null) && (partial === true || total === null)) return null
  return parts.reduce<number>((sum, part) => sum + (part ?? 0), 0)
}

/**
 * The rows that （七）总计 sums up, or null where one of them is not known. （六）其他处理 is one row in
 * older forms, and the sum of its three rows where both stand.
 */
export function resultRows({ applications, partial }: AnnualReport): readonly ReportRow[] | null {
  const hasOne = applications?.other != null && !otherRows.some((row) => applications[row])
  const rows: readonly ReportRow[] = hasOne ? [...singleOther, 'other'] : outcomeKeys
  const isKnown = partial !== true || rows.every((row) => applications?.[row] != null)
  return isKnown ? rows : null
}

export const otherRows = outcomeKeys.filter((row) => row.startsWith('other.'))
const singleOther = outcomeKeys.filter((row) => !row.startsWith('other.'))

/**
 * A cell of table three as it counts in sums: a blank total is the sum of its parts, a blank part 0.
 * Null where it is not known.
 */
export function cellOf(report: AnnualReport, row: ReportRow, column: ColumnKey): Figure {
  const written = report.applications?.[row]?.[column] ?? null
  if (written !== null) return written
  const parts = rowParts(report, row)
  if (column === 'total') {
    const sum = sumOfParts(report, parts)
    if (sum !== null) return sum
  } else if (parts.parts.some((part) => part !== null)) {
    return parts.parts[applicantClasses.indexOf(column)] ?? 0
  }
  return report.partial === true || report.applications == null ? null : 0
}

/** Sum of the results (（一）至（六）各项之和) in a column, null where one of them is not known. */
export function resultSum(report: AnnualReport, column: ColumnKey): Figure {
  const cells = resultRows(report)?.map((row) => cellOf(report, row, column)) ?? [null]
  return addKnown(cells)
}

/** Sum of rows of table three in a column, null where one of them is not known. */
export function sumOfRows(
  report: AnnualReport,
  rows: readonly RowKey[],
  column: ColumnKey,
): Figure {
  return addKnown(rows.map((row) => cellOf(report, row, column)))
}

/** Adds figures up; null when one of them is not known. */
export function addKnown(figures: readonly Figure[]): Figure {
  return figures.reduce((sum, figure) => (sum === null || figure === null ? null : sum + figure), 0)
}
