/** What a cell of table two counts: whole numbers, money with decimals, or a change that may be negative. */
export type ProactiveCell = 'count' | 'amount' | 'change'

/**
 * Rows of the table of proactive disclosure (年报表二): those of 国办公开办函〔2021〕30号 and, where
 * `form` says so, of the trial form of 2019 alone.
 */
export const proactiveRows = [
  { key: 'regulations', label: '规章', head: '第二十条第（一）项' },
  { key: 'normativeDocuments', label: '行政规范性文件', head: '第二十条第（一）项' },
  { key: 'licensing', label: '行政许可', head: '第二十条第（五）项' },
  { key: 'otherManagement', label: '其他对外管理服务事项', head: '第二十条第（五）项' },
  { key: 'punishment', label: '行政处罚', head: '第二十条第（六）项' },
  { key: 'coercion', label: '行政强制', head: '第二十条第（六）项' },
  { key: 'fees', label: '行政事业性收费', head: '第二十条第（八）项' },
  { key: 'procurement', label: '政府集中采购', head: '第二十条第（九）项' },
] as const

/** Columns of the table of proactive disclosure in all its forms, with the official labels. */
export const proactiveColumns = {
  made: '本年制发件数',
  repealed: '本年废止件数',
  inForce: '现行有效件数',
  decisions: '本年处理决定数量',
  amountWanYuan: '本年收费金额（单位：万元）',
  newlyMade: '本年新制作数量',
  newlyPublished: '本年新公开数量',
  totalPublished: '对外公开总数量',
  previousYearItems: '上一年项目数量',
  change: '本年增/减',
  projects: '采购项目数量',
  amount: '采购总金额',
} as const

export type ProactiveRow = (typeof proactiveRows)[number]['key']
export type ProactiveColumn = keyof typeof proactiveColumns

/** What stands in a column of table two. */
export const proactiveCells: Readonly<Record<ProactiveColumn, ProactiveCell>> = {
  made: 'count',
  repealed: 'count',
  inForce: 'count',
  decisions: 'count',
  amountWanYuan: 'amount',
  newlyMade: 'count',
  newlyPublished: 'count',
  totalPublished: 'count',
  previousYearItems: 'count',
  change: 'change',
  projects: 'count',
  amount: 'amount',
}
