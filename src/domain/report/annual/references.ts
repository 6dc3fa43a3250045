import {
  applicationColumns,
  applicationRows,
  type ColumnKey,
  type RowKey,
} from '../../shared/report-keys.data.ts'
import { addKnown } from '../cells.ts'
import type { AnnualReport, Figure } from '../types.ts'
import type { ReportCoverage, YearFigures } from './compile.ts'

/** A figure that prose may quote by its name (数字引用), and what it is now; null is 未报送. */
export type Reference = { name: string; value: Figure | string }

const rowNames: Readonly<Record<RowKey, string>> = {
  newReceived: '新收申请',
  carriedOver: '上年结转',
  granted: '予以公开',
  partialGrant: '部分公开',
  'denied.stateSecret': '国家秘密',
  'denied.lawForbidden': '法律法规禁止公开',
  'denied.threeSecuritiesOneStability': '三安全一稳定',
  'denied.thirdPartyRights': '第三方合法权益',
  'denied.internalAffairs': '内部事务信息',
  'denied.processInfo': '过程性信息',
  'denied.enforcementFile': '行政执法案卷',
  'denied.adminInquiry': '行政查询事项',
  'unable.notHeld': '不掌握信息',
  'unable.needsCreation': '需要另行制作',
  'unable.stillUnclear': '补正后仍不明确',
  'notProcessed.petition': '信访举报投诉',
  'notProcessed.repeated': '重复申请',
  'notProcessed.publication': '要求提供公开出版物',
  'notProcessed.excessive': '大量反复申请',
  'notProcessed.reconfirm': '要求确认或重新出具',
  'other.overdueCorrection': '逾期不补正',
  'other.overdueFee': '逾期不缴费',
  'other.misc': '其他处理其他',
  totalProcessed: '办理总计',
  carriedForward: '结转下年',
}

const groups = [
  ['不予公开', 'denied.'],
  ['无法提供', 'unable.'],
  ['不予处理', 'notProcessed.'],
  ['其他处理', 'other.'],
] as const

const matters = [
  ['规范性文件制发', 'normativeDocuments', 'made'],
  ['规范性文件废止', 'normativeDocuments', 'repealed'],
  ['规范性文件现行有效', 'normativeDocuments', 'inForce'],
  ['行政许可', 'licensing', 'decisions'],
  ['行政处罚', 'punishment', 'decisions'],
  ['行政强制', 'coercion', 'decisions'],
  ['收费万元', 'fees', 'amountWanYuan'],
] as const

const blocks = [
  ['行政复议', 'review'],
  ['直接起诉', 'litigationDirect'],
  ['复议后起诉', 'litigationAfterReview'],
] as const
const results = [
  ['总计', 'total'],
  ['维持', 'upheld'],
  ['纠正', 'corrected'],
  ['其他', 'other'],
  ['未审结', 'pending'],
] as const

/**
 * Every figure of a report that its prose may quote, by name: those of the tables, items published, and for
 * one that sums up others who is in the sums.
 */
export function referencesOf(
  report: AnnualReport,
  items: YearFigures['items'],
  coverage: ReportCoverage | null,
): Reference[] {
  const { applications, proactive, reviewLitigation } = report
  const cell = (row: RowKey, column: ColumnKey): Figure => applications?.[row]?.[column] ?? null
  const sum = (prefix: string): Figure =>
    addKnown(
      applicationRows
        .filter(({ key }) => key.startsWith(prefix))
        .map(({ key }) => cell(key, 'total')),
    )
  return [
    { name: '公开信息', value: items.published },
    { name: '可查信息', value: items.queryable },
    ...applicationRows.map(({ key }) => ({ name: rowNames[key], value: cell(key, 'total') })),
    ...groups.map(([name, prefix]) => ({ name, value: sum(prefix) })),
    ...applicationColumns
      .filter(({ key }) => key !== 'total')
      .map(({ key, label }) => ({ name: `${label}新收`, value: cell('newReceived', key) })),
    ...matters.map(([name, row, column]) => ({ name, value: proactive?.[row]?.[column] ?? null })),
    ...blocks.flatMap(([name, block]) =>
      results.map(([result, column]) => ({
        name: `${name}${result}`,
        value: reviewLitigation?.[block]?.[column] ?? null,
      })),
    ),
    ...(coverage === null ? [] : coverageReferences(coverage)),
  ]
}

/** Most names that the text lists. */
const mostNamed = 100

function coverageReferences({ reporting, of, missing }: ReportCoverage): Reference[] {
  const more = missing.length > mostNamed ? `等 ${missing.length} 个` : ''
  const named = `（${missing.slice(0, mostNamed).join('、')}${more}）`
  return [
    { name: '应报机关', value: of },
    { name: '已报机关', value: reporting },
    { name: '未报机关', value: missing.length },
    { name: '未报机关名单', value: missing.length === 0 ? '' : named },
  ]
}
