import type { Agency } from '../agency/agency.ts'
import { makesRegulations } from '../agency/makes-regulations.ts'

/** A figure that no record of the house gives (人工填报指标), so that a named person attests it. */
export type ManualIndicator = {
  code: string
  name: string
  unit: '件' | '人次' | '元' | '期' | '户次' | '天'
  /** how often it is reported; a year's figure counts in its December */
  grain: 'year' | 'month'
  /** digits after the point; the value is kept in the smallest unit */
  decimals: 0 | 2
  /** largest value in the smallest unit */
  most: number
  /** article or form that asks for it */
  law: string
  /** the forms that the law asks for, or counters of halls, lines and windows that an agency has or has not */
  field: 'forms' | 'counters'
}

const table2 = '国办公开办函〔2021〕30号附件（二）'
const monthly = '政府信息公开情况统计报表（月报）'
const practice = '服务计数（做法，没有统一报表）'
const most = 10_000_000

/** Figures entered by hand, in the order of their forms (年报表二、月报代码 05–08), then the counters of services. */
export const manualIndicators = [
  yearly('regulations.made', '规章：本年制发件数', '第20条第一项'),
  yearly('regulations.repealed', '规章：本年废止件数', '第20条第一项'),
  {
    ...yearly('norms.none', '行政规范性文件：确认没有制发、废止和有效的文件', '第20条第一项'),
    most: 0,
  },
  yearly('licensing.decisions', '行政许可：本年处理决定数量', '第20条第五项'),
  yearly('punishment.decisions', '行政处罚：本年处理决定数量', '第20条第六项'),
  yearly('coercion.decisions', '行政强制：本年处理决定数量', '第20条第六项'),
  {
    ...yearly('fees.amount', '行政事业性收费：本年收费金额', '第20条第八项'),
    unit: '元',
    decimals: 2,
    most: 100_000_000_000_000,
  },
  counter('column.views', '网站专栏页面访问量（月报 05）'),
  counter('hall.visits', '现场接待人数（月报 06）'),
  counter('web.consultations', '网上咨询数（月报 07）'),
  counter('hotline.calls', '咨询电话接听数（月报 08）'),
  service('tips.accepted', '投诉举报：受理'),
  service('tips.closed', '投诉举报：办结'),
  service('mayor-line.accepted', '民生热线、区长热线：受理'),
  service('mayor-line.closed', '民生热线、区长热线：办结'),
  service('live-line.sessions', '行风热线：上线', '期'),
  service('live-line.calls', '行风热线：接听电话'),
  service('callback.reached', '回访：联系上的'),
  service('callback.satisfied', '回访：表示满意的'),
  service('hall.accepted', '办事大厅：受理'),
  service('hall.closed', '办事大厅：办结'),
  service('hall.same-day', '办事大厅：当日办结'),
  service('hall.early', '办事大厅：提前办结'),
  service('hall.days', '办事大厅：办结各件所用天数之和', '天'),
  service('window.accepted', '服务窗口（办税厅等）：受理'),
  service('relief.households', '减免：户次', '户次'),
  { ...service('relief.amount', '减免：金额', '元'), decimals: 2, most: 100_000_000_000_000 },
] as const satisfies readonly ManualIndicator[]

export type ManualCode = (typeof manualIndicators)[number]['code']

/** The figures of a grain that an agency reports: only a government of 设区的市 and above makes 规章 (立法法第93条). */
export function indicatorsOf(
  { level, kind }: Pick<Agency, 'level' | 'kind'>,
  grain: ManualIndicator['grain'],
): ManualIndicator[] {
  const isMaker = makesRegulations({ level, kind })
  return manualIndicators.filter(
    (indicator) =>
      indicator.grain === grain && (isMaker || !indicator.code.startsWith('regulations.')),
  )
}

function yearly<const C extends string>(
  code: C,
  name: string,
  item: string,
): ManualIndicator & { code: C } {
  const law = `${table2} ${item}`
  return { code, name, unit: '件', grain: 'year', decimals: 0, most, law, field: 'forms' }
}

function counter<const C extends string>(code: C, name: string): ManualIndicator & { code: C } {
  const law = monthly
  return { code, name, unit: '人次', grain: 'month', decimals: 0, most, law, field: 'forms' }
}

function service<const C extends string>(
  code: C,
  name: string,
  unit: ManualIndicator['unit'] = '件',
): ManualIndicator & { code: C } {
  const law = practice
  return { code, name, unit, grain: 'month', decimals: 0, most, law, field: 'counters' }
}
