import { changeKinds, type ChangeKind } from '../../../domain/service/change-kinds.data.ts'
import type { GuideBlock } from '../../../domain/service/guide.ts'
import { powerTypes, type PowerType } from '../../../domain/service/power-types.data.ts'
import type {
  ChangeAction,
  ChangeState,
  GuideAction,
  GuideState,
} from '../../../domain/service/types.ts'

/** Words of the list of powers and the service guides (权责清单、办事指南): public pages and the desk. */
export const service = {
  services: '办事指南',
  servicesDescription: '可以到本机关申请办理的事项及其办理指南',
  servicesLead:
    '可以到本机关申请办理的事项。每个事项公开依据、条件、程序、时限、材料、收费、结果和责任科室。',
  servicesNone: '没有找到这样的事项',
  servicesNoneWhy: '换一个词，或者去掉类别再查一次。也可以打电话向本机关询问。',
  servicesNever: '本机关还没有公布办事指南',
  servicesNeverWhy: '可以打电话向本机关询问，也可以查看上级机关的办事指南。',
  search: '事项名称',
  type: '职权类别',
  anyType: '全部类别',
  find: '查找',
  reset: '重新选择',
  promised: '承诺 {n} 个工作日',
  promisedShort: '承诺时限',
  atOnce: '当场办结',
  noPromise: '时限尚未公布',
  lacks: '缺 {n} 项，正在补充',
  code: '事项编码',
  name: '事项名称',
  unit: '责任科室',
  basis: '法定依据',
  notYet: '尚未提供',
  notYetTitle: '以下内容尚未提供',
  notYetWhy: '本机关正在补充。急需了解的，请按本页或公开指南上的电话询问。',
  publishedOn: '指南公布日期',
  statutory: '法定时限：{n} 个工作日',
  promise: '承诺时限：{n} 个工作日',
  promiseAtOnce: '承诺时限：当场办结',
  free: '不收费',
  charged: '收费',
  window: '办理地点',
  hours: '办理时间',
  phone: '咨询电话',
  supervisionPhone: '监督投诉电话',
  history: '事项调整记录',
  here: '指南',

  powers: '权责清单',
  powersDescription: '本机关依法行使的职权、依据、责任科室及调整情况',
  powersLead: '本机关依法行使的职权。每项列明类别、依据和责任科室，调整后即时更新。',
  powersNone: '这一天的清单上没有事项',
  powersNoneWhy: '换一个日期或类别再看。',
  powersNever: '本机关还没有公布权责清单',
  powersNeverWhy: '公布后在这里逐项列出。',
  day: '查看哪一天的清单',
  show: '查看',
  asOf: '{day} 的清单',
  total: '合计',
  count: '数量',
  countUnit: '项',
  countsTotal: '共 {n} 项',
  countsCaption: '各类职权数量',
  countsNote: '数量由清单逐项计算得出。',
  versions: '清单版本',
  version: '第 {n} 版',
  versionEntries: '调整 {n} 项',
  compare: '调整和比对',
  numbers: '数量统计',
  from: '较早的一天',
  until: '较晚的一天',
  kind: '调整方式',
  anyKind: '全部方式',
  compareTitle: '清单调整',
  compareDescription: '权责清单两日之间的差异和逐项调整记录',
  compareLead: '比较两天的清单，列出增加、减少和变动的事项，以及期间每次调整的方式、理由和依据。',
  compareShow: '比较',
  isCut: '内容较多，这里只列出前 500 条。请缩短两日之间的时间。',
  addedSince: '增加的事项（{n} 项）',
  removedSince: '减少的事项（{n} 项）',
  amendedSince: '变动的事项（{n} 项）',
  before: '变动前',
  after: '变动后',
  noDifference: '这两天的清单没有差别',
  log: '逐项调整记录',
  feed: '订阅清单调整',
  logNone: '这段时间没有这样的调整',
  on: '日期',
  reason: '理由',
  changeBasis: '调整依据',
  why: '理由和依据',
  logNotes: { merged: '并入 {note}', 'handed-down': '由{note}承接', amended: '原名：{note}' },
  numbersTitle: '职权和审批事项数量',
  numbersDescription: '按类别统计的职权和审批事项数量，由各机关清单计算',
  numbersLead: '按类别统计，由各机关的清单逐项计算得出。',
  numbersNone: '还没有公布的职权',
  own: '本机关',
  subtree: '本级及下级',
  scopeLabel: '统计范围',
  changesOfYear: '{year} 年调整',
  children: '直属下级',
  child: '机关',
  agencies: '机关数',
  coverage: '应报 {of} 个机关，已报 {n} 个。',
  numbersAsOf: '数据截至 {at}',

  desk: '权责清单',
  deskLead:
    '职权的新增、承接、变更、取消、下放和合并，由科室提出，另一人审核合法性，负责人批准后即时公布。',
  deskGuides: '办事指南',
  guidesLead: '每个依申请办理的事项都要有办事指南。缺少的内容在公开页面上显示为尚未提供。',
  switchLabel: '权责清单和办事指南',
  newTitle: '提出职权调整',
  newButton: '保存',
  openChanges: '办理中的调整',
  approvedChanges: '最近批准的调整',
  changesNone: '没有办理中的调整',
  changesNoneWhy: '清单需要增减或者变更时，在这里提出。',
  state: '状态',
  entryCount: '事项数',
  items: '项',
  changeTitle: '职权调整',
  entries: '调整事项',
  entriesMore: '共 {n} 项，这里列出前 200 项。',
  addEntry: '再加一项',
  addButton: '加入',
  removeEntry: '去掉',
  removal: '操作',
  entryHint:
    '新增和承接：填编码、名称、类别、科室和依据。变更：再填清单上现在的编码。取消、下放、合并：只填清单上的编码。',
  powerHint: '变更、取消、下放、合并时填写。',
  basisHint: '一行一条，写到条、款、项。',
  intoHint: '合并时填写，是清单上保留的事项。',
  takenByHint: '下放时填写。',
  fileLabel: '或者上传清单',
  fileHint:
    '.xlsx 或 .csv。第一行是列名：调整方式、清单上的编码、事项编码、事项名称、职权类别、责任科室、法定依据、并入编码、承接单位。上传后上面的一项不用填。',
  reasonHint: '批准后随调整记录公开。',
  changeBasisHint: '上级文件、法律法规的修改等。批准后公开。',
  opinion: '意见',
  lastOpinion: '最近的意见',
  barred: '您已经办过其中一步。提出、审核、批准要由三个人分别办理。',
  noAction: '现在没有您要办的步骤',
  processing: '办理过程',
  done: '已办理',
  act: '现在办理',
  approveWhy: '批准后清单立即改变，调整记录同时公开。',
  proposeWhy: '提出后由合法性审核人员审核。',
  dropWhy: '放弃后不能恢复。',
  view: '查看公开页面',
  edit: '修改理由和依据',
  save: '保存',
  back: '返回列表',

  lackingPart: '有缺项的',
  allPart: '全部',
  partsLabel: '按完整情况查看',
  guidesNone: '没有缺项的办事指南',
  guidesNoneWhy: '清单上依申请办理的事项，八项内容都已公开。',
  publicLacks: '公开页面缺',
  draftLacks: '编写稿缺',
  whole: '齐全',
  lackingCount: '缺 {n} 项',
  guideState: '指南状态',
  notBegun: '未编写',
  guideTitle: '办事指南办理',
  guideEdit: '编写',
  guideHint: '暂时没有的内容可以先空着，公开页面会写明尚未提供。',
  materialsHint: '一行一种材料，可以写明份数和要求。',
  daysHint: '填工作日数，0 表示当场办结。',
  ownGuide: '这份指南由您编写，要由另一位负责人公布。',
  submitWhy: '报批后不能再改，除非退回。',
  publishWhy: '公布后立即替换公开页面上的内容。',
  publishLacks: '还缺：{blocks}。公布后这些内容显示为尚未提供。',
} as const

