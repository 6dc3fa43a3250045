import type { Asked, Rule } from '../../../domain/self-inspection/rule.ts'
import type {
  Evidence,
  EvidenceOf,
  Outcome,
  RuleColour,
  RuleId,
  RuleLevel,
  RuleState,
  SelfInspection,
} from '../../../domain/self-inspection/types.ts'

/** Words of the self-inspection (网站自查). */
export const selfInspection = {
  title: '网站自查',
  lead: '按全国政府网站与政务新媒体检查指标，逐项核对今天的情况，并提示还有几天会触发。系统看不到的由人核查登记；没有登记，或者登记过期的，列为待核查，不算正常。',
  rule: '指标',
  asks: '评分细则',
  stand: '检查情况',
  left: '剩余',
  points: '扣分',
  state: '状态',
  source: '依据',
  more: '其余 {n} 项',
  based: '依据 {n} 项',
  record: '登记核查',
  records: '核查记录',
  goodUntil: '登记有效到 {on}',
  vetoed: '单项否决，不合格',
  failed: '不合格',
  passed: '合格',
  incomplete: '尚未核查完',
  verdict: '结论',
  score: '得分',
  scoreOf: '{score} 分（满分 100，低于 60 为不合格）',
  trippedOf: '已触发 {n} 项',
  nearOf: '临近 {n} 项',
  unknownOf: '待核查 {n} 项',
  incompleteWhy: '还有 {n} 项待核查，登记后才有完整结论。',
  on: '自查日期',
  standing: {
    proven: '',
    secondary: '数值据转述，可由机关设置调整。',
    memory: '数值待核实，可由机关设置调整。',
  } satisfies Record<Rule['standing'], string>,
  file: '网站自查表',
  print: '可直接打印本页，或者下载表格上报。',
} as const

/** Names of the three parts of the table. */
export const levelNames: Readonly<Record<RuleLevel, string>> = {
  veto: '单项否决指标',
  deduction: '扣分指标',
  warning: '提示',
}

/** What each part is about. */
export const levelLeads: Readonly<Record<RuleLevel, string>> = {
  veto: '国办秘函〔2019〕19号。有一项触发，网站即不合格。',
  deduction: '国办秘函〔2019〕19号。从 100 分起扣，低于 60 分为不合格。',
  warning: '没有公布的分值，只作提示，不计分；数值待核实，可由机关设置调整。',
}

/** A warning in colour and word. */
export const colourNames: Readonly<Record<RuleColour, string>> = {
  blue: '蓝 提醒',
  yellow: '黄 预警',
  red: '红 纠错',
}

/** A state that has no colour. */
export const stateNames: Readonly<Record<RuleState, string>> = {
  clear: '正常',
  near: '临近',
  tripped: '已触发',
  unknown: '待核查',
  'not-applicable': '不涉及',
}

/** What a piece of evidence is where its name is not told. */
export const evidenceNames: Readonly<Record<EvidenceOf, string>> = {
  column: '栏目',
  item: '信息',
  backdated: '补登较早日期',
  incident: '应急事件',
  topic: '点题',
  complaint: '对办理的投诉',
  service: '办事指南',
  norm: '规范性文件',
  record: '核查记录',
  setting: '机关清单',
}

/** Names of the facts of a manifest. */
export const settingNames: Readonly<Record<string, string>> = {
  siteIdCode: '政府网站标识码',
  'footer.organiser': '主办单位',
  'footer.icp': 'ICP备案号（空缺或者全为零）',
  'footer.policeFiling': '公安备案号（空缺或者全为零）',
  'guide.telephone': '联系电话',
  'guide.address': '办公地址',
}

const units: Readonly<Record<Exclude<Rule['unit'], 'days' | 'percent'>, string>> = {
  columns: '个栏目',
  matters: '份',
  questions: '个问题',
  links: '处',
  gaps: '项',
}

const unmeasured: Readonly<Record<RuleState, string>> = {
  clear: '没有发现问题',
  near: '',
  tripped: '从未更新',
  unknown: '没有有效的核查记录',
  'not-applicable': '没有这类内容',
}

