import type { ComplaintOrigin, Finding } from '../../../domain/dispute/complaint.ts'
import type {
  Action,
  DisputeResult,
  FilePurpose,
  Kind,
  Procedure,
  State,
} from '../../../domain/dispute/types.ts'

/** Words of reconsiderations and suits (复议诉讼) at the desk. */
export const dispute = {
  title: '复议诉讼',
  lead: '以本机关为被申请人、被告的政府信息公开行政复议和行政诉讼。年报表四由这里的登记自动计数。',
  tabsLabel: '按状态查看',
  open: '未审结',
  decided: '已审结',
  pending: '尚未审结',
  complaints: '投诉',
  none: '这里没有复议、诉讼',
  noneWhy: '收到复议机关或者法院的材料后，在这里登记。',
  register: '登记复议、诉讼',
  registerLead: '按复议机关或者法院送来的材料填写。登记后计入年报表四。',
  registerButton: '登记',
  here: '登记单',
  kind: '种类',
  procedure: '审理程序',
  procedureHint: '只有行政复议填写；复议机关没有写明简易程序的，选普通程序。',
  organ: '复议机关或法院',
  caseNumber: '案号',
  caseNumberHint: '照受理通知书、应诉通知书填写，例如“（2026）皖1302行初5号”。可以不填。',
  case: '涉及的申请',
  caseHint: '填登记号或者回执编号。不在本系统的申请，这一项空着，在下面写明争议事项。',
  follows: '先前的复议',
  party: '申请人或原告',
  partyHint: '加密保存，只有应诉人员能看到。可以不填。',
  about: '争议事项',
  aboutHint: '加密保存。涉及的申请已经填写的，可以不填。',
  acceptedOn: '受理或立案日期',
  acceptedOnHint: '复议机关受理、法院立案的日期，按这一天计入年报。',
  receivedOn: '收到副本日期',
  receivedOnHint: '答复、答辩的期限从第二天起算。还没有收到的，可以空着。',
  dueOn: '答复、答辩期限',
  noDue: '还没有收到副本，期限没有起算',
  dueLaw: '依据',
  answeredOn: '提交答复日期',
  decidedOn: '审结日期',
  result: '审结结果',
  state: '状态',
  noCase: '不在本系统',
  days: { working: '{n} 个工作日', calendar: '{n} 日' },
  provisional: '假期安排未公布，可能变动',
  left: '还有 {n} 个工作日',
  today: '今天到期',
  overdue: '超期 {n} 个工作日',
  reviewFirst: '应当先申请行政复议',
  reviewFirstWhy:
    '这件申请的答复是依据条例第14条至第16条不予公开的，应当先申请行政复议（行政复议法第23条）。法院直接受理的，请在答辩时提出，并核对登记的种类。',
  redoNext: '需要重新答复',
  redoNextWhy: '结果纠正了原答复。责令重新答复或者限期履行的，请办理“重新答复原申请”。',
  act: '现在办理',
  noAction: '现在没有您要办的步骤',
  done: '已办理',
  note: '说明',
  noteHint: '加密保存，例如决定的主要内容。可以不填。',
  whyAmend: '更正的原因',
  whyAmendHint: '例如录入有误，或者再审另有结果。统计数字随之更正，原来的记录仍然看得到。',
  why: '撤销登记的原因',
  whyHint: '只用于登记有误。撤回、终止、驳回的，请登记结果为“其他结果”。',
  orderedOn: '收到决定日期',
  orderedOnHint: '重新答复的期限从第二天起算；不填为今天。',
  answerBy: '限定的答复日期',
  answerByHint: '决定、判决写明的最后一天；没有写明的，按条例规定的期限计算。',
  resultHint: '以生效的决定、判决为准。',
  history: '办理过程',
  files: '材料',
  filesNone: '还没有材料',
  file: '文件',
  fileHint: '加密保存，每次打开都有记录。',
  purpose: '材料种类',
  addFile: '上传材料',
  fileName: '名称',
  suit: '登记复议后起诉',
  ofCase: '复议诉讼',
  ofCaseNone: '没有登记复议、诉讼。',
  all: '查看全部',
  table: '政府信息公开行政复议、行政诉讼情况',
  tableHint: '由登记的每一件计数：本期审结的按结果，期末没有审结的计入尚未审结。',
  tableKind: '种类',
  redone: '本期有 {n} 件因复议、诉讼结果纠正重新答复，已在原答复的结果中减去，新答复另计。',
} as const

