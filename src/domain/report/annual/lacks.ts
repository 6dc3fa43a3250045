import { checkReport } from '../check.ts'
import { claimsInText } from '../claims-in-text.ts'
import type { ReportFinding } from '../finding.ts'
import { isHead, type TableLayout } from '../layout.ts'
import type { Organ } from '../organ.ts'
import type { AnnualReport, Figure } from '../types.ts'
import { figureAt, reportTables } from './document.ts'
import { fillProse, type ProseFault, proseFaults } from '../quoted.ts'
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
  table: TableLayout['table']
  row: string
  column: string
}

/** What a self-check finds (自查结果); the report goes up when it `isClean`. */
export type SelfCheck = {
  findings: readonly ReportFinding[]
  blanks: readonly BlankCell[]
  /** cells that no count can have (E7): below zero, or not whole */ impossible: readonly BlankCell[]
  prose: readonly (ProseFault & { section: SectionKey })[]
  emptySections: readonly SectionKey[]
  /** heads of the first text below which nobody wrote (没有写的小节); told, and no bar */ stubs: readonly string[]
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
    report.level,
  )
  const { findings } = checkReport({ ...report, narrative }, previous, organ)
  const cells = cellsOf(report)
  const blanks = report.format === '2021' ? cells.filter(({ figure }) => figure === null) : []
  const impossible = cells.filter(isImpossible)
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
    blanks: blanks.map(placeOf),
    impossible: impossible.map(placeOf),
    prose: faults,
    emptySections,
    stubs: reportSections.flatMap(({ key }) => prose[key].match(stub) ?? []),
    unexplained,
    isClean:
      !hasError &&
      blanks.length +
        impossible.length +
        faults.length +
        emptySections.length +
        unexplained.length ===
        0,
  }
}

/** A line that is the head of a part and nothing else. */
const stub = /^（[一二三四五六七八九十]）[^，。；：\n]{2,16}。?$/gmu

type FilledCell = BlankCell & { figure: Figure }

/** Every cell of the form's tables with what stands in it. */
function cellsOf(report: AnnualReport): FilledCell[] {
  return Object.values(reportTables(report)).flatMap(({ table, rows }) =>
    rows.flat().flatMap((cell) => {
      if (isHead(cell)) return []
      const { row, column } = cell
      return [{ table, row, column, figure: figureAt(report, table, cell) }]
    }),
  )
}

/** Money has decimals, and only the change of the trial form goes below zero (E7). */
function isImpossible({ column, figure }: FilledCell): boolean {
  if (figure === null || column === 'change') return false
  const isMoney = column === 'amountWanYuan' || column === 'amount'
  return figure < 0 || !(isMoney || Number.isSafeInteger(figure))
}

function placeOf({ table, row, column }: FilledCell): BlankCell {
  return { table, row, column }
}
