import type { CleanupDecision } from '../../../domain/norm/cleanup.ts'
import type { FilingAction, FilingState } from '../../../domain/norm/filing.ts'
import type { NormDue } from '../../../domain/norm/norm.ts'
import type { Action, State } from '../../../domain/norm/types.ts'
import type { PublicStanding } from '../../../domain/norm/standing.ts'

/** Names of the states of a normative document (状态). */
export const normStates: Readonly<Record<State, string>> = {
  draft: '起草',
  'under-review': '合法性审核中',
  reviewed: '审核通过，待登记',
  registered: '已登记编号，待公布',
  published: '已公布，待报备',
  filed: '已报备',
  accepted: '备案通过',
  returned: '备案退回',
  amended: '已修改',
  repealed: '已废止',
  revoked: '已撤销',
  expired: '已失效',
}

/** Names of the steps, as buttons show them (办理动作). */
export const normActions: Readonly<Record<Action, string>> = {
  edit: '修改登记内容',
  submit: '送合法性审核',
  pass: '审核通过',
  'send-back': '退回起草',
  reopen: '退回修改',
  register: '登记并编号',
  publish: '公布',
  file: '报送备案',
  'note-acceptance': '登记备案通过',
  'accept-filing': '备案通过',
  'return-filing': '备案退回',
  correct: '改正后重新报备',
  revoke: '自行撤销',
  annul: '被上级撤销',
  extend: '延长有效期',
  amend: '标为已修改',
  repeal: '废止',
  expire: '到期失效',
}

/** What each step does, for those who take it. */
export const normActionWhy: Readonly<Partial<Record<Action, string>>> = {
  submit: '填写写有正文的那一条稿件，送法制员审核。审核通过以前不能编号，也不能公布。',
  pass: '审核人不能是起草人。审核只对眼前的文本有效，以后改一个字都要重新审核。意见会留在登记簿里，并随文报备。',
  'send-back': '写明问题，退回起草人修改后再送审。',
  reopen: '内容要改动的退回修改，改后重新审核；已经编的号保留。',
  register: '按年度取下一个统一编号，编号不跳号、不重号，登记后不能更改。',
  publish:
    '填写已经在本网站公开的那一条信息，内容要与审核的文本一致。没有公布的文件不作为行政管理依据。',
  file: '报备函送上一级机关，对方收到后开始计算审查期限。',
  'note-acceptance': '上级机关不在本平台的，收到备案通过的通知后在这里登记。',
  correct: '写明怎样改正的，重新报上级机关审查。',
  revoke: '撤销以后文件立即失去效力，并告知上级机关。',
  extend: '评估后仍需实施的，自今天起延长，最长不超过规定年限。',
  amend: '被新文件修改或者取代的，标明后不再列为有效。',
  repeal: '废止以后文件立即失去效力，原文保留并标明“废止”。',
}

/** Names of what is due (待办). */
export const normDues: Readonly<Record<NormDue['what'], string>> = {
  redraft: '审核退回，待修改',
  review: '待合法性审核',
  register: '待登记编号',
  publish: '待公布',
  file: '报备期限',
  correct: '改正期限',
  amend: '清理决定：应当修改',
  expiry: '有效期届满',
}

/** Names of how a document of the public register stands (效力状态). */
export const standingNames: Readonly<Record<PublicStanding, string>> = {
  valid: '现行有效',
  'not-yet': '尚未施行',
  expired: '已失效',
  amended: '已修改',
  repealed: '已废止',
}

/** Names of the states of a filing (备案审查状态). */
export const filingStates: Readonly<Record<FilingState, string>> = {
  open: '待审查',
  accepted: '审查通过',
  returned: '已退回',
  revoked: '已撤销',
  closed: '已了结',
}

/** Names of the steps of a filing. */
export const filingActions: Readonly<Record<FilingAction, string>> = {
  accept: '审查通过',
  return: '退回改正',
  revoke: '撤销该文件',
  close: '了结',
}

/** Names of what became of a filed document. */
export const filingOutcomes: Readonly<Record<string, string>> = {
  corrected: '已改正并重新报备',
  amended: '已修改',
  repealed: '已废止',
  revoked: '已自行撤销',
  expired: '已到期失效',
}

/** Names of what a cleanup decides (清理决定). */
export const cleanupNames: Readonly<Record<CleanupDecision, string>> = {
  keep: '继续有效',
  extend: '继续有效，延长有效期',
  amend: '修改',
  repeal: '废止',
}

/** Names of what has happened to a document, by kind of event. */
export const normEvents: Readonly<Record<string, string>> = {
  'norm.drafted': '起草登记',
  'norm.edited': '修改登记内容',
  'norm.submitted': '送合法性审核',
  'norm.reviewed': '合法性审核',
  'norm.reopened': '退回修改',
  'norm.registered': '统一登记、统一编号',
  'norm.published': '统一公布',
  'norm.filed': '报送备案',
  'norm.filing-decided': '备案审查结果',
  'norm.extended': '延长有效期',
  'norm.cleaned': '清理决定',
  'norm.ended': '效力终止',
}

