import type { StepAction } from '../../../domain/application/step-input.ts'
import { conversionLabels } from './case-labels.ts'
import { factQuestions } from './instrument.ts'
import { linkedSteps } from './case-step-linked.ts'
import { day, type StepField, type StepWords, why } from './step-field.ts'

const parties = [
  { value: 'third-party', label: '第三方（公民、法人或者其他组织）' },
  { value: 'co-maker', label: '共同制作信息的行政机关' },
  { value: 'agency', label: '其他行政机关' },
]
const opinions = [
  { value: 'agree', label: '同意公开' },
  { value: 'refuse', label: '不同意公开' },
]
const contactWays = [
  { value: 'phone', label: '电话' },
  { value: 'sms', label: '短信' },
  { value: 'email', label: '电子邮件' },
  { value: 'post', label: '信函' },
  { value: 'visit', label: '上门' },
]
const conversionOptions = Object.entries(conversionLabels).map(([value, label]) => ({
  value,
  label,
}))
const routes = [
  { value: 'direct', label: '当面送达（以签收日为准）' },
  { value: 'post', label: '邮寄（通过邮政企业，以交邮日为准）' },
  { value: 'email', label: '电子邮件（申请人选择的）' },
  { value: 'online', label: '网上获取（申请人选择的）' },
]
const methods = [
  { value: 'per-item', label: '按件计收' },
  { value: 'per-page', label: '按量计收（按页）' },
]

