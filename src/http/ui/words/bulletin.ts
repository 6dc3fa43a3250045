import type { FindingState } from '../../../domain/report/bulletin/finding.ts'
import type {
  BulletinAction,
  BulletinState,
  IssueWay,
} from '../../../domain/report/bulletin/lifecycle.ts'
import type { ReceivedFindingState } from '../../../domain/report/bulletin/told.ts'

/** Words of the bulletins at the desk (简报文字). */
export const bulletin = {
  title: '简报',
  lead: '月小结、季通报、半年考核表和自查报告在结账以后按期自动生成草稿，数字取自统计数据，不能直接改；核对、批准以后印发。',
  received: '收到的简报',
  receivedLead: '上级机关下发的简报，和其中要求本机关整改的问题。',
  kinds: '种类和期次',
  kind: '种类',
  allKinds: '全部种类',
  year: '年份',
  show: '查看',
  next: '下次生成',
  nextOf: '{period}，{on} 生成',
  waiting: '未销号问题',
  waitingOf: '{n} 项',
  overdue: '其中逾期 {n} 项',
  list: '{year}年的简报',
  none: '这一年还没有简报',
  noneWhy: '到生成日的夜间自动生成。',
  period: '时期',
  state: '状态',
  number: '编号',
  issuedOn: '印发日期',
  generatedOn: '生成日期',
  asOf: '数据截至',
  lockedAsOf: '锁定时数据截至',
  coverage: '报送情况',
  coverageOf: '{of} 个机关已报送 {n} 个',
  corrections: '结账后更正',
  correctionsOf: '{n} 处',
  missing: '没有报送数据的机关（{n} 个）',
  ways: '印发方式',
  item: '公开稿件',
  toItem: '打开公开稿件',
  itemHint: '公开稿件要经过两级保密审查才能公布；问题清单不随稿件公开。',
  drift: '锁定以后有 {n} 个数变动',
  driftHint:
    '这些数在锁定以后又有新的登记或者更正。简报保留锁定时的数；没有印发的可以退回起草，重新核对。',
  driftName: '数字',
  timelyCount: '按时答复',
  timedCount: '计时答复',
  locked: '锁定的数',
  now: '现在的数',
  figures: '主要数字',
  figuresHint: '数字点开可以看到它由哪些机关合计，一直到记录。“—”是没有可以计算或者可比的数。',
  indicator: '指标',
  value: '本期',
  parts: '分子/分母',
  previous: '上期',
  previousChange: '环比',
  yearBefore: '上年同期',
  yearChange: '同比',
  noBase: '—',
  lines: '各机关情况',
  linesHint: '每个机关的数含它的下级；位次按公开信息条数排，没有报送的不排。',
  chart: '各机关公开信息',
  place: '位次',
  agency: '机关',
  published: '公开信息',
  receivedCases: '新收申请',
  decided: '办结申请',
  timely: '按时率',
  reported: '报送',
  itself: '{name}（本级）',
  findings: '问题台账',
  findingsLead: '由数字自动发现的和手工登记的问题，未销号的逐期结转。',
  noFindings: '没有未销号的问题',
  closedFindings: '本期以来销号和不采用的（{n} 项）',
  what: '问题',
  evidence: '依据',
  responsible: '责任机关',
  since: '首次发现',
  sinceOf: '{period}，第 {n} 期',
  dueOn: '整改期限',
  late: '逾期',
  history: '经过',
  text: '说明',
  textHint: '销号的写核实情况，未整改到位和不采用的写理由。',
  act: '办理',
  add: '登记问题',
  addWhat: '问题',
  addProof: '依据',
  addProofHint: '证明文件的名称、文号或者检查记录',
  writing: '正文',
  save: '保存正文',
  saved: '正文已保存',
  done: '已办理',
  references: '可以引用的数字',
  referenceName: '名称（连同花括号写进正文）',
  current: '现在的数',
  quoteHint: '数字用花括号引用名称，名称见下面“可以引用的数字”。三部分合计不超过 5000 字。',
  downloads: '下载',
  tables: '表格',
  checkedHint: '核对以后数字锁定；批准的人不能是核对的人。',
  from: '来自',
  findingsBelow: '要求本机关整改的问题',
  noReceived: '还没有收到简报',
  noReceivedWhy: '上级机关下发以后列在这里。',
  noFindingsBelow: '没有要求本机关整改的问题',
  answer: '整改情况',
  answerHint: '写清做了什么、什么时候做的。答复送上级机关确认后销号。',
  sendAnswer: '送出答复',
  answered: '答复已经送出。',
  ourAnswer: '本机关的答复（{on}）',
  opinion: '上级机关的意见',
  sheets: '考核得分',
  sheetsLead: '分数由数字和手工记分得出，每一分都有依据；位次相同的并列。',
  sheetsChart: '各机关总分',
  total: '总分',
  band: '等次',
  marks: '{name}的记分（{n} 条）',
  noMarks: '没有扣分和加分。',
  line: '项目',
  points: '分值',
  enteredBy: '{name}记',
  struck: '已撤销：{reason}',
  removeMark: '撤回这一条',
  addMark: '手工记分',
  pointsHint: '缺项 {missing} 分、目录没有更新 {stale} 分，通报批评和表彰 {min} 至 {max} 分',
  objections: '异议',
  objectBy: '异议期限',
  objectByHint: '异议期满、异议处理完以后才能批准。',
  objectionOf: '{name}的异议',
  objectionMarks: '涉及：{marks}',
  reason: '理由',
  upheld: '成立，撤销这些记分',
  rejected: '不成立',
  receivedSheets: '收到的考核表',
  sheetScore: '总分 {total}，{band}，第 {place} 名',
  toObject: '提出异议',
  objectHint: '每张考核表只能提出一次，期限到 {on}。',
  objectionText: '异议和理由',
  whichMarks: '对哪几条有异议',
  ourObjection: '本机关的异议',
  verdictReason: '处理理由',
  objected: '异议已经送出。',
  score: '考核结果',
  scoreOf: '总分 {total}，等次{band}，{of} 个机关中第 {place} 名',
  left: '另有 {n} 个机关没有列入，完整的表在发出机关。',
  receivedAt: '收到',
} as const

