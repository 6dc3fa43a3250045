import type { ApplicantClass, OutcomeKey } from '../shared/report-keys.data.ts'
import type { ChannelName } from './deadline-rules.data.ts'

/** Fields of an application that a moved register gives (登记台账导入字段). */
export type ApplicationField = keyof typeof applicationImportColumns

/** Header words of each field, the contract's name first; compared without blanks, brackets and case. */
export const applicationImportColumns = {
  externalId: [
    'externalId',
    '申请编号',
    '登记号',
    '编号',
    '原编号',
    '受理编号',
    '登记编号',
    '外部编号',
  ],
  receivedAt: [
    'receivedAt',
    '收到申请之日',
    '收到日期',
    '收到时间',
    '收到申请日期',
    '收件日期',
    '收到申请时间',
    '登记日期',
  ],
  channel: ['channel', '申请渠道', '提交渠道', '渠道', '申请方式', '提交方式', '收到方式'],
  applicantClass: ['applicantClass', '申请人类别', '申请人类型', '申请人情况', '申请人性质'],
  subject: [
    'subject',
    '申请内容',
    '申请事项',
    '所需信息',
    '申请公开的信息',
    '信息名称',
    '标题',
    '申请主题',
  ],
  extended: ['extended', '是否延期', '延期', '是否延长', '延长答复'],
  decidedAt: ['decidedAt', '答复日期', '办结日期', '答复时间', '办结时间', '决定日期'],
  outcome: ['outcome', '办理结果', '答复结果', '处理结果', '答复类型', '答复类别'],
} as const

/** Columns that registers keep and an import leaves aside, persons' details among them. */
export const ignoredApplicationColumns = [
  '序号',
  '姓名',
  '申请人',
  '申请人姓名',
  '申请人名称',
  '联系电话',
  '电话',
  '身份证号',
  '证件号码',
  '通信地址',
  '地址',
  '邮箱',
  '经办人',
  '备注',
] as const

/** Words for the channels (提交渠道); a plain 邮寄 is taken as mail that is signed for. */
export const channelWords: Readonly<Record<ChannelName, readonly string[]>> = {
  'in-person': ['当面提交', '当面', '当面申请', '现场', '现场提交', '现场申请', '窗口', '窗口提交'],
  oral: ['口头', '口头申请', '口头提出'],
  'registered-mail': [
    '邮寄',
    '邮寄申请',
    '信函',
    '挂号信',
    '挂号',
    '特快专递',
    'EMS',
    '快递',
    'post',
    'mail',
  ],
  'ordinary-mail': ['平信', '平常信函', '普通信函'],
  internet: [
    '网络',
    '互联网',
    '网上',
    '网上申请',
    '网站',
    '在线',
    '在线申请',
    '网络申请',
    '网络平台',
    'online',
  ],
  email: ['电子邮件', '邮件', '电子邮箱'],
  fax: ['传真', '传真申请'],
}

/** Words for the classes of applicant (申请人类别) beside the official labels. */
export const applicantClassWords: Readonly<Record<ApplicantClass, readonly string[]>> = {
  naturalPerson: ['自然人', '公民', '个人'],
  commercial: ['商业企业', '企业', '法人-商业企业'],
  research: ['科研机构', '法人-科研机构'],
  publicWelfare: ['社会公益组织', '公益组织'],
  legalService: ['法律服务机构', '律师事务所', '律所'],
  otherOrg: ['其他', '其他组织', '其它', '其他法人或组织'],
}

/** Short words for the results (办理结果) beside the keys and official labels; 不予公开 alone names no row. */
export const outcomeWords: Readonly<Record<OutcomeKey, readonly string[]>> = {
  granted: ['予以公开', '公开', '同意公开', '全部公开'],
  partialGrant: ['部分公开', '区分处理'],
  'denied.stateSecret': ['国家秘密'],
  'denied.lawForbidden': ['其他法律法规禁止公开', '法律行政法规禁止公开'],
  'denied.threeSecuritiesOneStability': ['三安全一稳定'],
  'denied.thirdPartyRights': ['保护第三方权益', '第三方合法权益', '涉及第三方合法权益'],
  'denied.internalAffairs': ['内部事务信息', '三类内部事务信息'],
  'denied.processInfo': ['过程性信息', '四类过程性信息'],
  'denied.enforcementFile': ['行政执法案卷', '行政执法案卷信息'],
  'denied.adminInquiry': ['行政查询事项', '行政查询'],
  'unable.notHeld': ['本机关不掌握', '不掌握相关政府信息', '信息不存在', '本机关不掌握相关信息'],
  'unable.needsCreation': ['没有现成信息', '需要另行制作', '需另行制作'],
  'unable.stillUnclear': ['补正后仍不明确', '申请内容不明确'],
  'notProcessed.petition': ['信访举报投诉类', '信访举报投诉'],
  'notProcessed.repeated': ['重复申请'],
  'notProcessed.publication': ['公开出版物'],
  'notProcessed.excessive': ['大量反复申请', '无正当理由大量反复申请'],
  'notProcessed.reconfirm': ['重新出具', '要求确认或重新出具'],
  'other.overdueCorrection': ['逾期不补正', '逾期未补正'],
  'other.overdueFee': ['逾期未缴费', '逾期不缴费'],
  'other.misc': ['其他', '其它'],
}

/** Words for yes and no (是否延期); a blank is no. */
export const yesNoWords = {
  yes: ['是', '有', '已延期', '延期', '已延长', 'true', '1', 'y', '√'],
  no: ['否', '无', '未延期', '不延期', '未延长', 'false', '0', 'n', '×'],
} as const
