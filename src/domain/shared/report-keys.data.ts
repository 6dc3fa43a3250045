/**
 * Rows of the table of applications in the annual report (年报表三, 国办公开办函〔2021〕30号附件), in
 * their order on the form, with the official labels.
 */
export const applicationRows = [
  { key: 'newReceived', label: '一、本年新收政府信息公开申请数量' },
  { key: 'carriedOver', label: '二、上年结转政府信息公开申请数量' },
  { key: 'granted', label: '三、（一）予以公开' },
  { key: 'partialGrant', label: '三、（二）部分公开（区分处理的，只计这一情形，不计其他情形）' },
  { key: 'denied.stateSecret', label: '三、（三）不予公开 1.属于国家秘密' },
  { key: 'denied.lawForbidden', label: '三、（三）不予公开 2.其他法律行政法规禁止公开' },
  { key: 'denied.threeSecuritiesOneStability', label: '三、（三）不予公开 3.危及“三安全一稳定”' },
  { key: 'denied.thirdPartyRights', label: '三、（三）不予公开 4.保护第三方合法权益' },
  { key: 'denied.internalAffairs', label: '三、（三）不予公开 5.属于三类内部事务信息' },
  { key: 'denied.processInfo', label: '三、（三）不予公开 6.属于四类过程性信息' },
  { key: 'denied.enforcementFile', label: '三、（三）不予公开 7.属于行政执法案卷' },
  { key: 'denied.adminInquiry', label: '三、（三）不予公开 8.属于行政查询事项' },
  { key: 'unable.notHeld', label: '三、（四）无法提供 1.本机关不掌握相关政府信息' },
  { key: 'unable.needsCreation', label: '三、（四）无法提供 2.没有现成信息需要另行制作' },
  { key: 'unable.stillUnclear', label: '三、（四）无法提供 3.补正后申请内容仍不明确' },
  { key: 'notProcessed.petition', label: '三、（五）不予处理 1.信访举报投诉类申请' },
  { key: 'notProcessed.repeated', label: '三、（五）不予处理 2.重复申请' },
  { key: 'notProcessed.publication', label: '三、（五）不予处理 3.要求提供公开出版物' },
  { key: 'notProcessed.excessive', label: '三、（五）不予处理 4.无正当理由大量反复申请' },
  {
    key: 'notProcessed.reconfirm',
    label: '三、（五）不予处理 5.要求行政机关确认或重新出具已获取信息',
  },
  {
    key: 'other.overdueCorrection',
    label: '三、（六）其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
  },
  {
    key: 'other.overdueFee',
    label:
      '三、（六）其他处理 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
  },
  { key: 'other.misc', label: '三、（六）其他处理 3.其他' },
  { key: 'totalProcessed', label: '三、（七）总计' },
  { key: 'carriedForward', label: '四、结转下年度继续办理' },
] as const

/** Columns of the table of applications: the six classes of applicant (申请人情况) and their total. */
export const applicationColumns = [
  { key: 'naturalPerson', label: '自然人' },
  { key: 'commercial', label: '商业企业' },
  { key: 'research', label: '科研机构' },
  { key: 'publicWelfare', label: '社会公益组织' },
  { key: 'legalService', label: '法律服务机构' },
  { key: 'otherOrg', label: '其他' },
  { key: 'total', label: '总计' },
] as const

/** Blocks of the table of reconsideration and litigation (年报表四). */
export const reviewLitigationBlocks = {
  review: '行政复议',
  litigationDirect: '行政诉讼：未经复议直接起诉',
  litigationAfterReview: '行政诉讼：复议后起诉',
} as const

/** Columns of each block of the table of reconsideration and litigation. */
export const reviewLitigationColumns = {
  upheld: '结果维持',
  corrected: '结果纠正',
  other: '其他结果',
  pending: '尚未审结',
  total: '总计',
} as const

/** Rows and columns of the table of proactive disclosure (年报表二) from the report for 2021 on. */
export const proactive2021 = {
  regulations: '第二十条第（一）项 规章',
  normativeDocuments: '第二十条第（一）项 行政规范性文件',
  licensing: '第二十条第（五）项 行政许可',
  punishment: '第二十条第（六）项 行政处罚',
  coercion: '第二十条第（六）项 行政强制',
  fees: '第二十条第（八）项 行政事业性收费',
  made: '本年制发件数',
  repealed: '本年废止件数',
  inForce: '现行有效件数',
  decisions: '本年处理决定数量',
  amountWanYuan: '本年收费金额（单位：万元）',
} as const

/** Rows and columns of the table of proactive disclosure in the reports for 2019 and 2020. */
export const proactive2019 = {
  newlyMade: '本年新制作数量',
  newlyPublished: '本年新公开数量',
  totalPublished: '对外公开总数量',
  previousYearItems: '上一年项目数量',
  change: '本年增/减',
  decisions: '处理决定数量',
  otherManagement: '其他对外管理服务事项',
  procurement: '第二十条第（九）项 政府集中采购',
  projects: '采购项目数量',
  amount: '采购总金额',
} as const

/** Rules by which an annual report is checked (校验规则), with what each asks. */
export const checkRules = {
  identity: '一+二=三（七）+四（逐列）',
  resultSum: '三（一）至（六）各项之和=（七）（逐列）',
  rowSum: '六类申请人之和=总计（逐行）',
  blankTotal: '分项有数而总计空白',
  reviewSum: '四项之和=总计（复议、直接起诉、复议后起诉）',
  inForceLessThanMade: '制发数不应大于现行有效+废止',
  regulationsByUnauthorisedBody: '县乡与部门无规章制定权',
  narrativeMismatch: '正文数字与表格（或其自列分项之和）不一致',
  carryOver: '上年“结转下年度”=本年“上年结转”',
  inForceBalance: '上年现行有效+本年制发-本年废止=本年现行有效',
} as const

/** A row of the table of applications. */
export type RowKey = (typeof applicationRows)[number]['key']

/** A column of the table of applications, the total included. */
export type ColumnKey = (typeof applicationColumns)[number]['key']

/** A class of applicant (申请人类别): a column without the total. */
export type ApplicantClass = Exclude<ColumnKey, 'total'>

/** How an application ended (办理结果): a row that counts single cases, no total and no carry-over. */
export type OutcomeKey = Exclude<
  RowKey,
  'newReceived' | 'carriedOver' | 'totalProcessed' | 'carriedForward'
>

export type ReviewLitigationBlock = keyof typeof reviewLitigationBlocks
export type ReviewLitigationColumn = keyof typeof reviewLitigationColumns
export type CheckRule = keyof typeof checkRules

/** Tells a result row from the received, carried-over and total rows. */
export function isOutcomeKey(key: string): key is OutcomeKey {
  return outcomeKeys.some((outcome) => outcome === key)
}

/** Tells a class of applicant from other words. */
export function isApplicantClass(key: string): key is ApplicantClass {
  return applicantClasses.some((name) => name === key)
}

/** The result rows in their order on the form. */
export const outcomeKeys: readonly OutcomeKey[] = applicationRows
  .map(({ key }) => key)
  .filter(
    (key) =>
      key !== 'newReceived' &&
      key !== 'carriedOver' &&
      key !== 'totalProcessed' &&
      key !== 'carriedForward',
  )

/** The six classes of applicant in their order on the form. */
export const applicantClasses: readonly ApplicantClass[] = applicationColumns
  .map(({ key }) => key)
  .filter((key) => key !== 'total')
