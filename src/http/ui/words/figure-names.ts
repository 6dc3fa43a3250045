import {
  applicationColumns,
  applicationRows,
  reviewLitigationBlocks,
  reviewLitigationColumns,
} from '../../../domain/shared/report-keys.data.ts'
import { manualIndicators } from '../../../domain/statistics/manual.data.ts'

const rows: Readonly<Record<string, string>> = {
  ...Object.fromEntries(applicationRows.map(({ key, label }) => [key, label])),
  ...Object.fromEntries(
    Object.entries(reviewLitigationBlocks).map(([key, label]) => [`dispute.${key}`, label]),
  ),
  ...Object.fromEntries(manualIndicators.map(({ code, name }) => [`manual.${code}`, name])),
  submitted: '提交的申请',
  items: '主动公开信息',
  normativeDocuments: '行政规范性文件',
  clarifications: '澄清信息',
  channel: '公开载体',
  channelReceived: '新收申请（按渠道）',
  timeliness: '答复时效',
  publishedColumn: '公开信息（按栏目）',
  publishedTheme: '公开信息（按主题）',
  complaints: '申请办理投诉',
  converted: '转为其他渠道办理',
  reopened: '转回申请办理',
  redone: '重新答复',
  transferred: '移送',
  topics: '点题公开',
  incidents: '应急处置',
  held: '不予公开信息',
  powers: '权责事项',
  powerChanges: '权责事项变更',
  serviceGuides: '办事指南',
}

const columns: Readonly<Record<string, string>> = {
  ...Object.fromEntries(applicationColumns.map(({ key, label }) => [key, label])),
  ...reviewLitigationColumns,
  'in-person': '当面',
  oral: '口头',
  'registered-mail': '挂号信',
  'ordinary-mail': '平信',
  internet: '网上',
  email: '电子邮件',
  fax: '传真',
  timely: '按时',
  late: '逾期',
  filed: '收到',
  published: '公开',
  withdrawn: '撤回',
  made: '制发',
  value: '数值',
  attested: '填报数',
  notApplicable: '不适用数',
  in: '移入',
  out: '移出',
}

/** What a figure counts (统计项名称), as officers and citizens read it. */
export function figureName(row: string, column: string): string {
  return `${rows[row] ?? row}：${columns[column] ?? column}`
}

const causes: Readonly<Record<string, string>> = {
  application: '依申请公开案件',
  item: '公开信息',
  norm: '规范性文件',
  dispute: '复议诉讼案件',
  complaint: '投诉',
  figure: '人工填报',
  clarification: '澄清',
  topic: '点题公开',
  incident: '应急处置',
}

/** What brought about a change (更正来源), by the kind of event. */
export function causeName(kind: string): string {
  return causes[kind.split('.')[0] ?? ''] ?? '其他业务'
}