const outcome: StepField = {
  name: 'outcome',
  label: '办理结果',
  hint: '按年度报告表三的分类选择，统计由此自动得出。',
  kind: 'outcome',
  required: true,
}
const replyText: StepField = {
  name: 'text',
  label: '答复内容',
  hint: '写明认定的事实和理由；收到日、申请内容、依据的条款和救济途径由答复书按结果写入。',
  kind: 'area',
  required: true,
}
const publicInterest: StepField = {
  name: 'publicInterest',
  label: '不公开会对公共利益造成重大影响的理由',
  hint: '第三方不同意公开而决定公开时必填（条例第32条）；其他情形不填。',
  kind: 'area',
}
/** What each step's form says and asks (各步骤的说明和填报项). */
export const caseSteps: Readonly<Record<StepAction, StepWords>> = {
  'confirm-receipt': {
    lead: '与申请人双方确认之日为收到申请之日，20 个工作日从次日起算。',
    fields: [day('confirmedOn', '双方确认日')],
  },
  'note-contact': {
    lead: '联系不上申请人的，先登记联系情况；恢复联系并确认之日起计算期限。',
    fields: [
      { name: 'by', label: '联系方式', kind: 'choice', options: contactWays, required: true },
      day('contactedOn', '联系日期'),
      { name: 'note', label: '联系情况', kind: 'area' },
    ],
  },
  accept: { lead: '登记完毕、内容明确的，受理后开始办理。', fields: [] },
  'request-correction': {
    lead: '内容不明确的，在收到之日起 7 个工作日内一次性告知补正。收到补正之日起重新计算答复期限。',
    fields: [
      { name: 'unclear', label: '哪些地方不明确', kind: 'area', required: true },
      {
        name: 'guidance',
        label: '需要怎样补正',
        hint: '写清楚补充什么、可以怎样描述。申请人会看到。',
        kind: 'area',
        required: true,
      },
      { name: 'days', label: '补正期限（工作日）', kind: 'number', required: true },
      day('noticeOn', '告知日期'),
    ],
  },
  correct: {
    lead: '申请人用信函、当面等方式补正的，在这里登记；网上补正的由系统自动登记。',
    fields: [
      { name: 'text', label: '补正的内容', kind: 'area', required: true },
      day('correctedOn', '收到补正的日期'),
    ],
  },
  'ask-reasons': {
    lead: '申请的数量、频次明显超过合理范围的，可以请申请人说明理由。软件只提示件数，是否过多由人判断；答复期限照常计算。',
    fields: [
      why('为什么请申请人说明理由'),
      { name: 'days', label: '说明理由的期限（工作日）', kind: 'number', required: true },
      day('askedOn', '告知日期'),
    ],
  },
  explain: {
    fields: [
      { name: 'text', label: '申请人说明的理由', kind: 'area', required: true },
      day('explainedOn', '收到的日期'),
    ],
  },
  assign: {
    fields: [
      { name: 'unit', label: '承办科室', kind: 'line', required: true },
      { name: 'handler', label: '承办人', hint: '不指定的，由科室人员领取。', kind: 'officer' },
      { name: 'note', label: '交办意见', kind: 'area' },
    ],
  },
  claim: { lead: '领取后由您承办。', fields: [] },
  'hand-back': { fields: [why('退回的原因')] },
  ...linkedSteps,
  consult: {
    lead: '书面征求意见的时间不计入答复期限。第三方收到之日起 15 个工作日内提出意见；逾期不答的，由本机关决定，不视为同意也不视为不同意。共同制作的机关逾期不答，视为同意。',
    fields: [
      { name: 'party', label: '征求谁的意见', kind: 'choice', options: parties, required: true },
      { name: 'name', label: '名称', kind: 'line', required: true },
      {
        name: 'what',
        label: '涉及的信息和需要对方说明的问题',
        hint: '不要透露申请人的情况。',
        kind: 'area',
        required: true,
      },
      day('sentOn', '发出日期'),
      { name: 'servedOn', label: '对方收到日期', hint: '还不知道的不填。', kind: 'date' },
    ],
  },
  'record-service': {
    fields: [
      { name: 'consultation', label: '哪一次征求意见', kind: 'consultation', required: true },
      day('servedOn', '对方收到日期'),
    ],
  },
  'record-opinion': {
    fields: [
      { name: 'consultation', label: '哪一次征求意见', kind: 'consultation', required: true },
      { name: 'opinion', label: '对方意见', kind: 'choice', options: opinions, required: true },
      { name: 'reasons', label: '理由', hint: '第三方不同意公开的必填。', kind: 'area' },
      {
        name: 'servedOn',
        label: '对方收到日期',
        hint: '还没有登记、意见又晚于发出后 15 个工作日的必填。',
        kind: 'date',
      },
      day('returnedOn', '收到意见的日期'),
    ],
  },
  extend: {
    lead: '只能延长一次，最多 20 个工作日，须在期限届满前由负责人批准并告知申请人。',
    fields: [
      { name: 'days', label: '延长的工作日数', kind: 'number', required: true },
      {
        name: 'reason',
        label: '延期的理由',
        hint: '申请人会看到。',
        kind: 'area',
        required: true,
      },
      day('toldOn', '告知申请人的日期'),
    ],
  },
  defer: {
    lead: '申请过多、理由合理但不能在期限内答复的，可以另定合理的答复日期并告知申请人。',
    fields: [
      { name: 'until', label: '答复日期', kind: 'date', required: true },
      { name: 'reason', label: '理由', hint: '申请人会看到。', kind: 'area', required: true },
    ],
  },
  charge: {
    lead: '申请的数量、频次明显超过合理范围的才能收费，一件申请只能选一种计收方式。缴费次日起重新计算答复期限。',
    fields: [
      { name: 'method', label: '计收方式', kind: 'choice', options: methods, required: true },
      {
        name: 'itemsBefore',
        label: '本自然月此前已计件数',
        hint: '按件计收的填。',
        kind: 'number',
      },
      { name: 'items', label: '本次件数', hint: '按件计收的填。', kind: 'number' },
      { name: 'pages', label: '本次页数', hint: '按量计收的填。', kind: 'number' },
      day('noticeOn', '通知日期'),
    ],
  },
  'record-payment': { fields: [day('paidOn', '缴费日期')] },
  draft: {
    lead: '拟好的答复由别人审核，再由负责人签发。',
    fields: [outcome, ...factQuestions, replyText, publicInterest],
  },
  'pass-check': {
    lead: '请核对：依据的条款是否正确，是否含有国家秘密、商业秘密、个人隐私和工作秘密，救济途径是否写明。',
    fields: [
      { name: 'opinion', label: '审核意见', kind: 'area' },
      {
        name: 'override',
        label: '附件检查所见可以放行的理由',
        hint: '答复附件里发现个人信息或者没有真正删掉的内容，确需提供的，写明理由；没有发现的不填。',
        kind: 'area',
      },
    ],
  },
  'send-back': { fields: [why('退回的原因')] },
  'take-back': { lead: '答复退回到您这里修改，修改后重新送审。', fields: [] },
  sign: { lead: '签发后即可送达申请人。', fields: [] },
  serve: {
    lead: '送达日就是答复日。邮寄的以交邮日为准，当面送达的以申请人签收日为准。',
    fields: [
      { name: 'route', label: '送达方式', kind: 'choice', options: routes, required: true },
      day('servedOn', '送达日期'),
      { name: 'proof', label: '送达凭证', hint: '例如挂号信号码、签收人。', kind: 'line' },
    ],
  },
  reply: {
    lead: '能够当场答复的，当场答复；由负责答复的人承担审核和签发的责任。',
    fields: [outcome, ...factQuestions, replyText, publicInterest, day('repliedOn', '答复日')],
  },
  close: { lead: '答复已经送达、材料齐全的，予以办结。', fields: [] },
  archive: { lead: '全部材料按顺序整理归档后登记。', fields: [] },
  withdraw: {
    lead: '申请人书面或者当面提出撤回的，在这里登记。',
    fields: [day('withdrawnOn', '撤回日期'), { name: 'note', label: '撤回的情况', kind: 'area' }],
  },
  abandon: {
    lead: '申请人无正当理由逾期不补正或者不缴费的，视为放弃申请，不再处理。',
    fields: [],
  },
  convert: {
    lead: '实际是咨询、投诉、举报或者信访的，告知申请人不作为政府信息公开申请处理，并指明渠道（条例第39条）。登记号和收到日保留，不计入新收；判断错了可以恢复。',
    fields: [
      {
        name: 'kind',
        label: '实际属于哪一类',
        kind: 'choice',
        options: conversionOptions,
        required: true,
      },
      {
        name: 'pointedTo',
        label: '请申请人到哪里办理',
        hint: '写清单位、电话或者网址。申请人会看到。',
        kind: 'area',
        required: true,
      },
      day('convertedOn', '告知日期'),
    ],
  },
  'reopen-as-application': {
    lead: '登记号和收到日不变，答复期限按原收到日计算，中间的天数照常计入。',
    fields: [why('恢复的原因')],
  },
}