/** Words of the register of normative documents (规范性文件). */
export const norm = {
  title: '规范性文件',
  lead: '逢文必审，统一登记、统一编号、统一公布；公布后按期报备，到期自动失效。',
  viewsLabel: '登记簿分类',
  views: {
    all: '登记簿',
    due: '到期和待办',
    lacking: '缺政策解读',
    filings: '下级报备',
    cleanups: '清理',
  },
  newDocument: '起草登记',
  enterDocument: '补登已有文件',
  text: '审核的文本',
  textItem: '送审文本所在的稿件',
  textItemHint:
    '填写稿件的网址或编号。标题、正文和附件都在审核范围内；文号在审核以后才有，不在内。',
  textNone: '还没有送审文本。',
  textFiles: '附件',
  textDigest: '文本摘要值',
  reviewedDigest: '审核通过的摘要值',
  textOk: '与审核通过的文本一致。',
  textOpen: '还没有审核通过。',
  textChanged: '审核之后文本有改动，审核作废：请退回修改，重新送审。',
  textChangedLater: '现在公开的文本与审核通过的不一致，请核对。',
  number: '统一编号',
  noNumber: '未编号',
  name: '文件名称',
  maker: '制定机关',
  unit: '起草单位',
  basis: '制定依据',
  basisHint: '写明上位法和上级文件的名称、条款。',
  state: '状态',
  due: '待办',
  mine: '等我办理',
  overdue: '已逾期',
  publishedOn: '公布日期',
  effectiveOn: '施行日期',
  effectiveOnHint: '不填的自公布之日起施行。',
  expiresOn: '有效期至',
  validity: '有效期',
  validityYears: '有效期（年）',
  validityHint: '不填的按规定：一般 5 年，名称带“暂行”“试行”的 2 年。自行规定的只能更短。',
  years: '{n} 年',
  opinion: '合法性审核意见',
  reviewOpinion: '审核意见',
  reviewedOn: '审核日期',
  registeredOn: '登记日期',
  item: '已公开的信息',
  itemHint: '填写这份文件在本网站的索引号，或者页面地址。',
  openItem: '查看公开页面',
  fileBy: '报备期限',
  filedOn: '报备日期',
  filedOnHint: '已经报备的填写；没有报备的不填，系统会提醒。',
  upperBy: '上级审查期限',
  filingOpinion: '备案审查意见',
  correctBy: '改正期限',
  endedOn: '效力终止日期',
  endReason: '理由',
  reason: '理由',
  note: '怎样改正的',
  replacedBy: '取代它的新文件',
  replacedByHint: '可以不填。填写已经公布的新文件的统一编号，或者它在登记簿里的网址。',
  see: '见',
  cleanupNote: '清理决定',
  history: '办理过程',
  facts: '登记内容',
  explainedBy: '政策解读',
  lacksExplanation: '还没有政策解读',
  hidden: '公众现在看不到这份文件的正文',
  hiddenWhy:
    '正文已经从网站上撤回，公开登记簿也不再列出这份文件，但是登记簿里它的效力没有变。正文应当公开的，请重新公布；文件不再有效的，请办理废止。',
  none: '登记簿里还没有文件',
  noneWhy: '新制定的文件从“起草登记”开始；以前制定的用“补登已有文件”。',
  noneDue: '现在没有到期或者待办的文件',
  noneLacking: '现行有效的文件都有政策解读',
  act: '现在办理',
  noAction: '现在没有您能办的步骤',
  noActionWhy: '等待其他岗位办理，或者已经办结。',
  law: '依据：',
  save: '保存',
  newLead: '登记以后送合法性审核；审核通过才能编号、公布。',
  enterLead: '使用本系统以前制定并已经公布的文件，按原编号补登，计入公布当年的制发件数。',
  numberHint: '照原文件填写。',
  done: '已办理。',

  filings: '下级报备的规范性文件',
  filingsLead: '下一级机关报来备案的文件。有件必备、有备必审、有错必纠。',
  filingsOpen: '等待审查',
  sender: '报备机关',
  reviewBy: '审查期限',
  late: '超期报备',
  outcome: '处理结果',
  filingFacts: '报备情况',
  filingText: '文件正文',
  filingCut: '正文较长，这里只附前一部分，全文见报备机关公开页面。',
  makerOpinion: '制定机关的合法性审核意见',
  correction: '改正情况',
  verdict: '审查意见',
  verdictHint: '退回和撤销的必须写明理由。',
  noFilings: '还没有收到报备',
  noFilingsWhy: '下一级机关报送备案以后会列在这里。',

  cleanups: '规范性文件清理',
  cleanupsLead: '对现行有效的文件逐件提出意见，一并作出决定并公布结果。',
  cleanupTitle: '清理名称',
  cleanupTitleHint:
    '例如：2026年规范性文件集中清理。一次最多列入 200 件，还没有清理过的在前；其余的再开始一次清理。',
  cleanupOpen: '开始清理',
  cleanupStates: { open: '进行中', decided: '已决定' },
  openedOn: '开始日期',
  decidedOn: '决定日期',
  decision: '清理意见',
  undecided: '未提出',
  decide: '作出清理决定',
  decideWhy:
    '每件都提出意见以后才能决定，上面填写的意见一并保存。决定后废止的立即失去效力，结果随即公布。',
  propose: '保存清理意见',
  seePublic: '查看公布的清理结果',
  noCleanups: '还没有开展过清理',
  noRows: '没有现行有效的文件需要清理',
  missing: '还有文件没有提出清理意见，请补齐后再决定。',

  publicShort: '规范性文件',
  publicTitle: '规范性文件登记簿',
  publicLead: '本机关制定并公布的规范性文件。没有公布的文件，不得作为行政管理的依据。',
  publicViews: {
    all: '全部',
    valid: '现行有效',
    'not-yet': '尚未施行',
    expired: '已失效',
    repealed: '已废止、已修改',
  },
  publicNone: '没有这一类文件',
  publicNoneWhy: '可以换一个效力状态查看，或者检索本机关公开的信息。',
  cleanupResults: '清理结果',
  cleanupResultLead: '{date} 决定，共 {n} 件。',
} as const
