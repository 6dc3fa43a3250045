import type { ReportFinding, ReportRule } from './finding.ts'
import type { CellFault } from './read-applications.ts'

/** The rules that add up along a row, and those that go down a column. */
const rowRules: ReadonlySet<ReportRule> = new Set([
  'rowSum',
  'blankTotal',
  'reviewSum',
  'inForceLessThanMade',
  'inForceBalance',
])
const columnRules: ReadonlySet<ReportRule> = new Set([
  'resultSum',
  'blankTotal',
  'identity',
  'carryOver',
])

/**
 * Tells whether a finding rests on a cell of which no figure could be read (取不到数的格), which says
 * nothing of the others: E7 is told once, at that cell.
 */
export function isUnsettled(finding: ReportFinding, faults: readonly CellFault[]): boolean {
  return faults.some(
    ({ table, row, column, problem }) =>
      table === finding.table &&
      problem !== 'negative' &&
      problem !== 'fraction' &&
      ((row === finding.row && rowRules.has(finding.rule)) ||
        (column === finding.column && columnRules.has(finding.rule))),
  )
}
