import type { CalendarAction, CalendarState } from '../../../domain/calendar/lifecycle.ts'
import type { FieldProblem } from '../../../domain/shared/refusal.ts'
import { type CalendarScope, editionsIn, markIn } from '../../../domain/time/edition.ts'

/** Words of the tables of holidays (放假安排、工作日历). */
export const calendarWords = {
  title: '放假安排',
  publicTitle: '工作日历',
  link: '放假安排与工作日历',
  lead: '所有期限都按这里的放假安排数工作日。国家放假安排由市级主管机关录入、另一人核对后施行；各机关只录入本地特有的放假日。施行后各机关自动重算在办件的期限，已经施行的版本不能修改，只能由新版本代替。',
  publicLead: '本机关答复、补正、征求意见等各种期限，都按下面的放假安排计算工作日。',
  inUse: '现行版本',
  codeOnly: (first: number, last: number): string =>
    `系统内置的国务院办公厅放假安排（${first}—${last} 年）；以后年份先按法定节假日暂算。`,
  versions: '版本',
  none: '还没有录入过版本',
  noneWhy: '国务院办公厅印发新一年的放假安排以后，在这里录入。',
  newNational: '录入国家放假安排',
  newLocal: '录入本地放假日',
  year: '年份',
  scope: '范围',
  state: '状态',
  source: '依据',
  drafted: '录入',
  checked: '核对',
  table: '放假和上班日期',
  tableHint:
    '可以直接粘贴国务院办公厅通知的各条，也可以从表格复制。每行一项：“名称,开始日期,结束日期”为放假，“上班,日期”为周末上班，例如“元旦,2027-01-01,2027-01-03”“上班,2027-01-10”。',
  file: '或者上传表格',
  fileHint: 'CSV 或者 XLSX，三列：名称、开始日期、结束日期；选了文件就以文件为准。',
  docNumber: '文号',
  docNumberHint: '例如：国办发明电〔2025〕7号。粘贴整份通知时可以不填，从通知里读。',
  url: '通知的网址',
  issuedOn: '印发日期',
  save: '保存草稿',
  edit: '修改草稿',
  off: '放假',
  work: '上班',
  offDays: '放假日期',
  workDays: '周末上班的日期',
  name: '名称',
  from: '开始',
  to: '结束',
  days: '天数',
  trial: '施行以后会怎样',
  trialHere: (moved: number, cases: number): string =>
    `本机关 ${cases} 件在办件中，将有 ${moved} 个到期日变动。`,
  trialAll: (moved: number, cases: number, answered: number, agencies: number): string =>
    `将有 ${moved} 个到期日变动（${answered} 个机关已试算，共 ${agencies} 个；在办 ${cases} 件）。`,
  trialAsk: '请各机关试算',
  trialAsked: '已请各机关试算，稍后刷新本页查看件数。',
  trialNone: '还没有机关试算。',
  refresh: '刷新',
  agency: '机关',
  cases: '在办件数',
  moved: '变动的到期日',
  progress: '各机关重算情况',
  progressText: (answered: number, agencies: number, moved: number): string =>
    `${agencies} 个机关中 ${answered} 个已经重算，共变动 ${moved} 个到期日。`,
  switches: '期限变动',
  switchesNone: '还没有因为放假安排变动过期限。',
  switchAt: '重算时间',
  renewed: '日期不变、按新版本确定',
  moves: '期限变动的办件',
  number: '编号',
  what: '哪一个日期',
  before: '原日期',
  after: '新日期',
  next: '下一页',
  noDay: '无',
  samePerson: '录入的人不能自己核对，请另一位工作人员核对后施行。',
  checkHint: '请对照通知原文逐日核对。施行后本版本不能再改，各机关随即重算期限。',
  done: '已保存。',
  taken: '已施行，正在重算期限。',
  dropped: '草稿已作废。',
  builtIn: '系统内置',
  otherYears: '其他年份',
  provisional: '这一年的放假安排还没有公布，下面按法定节假日暂算，公布后会重算。',
  local: '本地放假日',
  notices: '通知原文',
} as const

/** Names of the scopes. */
export const calendarScopeNames: Readonly<Record<CalendarScope, string>> = {
  national: '国家放假安排',
  local: '本地放假日',
}

/** Names of the states. */
export const calendarStateNames: Readonly<Record<CalendarState, string>> = {
  draft: '草稿',
  'in-force': '施行中',
  replaced: '已被新版本代替',
  dropped: '已作废',
}

/** Names of the steps. */
export const calendarActionNames: Readonly<Record<CalendarAction, string>> = {
  edit: '修改草稿',
  check: '核对无误，施行',
  drop: '作废草稿',
}

/** What moved. */
export const movedNames = { reply: '答复期限', applicant: '等候申请人至' } as const

type Fault = Extract<FieldProblem, { problem: 'calendar-line' }>['why']

/** Why a line of a table cannot stand. */
export const calendarFaults: Readonly<Record<Fault, string>> = {
  unreadable: '看不懂这一行，请写成“名称,开始日期,结束日期”或者“上班,日期”',
  backwards: '结束日期早于开始日期',
  'too-many-days': '一次放假超过 15 天，请核对',
  'other-year': '不是这一年的日期',
  twice: '这一天与别的行重复',
  'off-and-work': '这一天既放假又上班',
  'workday-already': '这一天本来就是工作日，不用列为上班',
}

/** The name of a version in sentences: 国家放假安排 2027 年第 1 版. */
export function editionName(edition: { scope: CalendarScope; year: number; n: number }): string {
  return `${calendarScopeNames[edition.scope]} ${edition.year} 年第 ${edition.n} 版`
}

/** Says which versions a day was counted by (期限按哪一版工作日历计算). */
export function countedBy(version: string): string {
  const editions = editionsIn(markIn(version)).map(editionName)
  return editions.length === 0
    ? '按系统内置的放假安排计算'
    : `按${editions.join('、')}计算，其他年份按系统内置的放假安排`
}
