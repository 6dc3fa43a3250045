import type { Rule, Watch } from './rule.ts'

const national = '国办秘函〔2019〕19号'
const design = '国办发〔2017〕47号附件《网页设计规范》'
const none = { watches: [], points: 0, pointsFor: 'once', hand: null } as const
const veto = { ...none, level: 'veto', source: national, standing: 'proven' } as const
const deduction = { ...none, level: 'deduction', source: national, standing: 'proven' } as const
const warning = { ...none, level: 'warning', source: design, standing: 'memory' } as const
/** Beside a date so many days; beside a count so many short of it. */
const short = { blue: 2, yellow: 1 }
const week = { blue: 7, yellow: 3 }
const season = { blue: 30, yellow: 10 }

function within(n: number, unit: Watch['window']['unit'], ...columnTypes: string[]): Watch {
  return { columnTypes, window: { n, unit } }
}

/**
 * The rules of the self-inspection (政府网站与政务新媒体检查指标): thresholds that were read in the
 * rule or in a ministry's form of it are `proven`; the others can be set in the manifest.
 */
export const rules: readonly Rule[] = [
  {
    ...veto,
    id: 'V0',
    clause: '单项否决：安全、泄密事故等严重问题',
    threshold: 1,
    unit: 'gaps',
    near: short,
    hand: { alone: false, asks: ['verdict'], absent: false, validDays: 92 },
  },
  {
    ...veto,
    id: 'V1',
    clause: '单项否决：站点无法访问',
    threshold: 5,
    unit: 'percent',
    near: short,
    hand: { alone: true, asks: ['tries', 'failed'], absent: false, validDays: 31 },
  },
  {
    ...veto,
    id: 'V2',
    clause: '单项否决：首页不更新',
    threshold: 14,
    unit: 'days',
    watches: [within(14, 'days', '首页')],
    near: week,
  },
  {
    ...veto,
    id: 'V3a',
    clause: '单项否决：栏目不更新（动态要闻两周、政策文件六个月）',
    threshold: 5,
    unit: 'columns',
    watches: [within(14, 'days', '工作动态'), within(6, 'months', '政策文件')],
    near: { blue: 30, yellow: 7 },
  },
  {
    ...veto,
    id: 'V3b',
    clause: '单项否决：栏目不更新（应更新未更新）',
    threshold: 10,
    unit: 'columns',
    near: { blue: 30, yellow: 7 },
  },
  {
    ...veto,
    id: 'V3c',
    clause: '单项否决：栏目不更新（空白栏目）',
    threshold: 5,
    unit: 'columns',
    near: short,
  },
  {
    ...veto,
    id: 'V4a',
    clause: '单项否决：互动回应差（没有网上咨询渠道）',
    threshold: 1,
    unit: 'gaps',
    near: short,
    hand: { alone: true, asks: ['object', 'verdict'], absent: false, validDays: 31 },
  },
  {
    ...veto,
    id: 'V4b',
    clause: '单项否决：互动回应差（一年内有效留言超过三个月未答复）',
    threshold: 92,
    unit: 'days',
    watches: [within(3, 'months')],
    near: season,
    hand: { alone: false, asks: ['object', 'sinceOn'], absent: true, validDays: 31 },
  },
  {
    ...veto,
    id: 'V5',
    clause: '单项否决：服务不实用（办事指南重点要素缺四类以上）',
    threshold: 5,
    unit: 'matters',
    near: short,
  },
  {
    ...veto,
    id: 'N1',
    standing: 'secondary',
    clause: '政务新媒体单项否决：不更新',
    threshold: 14,
    unit: 'days',
    watches: [within(14, 'days')],
    near: week,
    hand: { alone: true, asks: ['object', 'lastOn'], absent: true, validDays: 366 },
  },
  {
    ...deduction,
    id: 'D1a',
    clause: '信息发布：政策文件栏目六个月未更新',
    threshold: 183,
    unit: 'days',
    watches: [within(6, 'months', '政策文件')],
    points: 5,
    near: season,
  },
  {
    ...deduction,
    id: 'D1b',
    clause: '办事服务：统计数据三个月未更新',
    threshold: 92,
    unit: 'days',
    watches: [within(3, 'months', '数据发布')],
    points: 2,
    near: season,
  },
  {
    ...deduction,
    id: 'D1c',
    clause: '互动交流：两个月未公开留言答复',
    threshold: 61,
    unit: 'days',
    watches: [within(2, 'months')],
    points: 3,
    near: season,
    hand: { alone: false, asks: ['object', 'lastOn'], absent: true, validDays: 366 },
  },
  {
    ...deduction,
    id: 'D2',
    standing: 'memory',
    clause: '互动交流：模拟咨询的简单问题五个工作日内未答复',
    threshold: 1,
    unit: 'questions',
    watches: [within(5, 'working-days')],
    points: 5,
    pointsFor: 'each',
    near: { blue: 3, yellow: 1 },
    hand: { alone: true, asks: ['object', 'replyOn'], absent: false, validDays: 92 },
  },
  {
    ...deduction,
    id: 'D3a',
    standing: 'memory',
    clause: '功能设计：站内链接不可用',
    threshold: 1,
    unit: 'links',
    points: 0.1,
    pointsFor: 'each',
    near: short,
  },
  {
    ...deduction,
    id: 'D3b',
    standing: 'memory',
    clause: '功能设计：站外链接不可用',
    threshold: 1,
    unit: 'links',
    points: 1,
    pointsFor: 'each',
    near: short,
    hand: { alone: true, asks: ['failed', 'elsewhere'], absent: false, validDays: 92 },
  },
  {
    ...warning,
    id: 'D4a',
    clause: '网站标识和页脚要素不全',
    threshold: 1,
    unit: 'gaps',
    near: short,
  },
  {
    ...warning,
    id: 'D4b',
    clause: '栏目页标签的栏目描述与栏目名称重复',
    threshold: 1,
    unit: 'columns',
    near: short,
  },
  {
    ...warning,
    id: 'D4c',
    source: national,
    clause: '解读与政策文件没有相互关联',
    threshold: 1,
    unit: 'links',
    near: short,
  },
  {
    ...warning,
    id: 'D4d',
    source: national,
    clause: '站内检索不可用',
    threshold: 1,
    unit: 'gaps',
    near: short,
  },
]

/** Points of a dead link that is not on the home page (首页以外的死链). */
export const elsewherePoints = 0.1

/** Fewest tries that a finding on availability rests on: 20 a day for 7 days. */
export const fewestTries = 140

/** Key elements that a service guide lacks so many of, or more, to count as poor (办事指南重点要素). */
const poorGuide = 4

/** Days for which it holds that something does not exist at all (不涉及). */
export const absentDays = 366

/** What a score starts from, and the least that passes (合格线). */
export const fullScore = 100
export const passScore = 60

/**
 * Key elements of a guide beside its name, by the field of the published text that holds each; the
 * list's tail is from memory.
 */
const guideElements = [
  'conditions',
  'materials',
  'window',
  'fee',
  'hours',
  'phone',
  'procedure',
] as const

/** Whether a published service guide lacks so many key elements that it counts as poor (重点要素缺失). */
export function isPoorGuide(
  guide: Readonly<
    Partial<Record<(typeof guideElements)[number], string | readonly string[] | undefined>>
  >,
): boolean {
  return guideElements.filter((element) => (guide[element]?.length ?? 0) === 0).length >= poorGuide
}
