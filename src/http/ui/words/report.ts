import { reportSections } from '../../../domain/report/annual/sections.data.ts'
import type { ReportFinding, ReportRule, ReportTable } from '../../../domain/report/finding.ts'
import {
  applicationColumns,
  applicationRows,
  reviewLitigationBlocks,
  reviewLitigationColumns,
} from '../../../domain/shared/report-keys.data.ts'
import { proactiveColumns, proactiveRows } from '../../../domain/shared/report-proactive.data.ts'

/** The parts of a report as its readers know them. */
export const reportTableNames: Readonly<Record<ReportTable, string>> = {
  proactive: '表二 主动公开政府信息情况',
  applications: '表三 收到和处理政府信息公开申请情况',
  reviewLitigation: '表四 政府信息公开行政复议、行政诉讼情况',
  narrative: '正文',
  previous: '上年年报',
}

/** Why a figure is wrong (核对规则), in one sentence each. */
export const reportRuleWords: Readonly<Record<ReportRule, string>> = {
  identity: '每一列都应当：一（新收）加二（上年结转）等于三（七）（办理总计）加四（结转下年度）',
  resultSum: '每一列的“（七）总计”应当等于（一）至（六）各项之和',
  rowSum: '每一行的“总计”应当等于六类申请人之和',
  blankTotal: '分项填了数，总计不能空着；空白和 0 不是一回事',
  reviewSum: '“总计”应当等于结果维持、结果纠正、其他结果、尚未审结四项之和',
  inForceLessThanMade:
    '本年制发的文件不是现行有效，就是已经废止，所以制发数不应大于现行有效数加废止数',
  regulationsByUnauthorisedBody: '县、乡镇和部门没有制定规章的权力，规章各栏应当是 0',
  narrativeMismatch: '正文写的数应当与表格一致，或者与它自己列出的分项之和一致',
  carryOver: '今年的“上年结转”应当等于上年年报的“结转下年度继续办理”；不相等的，要说明理由',
  inForceBalance: '上年现行有效加本年制发减本年废止，应当等于本年现行有效；不相等的，要说明理由',
}

const rowLabels: Readonly<Record<string, string>> = {
  ...Object.fromEntries(applicationRows.map(({ key, label }) => [key, label])),
  other: '三、（六）其他处理',
  ...Object.fromEntries(proactiveRows.map(({ key, label }) => [key, label])),
  ...reviewLitigationBlocks,
}

const columnLabels: Readonly<Record<ReportTable, Readonly<Record<string, string>>>> = {
  applications: Object.fromEntries(applicationColumns.map(({ key, label }) => [key, label])),
  proactive: proactiveColumns,
  reviewLitigation: reviewLitigationColumns,
  narrative: {},
  previous: { year: '年度' },
}

/** The cell of a finding as the form prints it: row and column by their official labels. */
export function reportCellName({
  table,
  row,
  column,
}: Pick<ReportFinding, 'table' | 'row' | 'column'>): string {
  const parts = [
    ...(row === undefined ? [] : [rowLabels[row] ?? row]),
    ...(column === undefined ? [] : [columnLabels[table][column] ?? column]),
  ]
  const words = parts.map((part) => `“${part}”`).join('')
  return row === undefined && table === 'applications' ? `${words}一列` : words
}

/** The cell that a remark is about (逐格意见), by its keys parted by strokes or points; null for any other words. */
export function cellOfRemark(
  at: string,
): { table: Exclude<ReportTable, 'narrative' | 'previous'>; row: string; column: string } | null {
  const parts = at.includes('/') ? at.split('/') : at.split('.')
  const [table, column] = [parts[0], parts.at(-1) ?? '']
  const row = parts.slice(1, -1).join('.')
  if (parts.length < 3 || !isTable(table)) return null
  return Object.hasOwn(rowLabels, row) && Object.hasOwn(columnLabels[table], column)
    ? { table, row, column }
    : null
}

/** What a remark is about in words: a cell by its official labels, a section by its title, else as it was written. */
export function remarkPlace(at: string): string {
  const cell = cellOfRemark(at)
  if (cell !== null) return `${reportTableNames[cell.table].split(' ')[0]}${reportCellName(cell)}`
  return reportSections.find(({ key }) => key === at)?.title ?? at
}

const reportFields: Readonly<Record<string, string>> = {
  '': '年报',
  agency: '编制机关',
  code: '区划代码',
  level: '机关类别',
  scope: '统计范围',
  year: '年度',
  format: '年报格式',
  narrative: '正文数字',
}

/** The name of a cell that a report was sent with (/report/applications/granted/total), undefined elsewhere. */
export function reportPlace(pointer: string): string | undefined {
  const [, whose, table, row, column] = pointer.split('/')
  if (whose !== 'report' && whose !== 'previous') return undefined
  if (!isTable(table)) {
    const name = reportFields[table ?? '']
    return name !== undefined && whose === 'previous' ? `上年年报的${name}` : name
  }
  const cell = reportCellName({
    table,
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
  })
  const words = `${reportTableNames[table].split(' ')[0]}${cell}`
  return whose === 'report' ? words : `上年年报${words}`
}

function isTable(
  word: string | undefined,
): word is 'proactive' | 'applications' | 'reviewLitigation' {
  return word === 'proactive' || word === 'applications' || word === 'reviewLitigation'
}

/** What a finding says (核对意见): where, what stands there, what was expected, and why. */
export function reportFindingWords(finding: ReportFinding): string {
  const table = reportTableNames[finding.table].split(' ')[0]
  return `${table}${reportCellName(finding)}：${reportDifference(finding)}。${reportRuleWords[finding.rule]}。`
}

/** The figure that stands in a cell and the one that was expected. */
export function reportDifference({ rule, expected, actual }: ReportFinding): string {
  switch (rule) {
    case 'identity':
      return `一加二是 ${expected}，三（七）加四是 ${actual}`
    case 'blankTotal':
      return `应为 ${expected}，空着没有填`
    case 'inForceLessThanMade':
      return `填的是 ${actual}，现行有效加废止只有 ${expected}`
    case 'narrativeMismatch':
      return `写的是 ${actual}，表格（或者分项之和）是 ${expected}`
    default:
      return `应为 ${expected}，填的是 ${actual}`
  }
}