/** Where a rule stands, in words (检查情况). */
export function standWords({ unit }: Rule, outcome: Outcome): string {
  const { state, measured, threshold } = outcome
  if (measured === null) return unmeasured[state]
  if (unit === 'days') return `已 ${measured} 天，期限 ${threshold} 天`
  if (unit === 'percent') return `${measured}%，达到 ${threshold}% 即触发`
  const name = units[unit]
  if (threshold > 1) return `${measured} ${name}，达到 ${threshold} ${name}即触发`
  if (measured > 0) return `${measured} ${name}`
  return state === 'near' ? '尚在期限内' : '没有发现问题'
}

/** How many days are left, in words (剩余). */
export function leftWords({ watches }: Rule, { tripsOn, daysLeft }: Outcome): string {
  if (tripsOn === null || daysLeft === null || daysLeft < 1) return ''
  const unit = watches[0]?.window.unit === 'working-days' ? '个工作日' : '天'
  return `还有 ${daysLeft} ${unit}`
}

/** The day on which a rule trips, or did, in words (触发日). */
export function tripWords({ state, tripsOn }: Outcome): string {
  if (tripsOn === null) return ''
  return state === 'tripped' ? `${tripsOn}起已触发` : `${tripsOn}触发`
}

/** What an evidence says of its day. */
export function sinceWords(rule: RuleId, { of, since }: Evidence): string {
  if (since === null) return ''
  if (of === 'column') return `最后更新 ${since}`
  if (of === 'record') return rule === 'V4b' ? `${since}起未答复` : `核查于 ${since}`
  return of === 'topic' || of === 'complaint' ? `${since}收到` : since
}

/** The verdict in words (结论). */
export function verdictWords({ vetoed, verdict }: SelfInspection): string {
  if (vetoed) return selfInspection.vetoed
  if (verdict === 'fail') return selfInspection.failed
  return verdict === 'pass' ? selfInspection.passed : selfInspection.incomplete
}

/** Words of the records that officers make (核查登记). */
export const selfCheck = {
  title: '核查登记',
  lead: '由人核查后登记日期和凭据。新的登记代替同一对象较早的登记，登错的可以划除，历次都留存。',
  on: '核查日期',
  askedOn: '提交日期',
  proof: '凭据',
  proofHint: '写明依据在哪里，如监测报告编号、截图存放处。不写个人信息。',
  absent: '不涉及：没有这样的渠道或者账号',
  save: '登记',
  done: '已登记。',
  struck: '已划除，这一项回到待核查。',
  strike: '划除',
  list: '历次登记',
  none: '还没有登记',
  found: '核查结果',
  by: '登记人',
  until: '有效到',
  answer: '登记答复',
  act: '操作',
  state: '状态',
  states: {
    speaks: '有效',
    expired: '已过期',
    replaced: '已有新登记',
    struck: '已划除',
  },
} as const

/** Names of what a record states; a few mean something of their own for a rule. */
export const askedNames: Readonly<Record<Asked, string>> = {
  object: '核查对象',
  verdict: '结果',
  tries: '访问总次数',
  failed: '打不开的次数',
  elsewhere: '其他页面打不开的链接数',
  sinceOn: '最早一件未答复留言的日期',
  lastOn: '最后一次发布的日期',
  replyOn: '答复日期',
}

/** Where a field means something of its own for a rule: its name and hint. */
export const askedOf: Readonly<Record<string, { label?: string; hint?: string }>> = {
  'V0.verdict': { label: '内容核查结果' },
  'V1.tries': { hint: '七天、每天至少二十次，共不少于 140 次。' },
  'V4a.object': { label: '渠道', hint: '如“领导信箱”“12345 在线留言”。' },
  'V4b.object': { label: '信箱', hint: '本系统以外的咨询留言信箱。' },
  'V4b.sinceOn': { hint: '全部答复了的不填。' },
  'N1.object': { label: '账号', hint: '如“某某发布（微信公众号）”。每个账号登记一次。' },
  'D1c.object': { label: '信箱' },
  'D1c.lastOn': { label: '最后一次公开答复的日期' },
  'D2.object': { label: '提交的问题' },
  'D2.replyOn': { hint: '还没有答复的不填，答复后再登记。' },
  'D3b.failed': { label: '首页打不开的链接数' },
}

/** The two results of a look. */
export const verdictNames = { works: '没有问题', broken: '有问题' } as const