/** Words of complaints about the handling of an application (投诉). */
export const complaint = {
  title: '对申请办理的投诉',
  lead: '申请人认为本机关没有依法办理申请的投诉。承办人看不到对自己的投诉。',
  open: '待答复',
  answered: '已答复',
  confirmed: '属实和部分属实',
  none: '这里没有投诉',
  noneWhy: '申请人凭回执编号提出，或者由窗口登记。',
  enter: '登记投诉',
  enterButton: '登记',
  here: '投诉',
  text: '投诉内容',
  case: '涉及的申请',
  caseHint: '填登记号或者回执编号。',
  madeOn: '提出日期',
  madeOnHint: '不填为今天。',
  dueOn: '答复期限',
  dueWhy: '条例没有规定答复投诉的日数，这是本机关自己定的期限。',
  origin: '来源',
  finding: '处理结果',
  reply: '答复',
  answerButton: '答复投诉',
  answeredOn: '答复日期',
  done: '已办理',
  entered: '已登记。对自己承办的申请，投诉由其他人办理。',
  own: '投诉办理情况',
  ownTitle: '对办理有意见？',
  ownWhy:
    '认为本机关没有依法办理这件申请的，可以在这里投诉，不影响您申请复议、提起诉讼或者向上级机关反映。',
  ownText: '您的意见',
  ownSend: '提交投诉',
  ownDone: '投诉已收到，答复会显示在这里。',
  waits: '{on} 前答复',
} as const

/** Names of the kinds. */
export const disputeKinds: Readonly<Record<Kind, string>> = {
  review: '行政复议',
  litigationDirect: '行政诉讼（未经复议）',
  litigationAfterReview: '行政诉讼（复议后）',
}

/** Names of the procedures. */
export const disputeProcedures: Readonly<Record<Procedure, string>> = {
  ordinary: '普通程序',
  simple: '简易程序',
}

/** Names of the results. */
export const disputeResults: Readonly<Record<DisputeResult, string>> = {
  upheld: '结果维持',
  corrected: '结果纠正',
  other: '其他结果',
}

/** Names of the states. */
export const disputeStates: Readonly<Record<State, string>> = {
  registered: '待答复',
  answered: '已答复，待审结',
  decided: '已审结',
  redone: '已审结，重新答复',
  cancelled: '登记已撤销',
}

/** Names of the steps. */
export const disputeActions: Readonly<Record<Action, string>> = {
  answer: '登记已提交答复',
  decide: '登记审结结果',
  amend: '更正审结登记',
  redo: '重新答复原申请',
  cancel: '撤销登记',
}

/** Names of the papers. */
export const disputeFilePurposes: Readonly<Record<FilePurpose, string>> = {
  claim: '申请书、起诉状副本',
  answer: '答复书、答辩状',
  decision: '决定书、裁判文书',
  other: '其他',
}

/** Names of the findings. */
export const complaintFindings: Readonly<Record<Finding, string>> = {
  founded: '属实',
  partlyFounded: '部分属实',
  unfounded: '不属实',
}

/** Names of where a complaint came from. */
export const complaintOriginNames: Readonly<Record<ComplaintOrigin, string>> = {
  applicant: '申请人网上提出',
  desk: '窗口登记',
}

/** Sentences of a dispute's history. */
export const disputeEvents: Readonly<Record<string, string>> = {
  'dispute.registered': '登记',
  'dispute.answered': '已提交答复',
  'dispute.decided': '登记审结结果',
  'dispute.amended': '更正审结登记',
  'dispute.redone': '原申请重新答复',
  'dispute.cancelled': '登记有误，已撤销',
  'dispute.file-added': '上传材料',
}
