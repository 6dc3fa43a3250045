import { applicationColumns, applicationRows } from '../../shared/report-keys.data.ts'
import { disputeParts } from '../cells.ts'
import { checkReport } from '../check.ts'
import { claimsInText } from '../claims-in-text.ts'
import type { ReportFinding } from '../finding.ts'
import { reportForms } from '../forms.data.ts'
import type { Organ } from '../organ.ts'
import type { AnnualReport } from '../types.ts'
import { fillProse, type ProseFault, proseFaults } from './prose.ts'
import type { Reference } from './references.ts'
import {
  type ReportProse,
  reportSections,
  requiredSections,
  type SectionKey,
} from './sections.data.ts'
import { findingKey } from './types.ts'

/** A cell that nobody has reported (未报送的格): its table, row and column. */
export type BlankCell = {
  table: 'proactive' | 'applications' | 'reviewLitigation'
  row: string
  column: string
}

/** What a self-check finds (自查结果); `open` is what keeps the report from going up. */
export type SelfCheck = {
  findings: readonly ReportFinding[]
  blanks: readonly BlankCell[]
  prose: readonly (ProseFault & { section: SectionKey })[]
  emptySections: readonly SectionKey[]
  /** warnings without a reason, by `findingKey` */
  unexplained: readonly string[]
  isClean: boolean
}

/**
 * Checks a report before it goes up (年报自查): every rule of the checker, the text against the tables,
 * blanks, quoted figures that are not there, empty sections, and warnings that nobody explained.
 */
export function selfCheck(
  report: AnnualReport,
  previous: AnnualReport | null,
  organ: Organ,
  said: {
    prose: ReportProse
    references: readonly Reference[]
    reasons: Readonly<Record<string, string>>
  },
): SelfCheck {
  const { prose, references, reasons } = said
  const narrative = claimsInText(
    reportSections.map(({ key }) => fillProse(prose[key], references)).join('\n'),
  )
  const { findings } = checkReport({ ...report, narrative }, previous, organ)
  const blanks = blankCells(report)
  const faults = reportSections.flatMap(({ key: section }) =>
    proseFaults(prose[section], references).map((fault) => ({
      name: fault.name,
      why: fault.why,
      section,
    })),
  )
  const emptySections = requiredSections.filter((key) => prose[key].trim() === '')
  const unexplained = findings
    .filter(({ severity }) => severity === 'warning')
    .map(findingKey)
    .filter((key) => (reasons[key] ?? '').trim() === '')
  const hasError = findings.some(({ severity }) => severity === 'error')
  return {
    findings,
    blanks,
    prose: faults,
    emptySections,
    unexplained,
    isClean:
      !hasError && blanks.length + faults.length + emptySections.length + unexplained.length === 0,
  }
}

/** The cells of the form that nobody has reported; older forms are taken as they are. */
function blankCells(report: AnnualReport): BlankCell[] {
  if (report.format !== '2021') return []
  const { proactive, applications, reviewLitigation } = report
  return [
    ...reportForms['2021'].proactive.flatMap(({ row, columns }) =>
      columns
        .filter((column) => (proactive?.[row]?.[column] ?? null) === null)
        .map((column) => ({ table: 'proactive' as const, row, column })),
    ),
    ...applicationRows.flatMap(({ key: row }) =>
      applicationColumns
        .filter(({ key }) => (applications?.[row]?.[key] ?? null) === null)
        .map(({ key: column }) => ({ table: 'applications' as const, row, column })),
    ),
    ...(['review', 'litigationDirect', 'litigationAfterReview'] as const).flatMap((row) =>
      [...disputeParts, 'total' as const]
        .filter((column) => (reviewLitigation?.[row]?.[column] ?? null) === null)
        .map((column) => ({ table: 'reviewLitigation' as const, row, column })),
    ),
  ]
}
