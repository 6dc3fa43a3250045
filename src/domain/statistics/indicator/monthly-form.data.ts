import { outcomeKeys } from '../../shared/report-keys.data.ts'
import type { ManualCode } from '../manual.data.ts'
import type { Indicator, IndicatorSource } from './types.ts'

/** What stands above the coded monthly form (表头), in its order. */
export const monthlyHeader = [
  '单位名称',
  '地区及部门编号',
  '单位法人代码',
  '主管单位名称',
  '主管单位法人代码',
  '单位负责人',
  '填报人',
  '联系电话',
  '报出日期',
] as const

/** A check of the coded form (表内勾稽): one code is the sum of others. */
export type FormCheck = { total: string; parts: readonly string[] }

/** The form's own checks: 10=11+…+16, 17=18+19+20, 20=21+…+31. */
export const monthlyChecks: readonly FormCheck[] = [
  { total: '10', parts: codes(11, 16) },
  { total: '17', parts: codes(18, 20) },
  { total: '20', parts: codes(21, 31) },
]

const outcomes = outcomeKeys.map((key) => ({ row: key }))
const exemption = '原表按当地规定划分免予公开范围，定义不掌握，计入 31'
const untold = '系统不单独记录'

/** The coded monthly form of 政府信息公开情况统计报表 (codes 01–35), as far as today's records map onto it. */
export const monthlyForm: readonly Indicator[] = [
  flow('01', '主动公开信息数', '条', '当期公开的信息条数', [
    { row: 'items', columns: ['published'] },
  ]),
  none('02', '其中：全文电子化的主动公开信息数', '条', untold),
  flow('03', '新增的行政规范性文件数', '条', '当期制发的规范性文件件数', [
    { row: 'normativeDocuments', columns: ['made'] },
  ]),
  flow('04', '提供服务类信息数', '条', '当期公布和修订的办事指南份数', [{ row: 'serviceGuides' }]),
  byHand('05', '网站专栏页面访问量', 'column.views'),
  byHand('06', '现场接待人数', 'hall.visits'),
  byHand('07', '网上咨询数', 'web.consultations'),
  byHand('08', '咨询电话接听数', 'hotline.calls'),
  none('09', '依申请公开信息目录数', '条', untold),
  flow('10', '申请总数', '条', '当期新收申请，按收到日', [{ row: 'newReceived' }]),
  channel('11', '其中：当面申请数', ['in-person', 'oral']),
  channel('12', '传真申请数', ['fax']),
  channel('13', '电子邮件申请数', ['email']),
  channel('14', '网上申请数', ['internet']),
  channel('15', '信函申请数', ['registered-mail', 'ordinary-mail']),
  none('16', '其他形式申请数', '条', '没有其他渠道'),
  flow('17', '对申请的答复总数', '条', '当期办结，按答复日；重新答复的冲减原答复', outcomes),
  flow('18', '其中：同意公开答复数', '条', '予以公开', [{ row: 'granted' }]),
  flow('19', '同意部分公开答复数', '条', '部分公开', [{ row: 'partialGrant' }]),
  row('20', '否决公开答复总数', '条', '17 减 18、19', {
    kind: 'sum',
    plus: ['17'],
    minus: ['18', '19'],
  }),
  none('21', '其中：非《规定》所指政府信息数', '条', '现行结果分类没有对应项，计入 31'),
  none('22', '信息不存在数', '条', '现行结果分类并入“本机关不掌握”，计入 23'),
  flow('23', '非本部门掌握数', '条', '本机关不掌握相关政府信息', [{ row: 'unable.notHeld' }]),
  flow('24', '申请内容不明确数', '条', '补正后申请内容仍不明确', [{ row: 'unable.stillUnclear' }]),
  ...[1, 2, 3, 4, 5, 6].map((n) => none(String(24 + n), `免予公开范围${n}数`, '条', exemption)),
  row('31', '其它原因', '条', '20 减 23、24', { kind: 'sum', plus: ['20'], minus: ['23', '24'] }),
  flow('32', '行政复议数', '件', '当期收到的行政复议', [
    { row: 'dispute.review', columns: ['filed'] },
  ]),
  flow('33', '行政诉讼数', '件', '当期收到的行政诉讼', [
    { row: 'dispute.litigationDirect', columns: ['filed'] },
    { row: 'dispute.litigationAfterReview', columns: ['filed'] },
  ]),
  none('34', '行政申诉数', '件', untold),
  none('35', '其中：对本部门首次处理不满意的行政申诉数', '件', untold),
]

function codes(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, at) => String(from + at))
}

function row(
  code: string,
  name: string,
  unit: Indicator['unit'],
  formula: string,
  source: IndicatorSource,
): Indicator {
  return {
    code,
    name,
    unit,
    formula,
    source,
    grain: 'month',
    audience: 'public',
    pack: 'monthly-form',
  }
}

function flow(
  code: string,
  name: string,
  unit: Indicator['unit'],
  formula: string,
  cells: Extract<IndicatorSource, { kind: 'flow' }>['cells'],
): Indicator {
  return row(code, name, unit, formula, { kind: 'flow', cells })
}

function channel(code: string, name: string, columns: readonly string[]): Indicator {
  return flow(code, name, '条', '当期新收申请，按提交渠道', [{ row: 'channelReceived', columns }])
}

function byHand(code: string, name: string, manual: ManualCode): Indicator {
  return row(code, name, '人次', '人工填报', { kind: 'manual', code: manual })
}

function none(code: string, name: string, unit: Indicator['unit'], why: string): Indicator {
  return row(code, name, unit, why, { kind: 'none', why })
}
