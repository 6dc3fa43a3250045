import { checkReport } from '../../../domain/report/check.ts'
import type { ReportFinding, ReportTable } from '../../../domain/report/finding.ts'
import { formOfTables, reportOfTables, textAt } from '../../../domain/report/from-tables.ts'
import type { ReportForm } from '../../../domain/report/forms.data.ts'
import type { TableLayout } from '../../../domain/report/layout.ts'
import type { NarrativeClaim } from '../../../domain/report/types.ts'
import { isUnsettled } from '../../../domain/report/unsettled.ts'
import {
  reportCellName,
  reportDifference,
  reportRuleWords,
  reportTableNames,
} from '../../ui/words/report.ts'
import { faultWords, reportCheck as words } from '../../ui/words/report-check.ts'
import type { Posted } from './posted.ts'

/** A finding as the page and the lists tell it. */
export type ToldFinding = {
  number: number
  table: ReportTable
  cell: string
  difference: string
  why: string
  severity: 'error' | 'warning'
}

/** What came out of a check: the findings in the order of the tables, and which cells bear which numbers. */
export type CheckResult = {
  findings: readonly ToldFinding[]
  errors: number
  warnings: number
  form: ReportForm
  claims: readonly NarrativeClaim[]
  /** numbers of the findings by table/row/column */
  marks: ReadonlyMap<string, readonly number[]>
}

type Untold = Omit<ToldFinding, 'number'> & { marked: readonly string[] }

/** Checks what was posted (核对) and words each finding: cells that are no figures (E7) and the rules. */
export function resultOf({ facts, tables, text, previous }: Posted): CheckResult {
  const report = reportOfTables(facts, tables, text)
  const before =
    previous === null ? null : reportOfTables({ ...facts, year: facts.year - 1 }, previous, '')
  const { findings } = checkReport(report, before)
  const faults = tables.faults.map((fault): Untold => ({
    table: fault.table,
    cell: reportCellName(fault),
    difference: faultWords(fault),
    why: words.figureRule,
    severity: 'error',
    marked: [`${fault.table}/${fault.row}/${fault.column}`],
  }))
  const others = findings.filter((finding) => !isUnsettled(finding, tables.faults))
  const unreadBefore = (previous?.faults ?? []).map((fault): Untold => ({
    table: 'previous',
    cell: `${reportTableNames[fault.table].split(' ')[0] ?? ''}${reportCellName(fault)}`,
    difference: faultWords(fault),
    why: words.figureRule,
    severity: 'warning',
    marked: [],
  }))
  const told = [...faults, ...unreadBefore, ...others.map(untold)].toSorted(
    (a, b) => order.indexOf(a.table) - order.indexOf(b.table),
  )
  const marks = new Map<string, number[]>()
  for (const [at, { marked }] of told.entries()) {
    for (const place of marked) marks.set(place, [...(marks.get(place) ?? []), at + 1])
  }
  const errors = told.filter(({ severity }) => severity === 'error').length
  return {
    findings: told.map((finding, at) => Object.assign({ number: at + 1 }, finding)),
    errors,
    warnings: told.length - errors,
    form: formOfTables(tables, facts.year),
    claims: report.narrative ?? [],
    marks,
  }
}

const order = Object.keys(reportTableNames)

/** The rows that the identity binds in each column. */
const bound = ['newReceived', 'carriedOver', 'totalProcessed', 'carriedForward']

function untold(finding: ReportFinding): Untold {
  const { rule, table, row, column, severity } = finding
  const rows = row === undefined ? (rule === 'identity' ? bound : []) : [row]
  return {
    table,
    cell: reportCellName(finding),
    difference: reportDifference(finding),
    why: reportRuleWords[rule],
    severity,
    marked: rows.map((one) => `${table}/${one}/${column ?? ''}`),
  }
}

/** The text of each cell by the name of its input, for the form to show again. */
export function cellTexts(
  tables: Posted['tables'],
  layouts: readonly TableLayout[],
): Map<string, string> {
  const texts = new Map<string, string>()
  for (const { table, rows } of layouts) {
    for (const cell of rows.flat()) {
      if ('row' in cell)
        texts.set(`${table}/${cell.row}/${cell.column}`, textAt(tables, table, cell))
    }
  }
  return texts
}