/** Names of the states of a bulletin. */
export const bulletinStateNames: Readonly<Record<BulletinState, string>> = {
  draft: '起草',
  checked: '已核对，数字已锁定',
  shown: '已送下级核对',
  approved: '已批准',
  issued: '已印发',
}

/** Names of its steps. */
export const bulletinActionNames: Readonly<Record<BulletinAction, string>> = {
  edit: '修改',
  check: '核对无误，锁定数字',
  reopen: '退回起草',
  show: '送下级核对',
  approve: '批准',
  issue: '印发',
}

/** Names of the ways in which it is issued. */
export const issueWayNames: Readonly<Record<IssueWay, string>> = {
  'sent-down': '下发下级机关',
  published: '公开（生成稿件，经保密审查）',
  filed: '存档',
}

/** Names of the states of a finding at the office. */
export const findingStateNames: Readonly<Record<FindingState, string>> = {
  open: '未整改',
  answered: '已答复，待确认',
  closed: '已销号',
  dropped: '不采用',
}

/** Names of the states of a finding at the agency that answers for it. */
export const receivedFindingStateNames: Readonly<Record<ReceivedFindingState, string>> = {
  open: '待答复',
  answered: '已答复，待确认',
  closed: '已销号',
}

/** Names of the steps of a finding. */
export const findingStepNames: Readonly<Record<'close' | 'leave-open' | 'drop', string>> = {
  close: '销号',
  'leave-open': '未整改到位',
  drop: '不采用',
}

/** Names of what befell a finding. */
export const findingEntryNames = {
  raised: '登记',
  seen: '再次发现',
  sent: '下发',
  answered: '答复',
  'left-open': '未整改到位',
  closed: '销号',
  dropped: '不采用',
} as const

/** Names of what a finding rests on. */
export const evidenceNames = {
  figure: '查看数字',
  coverage: '查看报送情况',
  cells: '查看填报情况',
  'annual-report': '查看年度报告',
  'open-cases': '查看超期申请',
  'self-inspection': '查看自查结果',
} as const

/** Names of the states of an objection and of a received sheet. */
export const objectionStateNames: Readonly<Record<string, string>> = {
  open: '待处理',
  objected: '已提出异议，待处理',
  upheld: '异议成立',
  rejected: '异议不成立',
}
