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
