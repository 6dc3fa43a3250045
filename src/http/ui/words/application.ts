import type { ChannelName } from '../../../domain/application/deadline-rules.data.ts'
import type { Warning } from '../../../domain/application/deadline-colour.ts'
import type { Action, State } from '../../../domain/application/types.ts'
import { applicationColumns, applicationRows } from '../../../domain/shared/report-keys.data.ts'

/** Names of the states of an application (状态). */
export const stateLabels: Readonly<Record<State, string>> = {
  submitted: '待登记',
  'awaiting-confirmation': '待确认收到',
  received: '已收到',
  correcting: '待申请人补正',
  explaining: '待申请人说明理由',
  accepted: '办理中',
  'fee-due': '待申请人缴费',
  checking: '答复审核中',
  signing: '待签发',
  signed: '待送达',
  transferring: '正在移送其他机关',
  replied: '已答复',
  closed: '已办结',
  archived: '已归档',
  withdrawn: '申请人已撤回',
  abandoned: '视为放弃申请',
  converted: '不属于政府信息公开申请',
  transferred: '已移送其他机关',
  destroyed: '已销毁',
}

/** Names of the steps, as buttons show them (办理动作). */
export const actionLabels: Readonly<Record<Action, string>> = {
  register: '登记',
  'register-received': '登记并收到',
  'confirm-receipt': '确认收到',
  accept: '受理',
  'note-contact': '登记联系情况',
  'request-correction': '告知补正',
  correct: '补正',
  'ask-reasons': '要求说明理由',
  explain: '说明理由',
  assign: '交办',
  claim: '领取',
  'hand-back': '退回交办',
  split: '分办（一事一申请）',
  transfer: '移送其他机关',
  'transfer-done': '对方已登记',
  'transfer-declined': '对方未接收',
  'ask-co-unit': '请科室协办',
  'answer-co-unit': '登记协办意见',
  'waive-co-unit': '不等协办意见',
  consult: '征求意见',
  'record-service': '登记征求意见送达',
  'record-opinion': '登记对方意见',
  extend: '延长答复期限',
  defer: '另定答复日期',
  charge: '通知缴费',
  'record-payment': '登记缴费',
  draft: '拟答复',
  'pass-check': '审核通过',
  'send-back': '退回修改',
  'take-back': '撤回修改',
  sign: '签发',
  serve: '登记送达',
  reply: '当场答复',
  close: '办结',
  archive: '归档',
  withdraw: '撤回申请',
  abandon: '按放弃申请处理',
  convert: '不属于申请，转办',
  'reopen-as-application': '恢复为申请',
  redo: '重新答复（复议、诉讼纠正）',
  destroy: '期满销毁',
}

/** Names of the channels by which an application comes (申请渠道). */
export const channelLabels: Readonly<Record<ChannelName, string>> = {
  'in-person': '当面提交',
  oral: '口头提出',
  'registered-mail': '挂号信或邮政特快专递',
  'ordinary-mail': '平常信函',
  internet: '互联网',
  email: '电子邮件',
  fax: '传真',
}

/** Names of the proofs of identity (身份证明). */
export const idTypeLabels: Readonly<Record<string, string>> = {
  'resident-id': '居民身份证',
  passport: '护照',
  'hk-macao-permit': '港澳居民来往内地通行证',
  'taiwan-permit': '台湾居民来往大陆通行证',
  'hmt-residence': '港澳台居民居住证',
  'foreigner-residence': '外国人永久居留身份证',
  other: '其他有效证件',
}

/** Names of the carriers (载体). */
export const deliveryFormLabels: Readonly<Record<string, string>> = {
  electronic: '电子文件',
  paper: '纸质',
  disc: '光盘',
  'on-site': '当场查阅、抄录',
}

/** Names of the routes (途径). */
export const deliveryRouteLabels: Readonly<Record<string, string>> = {
  online: '网上获取',
  email: '电子邮件',
  post: '邮寄',
  pickup: '自行领取',
}

/** Name of a class of applicant (申请人类别). */
export function classLabel(key: string): string {
  const label = applicationColumns.find((column) => column.key === key)?.label
  return label === '其他' ? '其他法人或者组织' : (label ?? key)
}

/** Name of a result without the numbers of the form (办理结果): 不予公开：属于国家秘密. */
export function outcomeLabel(key: string): string {
  const label = applicationRows.find((row) => row.key === key)?.label ?? key
  const [group = '', rest] = label.replace(/^三、（[一二三四五六]）/, '').split(/ \d+\./)
  return rest === undefined ? group.replace(/（.*$/, '') : `${group}：${rest}`
}

/** Why a running case has its colour (预警原因); days are working days. */
export function colourReason({ code, left, of }: Pick<Warning, 'code' | 'left' | 'of'>): string {
  switch (code) {
    case 'overdue':
      return `已超过答复期限 ${-left} 个工作日`
    case 'nearly-due':
      return left === 0 ? '今天到期' : `还剩 ${left} 个工作日到期`
    case 'half-used':
      return `${of} 个工作日已用 ${of - left} 个，还剩 ${left} 个`
    case 'in-time':
      return `还剩 ${left} 个工作日`
    default:
      return code satisfies never
  }
}