/** Names of the types of powers. */
export const powerTypeNames: Readonly<Record<string, string>> = Object.fromEntries(
  powerTypes.map(({ key, name }) => [key, name]),
)

/** Names of the kinds of change. */
export const changeKindNames: Readonly<Record<string, string>> = Object.fromEntries(
  changeKinds.map(({ key, name }) => [key, name]),
)

/** Choices of a type of power. */
export const powerTypeOptions: readonly { value: PowerType; label: string }[] = powerTypes.map(
  ({ key, name }) => ({ value: key, label: name }),
)

/** Choices of a kind of change. */
export const changeKindOptions: readonly { value: ChangeKind; label: string }[] = changeKinds.map(
  ({ key, name }) => ({ value: key, label: name }),
)

/** Names of the eight blocks of a guide (八公开). */
export const guideBlockNames: Readonly<Record<GuideBlock, string>> = {
  basis: '办理依据',
  conditions: '办理条件',
  procedure: '办理程序',
  limit: '办理时限',
  materials: '申请材料',
  fee: '收费标准',
  outcome: '办理结果',
  contact: '责任科室和监督',
}

/** Names of the states of a change. */
export const changeStateNames: Readonly<Record<ChangeState, string>> = {
  draft: '起草',
  proposed: '待合法性审核',
  checked: '待批准',
  approved: '已批准',
  dropped: '已放弃',
}

/** Names of the steps of a change. */
export const changeActionNames: Readonly<Record<ChangeAction, string>> = {
  propose: '提出',
  check: '审核合法',
  return: '退回',
  approve: '批准',
  drop: '放弃',
}

/** Names of the states of a guide. */
export const guideStateNames: Readonly<Record<GuideState, string>> = {
  draft: '编写中',
  submitted: '待批准',
  published: '已公布',
}

/** Names of the steps of a guide. */
export const guideActionNames: Readonly<Record<GuideAction, string>> = {
  submit: '报批',
  return: '退回',
  publish: '公布',
}

/** Sentences of the histories of changes and guides. */
export const serviceEvents: Readonly<Record<string, string>> = {
  'power-change.drafted': '起草',
  'power-change.edited': '修改',
  'power-change.proposed': '提出',
  'power-change.checked': '审核合法',
  'power-change.returned': '退回',
  'power-change.dropped': '放弃',
  'power-change.approved': '批准',
  'service-guide.written': '编写',
  'service-guide.submitted': '报批',
  'service-guide.returned': '退回',
  'service-guide.published': '公布',
}
