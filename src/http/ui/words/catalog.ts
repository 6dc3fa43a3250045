import type { Cadence } from '../../../domain/agency/agency.ts'
import type { Health } from '../../../domain/catalog/health.ts'
import { channelNames } from './channel.ts'

/** How often a column is renewed, in words (公开时限). */
export function cadenceWords(cadence: Cadence): string {
  if (cadence.kind === 'prompt') return '随时公开，20 个工作日内'
  if (cadence.kind === 'standing') return '长期公开，每年核对'
  if ('everyDays' in cadence) return `定期公开，每 ${cadence.everyDays} 天`
  if ('by' in cadence) {
    const [month, day] = cadence.by.split('-').map(Number)
    return `定期公开，每年 ${month} 月 ${day} 日前`
  }
  return `定期公开，${periods[cadence.period]}后 ${cadence.within} 个工作日内`
}

const periods = {
  month: '每月结束',
  quarter: '每季度结束',
  'half-year': '每半年结束',
  year: '每年结束',
} as const

/** Names of the three kinds of cadence. */
export const cadenceNames: Readonly<Record<Cadence['kind'], string>> = {
  regular: '常规定期',
  prompt: '临时随时',
  standing: '固定长期',
}

/** Why a column has the colour it has (体检结论). */
export function healthWords({ code, days, dueOn }: Health): string {
  switch (code) {
    case 'empty-mandatory':
      return '法定栏目，不得为空'
    case 'empty':
      return '尚未公开过，不是法定必有栏目'
    case 'overdue':
      return `应在 ${dueOn ?? ''} 前更新，已超 ${days} 个工作日`
    case 'due-soon':
      return days === 0 ? '今天到期' : `还有 ${days} 个工作日到期`
    case 'check-overdue':
      return `应在 ${dueOn ?? ''} 前核对，已超 ${days} 天`
    case 'check-soon':
      return `还有 ${days} 天应做年度核对`
    case 'never-checked':
      return '还没有核对过，请看一遍内容是否仍然准确'
    case 'stale':
      return `已有 ${days} 天没有更新，请核实有没有应公开而未公开的`
    case 'fine':
      return '正常'
    default:
      return code satisfies never
  }
}

/** Who keeps a column, without the name of the agency whose page it is (责任单位). */
export function ownerWords(owner: string | null, agency: string): string {
  const own = owner ?? ''
  return own.startsWith(agency) && own !== agency ? own.slice(agency.length) : own
}

/** Carriers as one reads them (公开渠道): 网站、公示栏. */
export function carrierWords(channels: readonly string[]): string {
  const names: Readonly<Record<string, string>> = channelNames
  return channels.map((key) => names[key] ?? key).join('、')
}

/** Words of the catalogue on the desk (栏目体检). */
export const catalogDesk = {
  title: '栏目体检',
  lead: '按公开时限逐栏检查：空白、超期、久未更新的排在前面。核对过仍然准确的，在这里记一笔。',
  trunk: '目录主干：{name}，自 {from} 起施行',
  colours: { red: '红', yellow: '黄', blue: '蓝', none: '正常' },
  countsLabel: '各颜色栏目数',
  column: '栏目',
  cadence: '公开时限',
  duty: '责任单位和渠道',
  count: '件数',
  last: '最近更新',
  due: '应办日',
  finding: '结论',
  checked: '最近核对',
  act: '办理',
  mandatory: '法定必有',
  never: '无',
  provisional: '（暂定）',
  check: '核对',
  move: '调整',
  checkTitle: '核对栏目',
  checkLead: '请打开栏目逐条看过，确认内容仍然准确、没有应当公开而没有公开的，再记下核对情况。',
  checkNote: '核对情况',
  checkNoteHint: '例如：机构职能、地址、电话均与现状一致。',
  checkButton: '记录核对',
  checkDone: '已记录核对，下次核对日从今天起重新计算。',
  by: '核对人',
  openColumn: '查看栏目',
  back: '返回栏目体检',
  all: '全部栏目',
} as const

/** Words for entries and files told apart (目录与文件核对). */
export const catalogFiles = {
  title: '目录与文件',
  entries: '目录 {n} 条，',
  files: '附件 {n} 份。',
  bare: '有目录没有内容的 {n} 条；',
  unlabelled: '所在条目要素不全的附件 {n} 份。',
  fine: '条目都有正文或附件，附件所在的条目要素齐全。',
  item: '信息',
  problem: '问题',
  isBare: '没有正文，也没有附件',
  lacks: '缺少{what}',
  summary: '内容概述',
  writtenOn: '生成日期',
} as const

/** Names of the places within the catalogue room. */
export const catalogNav = {
  label: '目录工作',
  places: {
    deskCatalog: '栏目体检',
    selfInspection: '网站自查',
    columnMoves: '调整栏目',
    coverage: '标准目录',
    deskGuide: '公开指南',
    deskRules: '公开制度',
    deskInstitution: '领导和机构',
  },
} as const

/** Words for moving items between columns (调整栏目). */
export const moveWords = {
  title: '调整栏目',
  lead: '机构职能或者栏目划分有变化时，把信息调到别的栏目。索引号、地址和发布日期都不变，原来的链接仍然有效。',
  from: '现在的栏目',
  choose: '查看',
  items: '要调整的信息',
  to: '调到哪个栏目',
  move: '调整选中的信息',
  done: '已调整 {n} 条信息。',
  empty: '这个栏目里没有信息',
  none: '请先选择现在的栏目。',
  published: '发布日期',
} as const