/** Words about steps beside their fields. */
export const caseStep = {
  others: '其他办理',
  coUnits: '协办科室',
  coUnit: '科室',
  coUnitOption: (unit: string, dueOn: string): string => `${unit}（${dueOn} 前答复）`,
  coDueOn: '协办期限',
  answeredOn: '答复',
  coWaiting: '未答复',
  coOverdue: '逾期未答复',
  coWaived: '负责人决定不等',
  linked: '关联的申请',
  origin: '移送',
  transferredFrom: (agency: string, number: string, on: string): string =>
    `${on} 由${agency}移送，原编号 ${number}`,
  transferredTo: (agency: string, on: string): string => `${on} 移送${agency}`,
  takenAs: (receipt: string): string => `，对方受理号 ${receipt}`,
  transferDeclined: '，对方没有接收',
  waitsUntil: '等候申请人至',
  handler: '承办',
  consultations: '征求意见',
  consultation: (n: number, party: string, sentOn: string): string =>
    `第 ${String(n)} 次：${party}，${sentOn} 发出`,
  party: '对象',
  sentOn: '发出',
  servedOn: '送达',
  returnedOn: '答复',
  opinion: '意见',
  noOpinion: '未答复',
  draft: '拟答复',
  outcome: '办理结果',
  text: '答复内容',
  signedOn: '签发日期',
} as const
