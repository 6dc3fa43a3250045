import { type Period, readPeriod } from '../../../domain/statistics/period.ts'

/** Words of the statistics (统计页面文字), for citizens and for offices above. */
export const office = {
  title: '数据统计',
  description: '政府信息公开申请办理情况和主动公开信息数量',
  deskTitle: '统计',
  scopeLabel: '统计范围',
  own: '本机关',
  subtree: '本级及下级',
  periodLabel: '统计时期',
  show: '查看',
  summary: '主要数据',
  asOf: '数据截至',
  unreported: '这个时期无人报送',
  unreportedHint: '没有报送的数不作为零显示。请选择别的时期。',
  coverage: '报送情况',
  coverageOf: '{n} 个机关已报送 {m} 个',
  coverageAll: '{n} 个机关全部报送',
  silent: '未报送的机关（{n} 个）',
  received: '新收申请',
  decided: '办结申请',
  forward: '结转继续办理',
  published: '公开信息',
  queryable: '可查信息',
  cases: '件',
  pieces: '条',
  formula: '勾稽关系：{over}结转 {a} 件 ＋ 新收 {b} 件 ＝ 办结 {c} 件 ＋ 结转下期 {d} 件',
  lastYear: '上年',
  lastPeriod: '上期',
  tableCaption: '收到和处理政府信息公开申请情况',
  tableHint: '表格较宽，可以左右滑动查看。',
  tableCorner: '本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和',
  applicants: '申请人情况',
  organisations: '法人或其他组织',
  course: '{year}年各月申请情况',
  courseTable: '{year}年各月数据',
  month: '月份',
  children: '直属下级',
  child: '机关',
  agencies: '机关数',
  childrenHint: '点机关名称查看它的数据；含下级的机关，所列为它本级及下级之和。',
  signals: '在办申请预警',
  red: '红色（超期）',
  yellow: '黄色（将到期）',
  blue: '蓝色（过半）',
  data: '开放数据',
  dataJson: 'JSON 格式',
  sync: '数据报送',
  behind: '本机关待报送的事件',
  deadLetters: '待处理的失败消息',
  lastReport: '最近一次报送',
  longestSilent: '最久没有报送的机关',
  never: '从未报送',
  noDeadLetters: '没有',
} as const

const quarters = ['一', '二', '三', '四']
const halves = ['上', '下']

/** A period as people say it: 2026年, 2026年上半年, 2026年第三季度, 2026年3月. */
export function periodName({ year, kind, part }: Period): string {
  switch (kind) {
    case 'year':
      return `${year}年`
    case 'half':
      return `${year}年${halves[part - 1] ?? ''}半年`
    case 'quarter':
      return `${year}年第${quarters[part - 1] ?? ''}季度`
    case 'month':
      return `${year}年${part}月`
    default:
      return kind satisfies never
  }
}

/** The periods that may be chosen beside one: recent years, and the parts of its own year that have begun. */
export function periodChoices({ year }: Period, today: string): { value: string; label: string }[] {
  const thisYear = Number(today.slice(0, 4))
  const years = [0, 1, 2, 3, 4].map((ago) => String(thisYear - ago))
  const parts = ['H1', 'H2', 'Q1', 'Q2', 'Q3', 'Q4', ...monthParts()].map(
    (part) => `${year}-${part}`,
  )
  return [...new Set([...years, String(year)])].concat(parts).flatMap((key) => {
    const period = readPeriod(key)
    const hasBegun = period !== null && (period.months[0] ?? '') <= today.slice(0, 7)
    return hasBegun ? [{ value: key, label: periodName(period) }] : []
  })
}

/** Fills the {name}s of a sentence. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}

function monthParts(): string[] {
  return Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'))
}
