import { applicationColumns } from '../../../src/domain/shared/report-keys.data.ts'

type Row = readonly (number | null)[]

/** Rows of table three as objects, from the figures in the order of the form's columns. */
function table(rows: Readonly<Record<string, Row>>): Record<string, Record<string, number | null>> {
  return Object.fromEntries(
    Object.entries(rows).map(([row, figures]) => [
      row,
      Object.fromEntries(applicationColumns.map(({ key }, at) => [key, figures[at] ?? null])),
    ]),
  )
}

/** A whole city's report for 2024, as published: 淮安市. */
export const cityReport = {
  id: 'AR04',
  agency: '淮安市人民政府',
  code: '320800',
  level: 'prefecture',
  scope: '全市',
  year: 2024,
  format: '2021',
  partial: false,
  proactive: {
    regulations: { made: 1, repealed: 0, inForce: 11 },
    normativeDocuments: { made: 8, repealed: 26, inForce: 66 },
    licensing: { decisions: 447228 },
    punishment: { decisions: 3985758 },
    coercion: { decisions: 88283 },
    fees: { amountWanYuan: 96171.6 },
  },
  applications: table({
    newReceived: [3001, 53, 0, 0, 61, 4, 3119],
    carriedOver: [34, 0, 0, 0, 0, 0, 34],
    granted: [1288, 21, 0, 0, 50, 3, 1362],
    partialGrant: [447, 7, 0, 0, 0, 0, 454],
    'denied.stateSecret': [2, 0, 0, 0, 0, 0, 2],
    'denied.lawForbidden': [30, 1, 0, 0, 0, 0, 31],
    'denied.threeSecuritiesOneStability': [5, 0, 0, 0, 0, 0, 5],
    'denied.thirdPartyRights': [6, 0, 0, 0, 0, 0, 6],
    'denied.internalAffairs': [7, 1, 0, 0, 0, 0, 8],
    'denied.processInfo': [12, 0, 0, 0, 0, 0, 12],
    'denied.enforcementFile': [9, 0, 0, 0, 0, 0, 9],
    'denied.adminInquiry': [105, 0, 0, 0, 0, 0, 105],
    'unable.notHeld': [746, 12, 0, 0, 10, 1, 769],
    'unable.needsCreation': [11, 0, 0, 0, 0, 0, 11],
    'unable.stillUnclear': [1, 0, 0, 0, 0, 0, 1],
    'notProcessed.petition': [56, 6, 0, 0, 0, 0, 62],
    'notProcessed.repeated': [25, 0, 0, 0, 0, 0, 25],
    'notProcessed.publication': [0, 0, 0, 0, 0, 0, 0],
    'notProcessed.excessive': [0, 0, 0, 0, 0, 0, 0],
    'notProcessed.reconfirm': [1, 0, 0, 0, 0, 0, 1],
    'other.overdueCorrection': [67, 3, 0, 0, 1, 0, 71],
    'other.overdueFee': [6, 0, 0, 0, 0, 0, 6],
    'other.misc': [108, 2, 0, 0, 0, 0, 110],
    totalProcessed: [2932, 53, 0, 0, 61, 4, 3050],
    carriedForward: [103, 0, 0, 0, 0, 0, 103],
  }),
  reviewLitigation: {
    review: { upheld: 72, corrected: 64, other: 178, pending: 37, total: 351 },
    litigationDirect: { upheld: 13, corrected: 4, other: 8, pending: 1, total: 26 },
    litigationAfterReview: { upheld: 12, corrected: 1, other: 1, pending: 6, total: 20 },
  },
  narrative: [
    { claim: '全市受理政府信息公开申请', value: 3119, table: 3119 },
    { claim: '答复件数', value: 3050, table: 3050 },
    { claim: '上年度结转申请', value: 34, table: 34 },
    { claim: '顺延到下年度答复', value: 103, table: 103 },
    { claim: '行政复议', value: 351, table: 351 },
    { claim: '行政复议结果维持', value: 72, table: 72 },
    { claim: '行政复议结果纠正', value: 64, table: 64 },
    { claim: '行政诉讼（合计）', value: 46, table: 46 },
    { claim: '行政诉讼结果维持', value: 25, table: 25 },
    { claim: '新增公开市政府规章', value: 1, table: 1 },
    { claim: '信息处理费（元）', value: 3940 },
  ],
}

/** A whole district's report for 2024, with （六）其他处理 as one row: 洪泽区. */
export const districtReport = {
  id: 'AR06',
  agency: '淮安市洪泽区人民政府',
  code: '320813',
  level: 'county',
  scope: '全区',
  year: 2024,
  format: '2021',
  partial: false,
  proactive: {
    regulations: { made: 0, repealed: 0, inForce: 0 },
    normativeDocuments: { made: 3, repealed: 0, inForce: 8 },
    licensing: { decisions: 9487 },
    punishment: { decisions: 2776 },
    coercion: { decisions: 84 },
    fees: { amountWanYuan: 7545 },
  },
  applications: table({
    newReceived: [95, 0, 0, 0, 0, 0, 95],
    carriedOver: [0, 0, 0, 0, 0, 0, 0],
    granted: [50, 0, 0, 0, 0, 0, 50],
    partialGrant: [9, 0, 0, 0, 0, 0, 9],
    'denied.stateSecret': [0, 0, 0, 0, 0, 0, 0],
    'denied.lawForbidden': [0, 0, 0, 0, 0, 0, 0],
    'denied.threeSecuritiesOneStability': [1, 0, 0, 0, 0, 0, 1],
    'denied.thirdPartyRights': [0, 0, 0, 0, 0, 0, 0],
    'denied.internalAffairs': [0, 0, 0, 0, 0, 0, 0],
    'denied.processInfo': [1, 0, 0, 0, 0, 0, 1],
    'denied.enforcementFile': [1, 0, 0, 0, 0, 0, 1],
    'denied.adminInquiry': [0, 0, 0, 0, 0, 0, 0],
    'unable.notHeld': [31, 0, 0, 0, 0, 0, 31],
    'unable.needsCreation': [1, 0, 0, 0, 0, 0, 1],
    'unable.stillUnclear': [0, 0, 0, 0, 0, 0, 0],
    'notProcessed.petition': [1, 0, 0, 0, 0, 0, 1],
    'notProcessed.repeated': [0, 0, 0, 0, 0, 0, 0],
    'notProcessed.publication': [0, 0, 0, 0, 0, 0, 0],
    'notProcessed.excessive': [0, 0, 0, 0, 0, 0, 0],
    'notProcessed.reconfirm': [0, 0, 0, 0, 0, 0, 0],
    other: [0, 0, 0, 0, 0, 0, 0],
    totalProcessed: [95, 0, 0, 0, 0, 0, 95],
    carriedForward: [0, 0, 0, 0, 0, 0, 0],
  }),
  reviewLitigation: {
    review: { upheld: 1, corrected: 1, other: 0, pending: 0, total: 2 },
    litigationDirect: { upheld: 1, corrected: 0, other: 0, pending: 0, total: 1 },
    litigationAfterReview: { upheld: 2, corrected: 0, other: 1, pending: 0, total: 3 },
  },
  narrative: [
    {
      claim: '区政府办代表区政府受理',
      value: 17,
      table: 95,
      compare: false,
      why: '口径不同：本级与全区',
    },
    { claim: '政府网站主动发布信息', value: 2428 },
    { claim: '信息处理费（元）', value: 0 },
  ],
}
