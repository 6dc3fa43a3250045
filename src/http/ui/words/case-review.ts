import type {
  objectionVerdicts,
  ReviewAction,
  ReviewState,
  SheetAction,
  SheetState,
} from '../../../domain/case-review/lifecycle.ts'
import type { Citable } from '../../../domain/case-review/score.ts'
import type { SheetGroup } from '../../../domain/case-review/sheet.data.ts'

/** Words of case reviews (案卷评查). */
export const caseReviewWords = {
  title: '案卷评查',
  link: '案卷评查',
  lead: '从已经办结的申请中随机抽取案卷，由没有经办、审核、签发该件的人员逐件评分，汇总后起草通报，由另一名负责人批准印发。',
  list: '历次评查',
  none: '还没有评查',
  noneWhy: '发起评查后，抽取的案卷和进度列在这里。',
  period: '办结日期',
  span: '{from} 至 {to}',
  state: '进展',
  progress: '已评',
  progressOf: '{finished} / {size} 件',
  startedAt: '发起',
  issuedOn: '印发日期',
  number: '通报文号',
  start: '发起评查',
  startHint: '抽取件数和抽取比例只填一项，一次至多抽取 50 件。随机种子由系统产生并公示在评查页上。',
  size: '抽取件数',
  percent: '抽取比例（%）',
  redraw: '再次抽取的理由',
  redrawHint: '抽取的日期与已有的评查重叠时填写，印在评查页和通报上。不得写明申请人的信息。',
  before: '此前抽取',
  since: '此后又抽取',
  meetings: '日期重叠的评查',
  meeting: '{from} 至 {to}（{when}）',
  orderedBy: '部署机关',
  orderedDue: '报送结果期限',
  fromDay: '办结日期自',
  toDay: '办结日期至',
  review: '评查',
  drawn: '抽样',
  population: '办结总数',
  size2: '抽取',
  cases: '{n} 件',
  seed: '随机种子',
  rule: '抽样规则',
  ruleText:
    '按“种子|回执编号”的 SHA-256 值从小到大排列，先取带来新的承办科室或者新的办理结果的案卷，再依次取满。用同一种子重新抽取，结果相同。',
  digest: '总体的 SHA-256 值',
  startedBy: '发起人',
  sheets: '抽取的案卷',
  caseNumber: '申请编号',
  unit: '承办科室',
  outcome: '办理结果',
  faults: '记录显示的问题',
  faultsOf: '{n} 项',
  reviewer: '评查人',
  score: '得分',
  mine: '本人经办、审核或者签发',
  objected: '有异议待答复',
  result: '评查结果',
  average: '平均分',
  units: '各承办科室得分',
  frequent: '主要问题',
  noFaults: '没有扣分的案卷。',
  row: '评分项',
  lost: '扣分',
  count: '件数',
  notYet: '全部案卷评查完毕、异议都已答复后，列出结果并可以起草通报。',
  notice: '评查通报',
  drawnBy: '起草人',
  approvedBy: '批准人',
  remarks: '有关要求',
  remarksHint: '印在通报末尾。不得写明申请人的姓名、证件号码和联系方式。',
  approveHint: '起草和修改过通报的人不能批准。批准后编号印发，评查表和通报不再变动。',
  reopenHint: '退回后可以继续评分，通报重新起草。',
  downloads: '下载通报',
  done: '已办理。',
  sheet: '评查表',
  openCase: '查看案卷',
  destroyed: '案卷已经销毁，只保留编号、承办科室和扣分。',
  barred: '您经办、审核或者签发过这件申请，不能评查。',
  scoring: '评分',
  soFar: '目前得分',
  points: '{n} 分',
  law: '依据：',
  evidence: '记录显示：',
  remark: '评查提示：',
  reason: '理由',
  record: '所依据的记录',
  noRecord: '未引用',
  why: '理由和所依据的记录',
  deduct: '扣分（0 至 {n}）',
  saveHint:
    '记录显示的问题已经预填扣分：不改就是确认；改动的写明理由。另外扣分的，写明理由并选择所依据的记录。不得写明申请人的姓名和联系方式。',
  finishHint: '完成后不能再改分，承办人员可以提出一次异议。',
  objection: '承办人员的异议',
  objectHint: '每件只能提出一次。',
  text: '内容',
  verdict: '处理',
  answer: '评查人的答复',
  basis: '理由和记录',
} as const

/** Names of the states of a review. */
export const reviewStateNames: Readonly<Record<ReviewState, string>> = {
  open: '评查中',
  'drawn-up': '通报待批准',
  issued: '已印发',
}

/** Names of the steps of a review. */
export const reviewActionNames: Readonly<Record<ReviewAction, string>> = {
  'draw-up': '起草通报',
  edit: '修改通报',
  reopen: '退回评查',
  approve: '批准印发',
}

/** Names of the states of a sheet. */
export const sheetStateNames: Readonly<Record<SheetState, string>> = {
  draft: '评查中',
  finished: '已完成',
}

/** Names of the steps of a sheet. */
export const sheetActionNames: Readonly<Record<SheetAction, string>> = {
  save: '保存评分',
  finish: '完成评查',
  object: '提出异议',
  answer: '答复异议',
}

/** Names of the groups of the score sheet. */
export const sheetGroupNames: Readonly<Record<SheetGroup, string>> = {
  intake: '受理登记',
  deadline: '程序时限',
  substance: '实体答复',
  instrument: '文书规范',
  service: '送达归档',
}

/** Names of the records that a deduction cites. */
export const recordNames: Readonly<Record<Citable, string>> = {
  application: '申请表和附件',
  receipt: '登记回执',
  ledger: '期限台账',
  correction: '补正告知书',
  consultation: '征求意见书和复函',
  reply: '答复文书',
  history: '办理过程',
  service: '送达回证',
  archive: '归档记录',
}

/** Names of what becomes of an objection. */
export const objectionNames: Readonly<Record<(typeof objectionVerdicts)[number], string>> = {
  upheld: '采纳，重新评分',
  rejected: '不采纳',
}
