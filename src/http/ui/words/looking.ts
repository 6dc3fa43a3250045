import { rowNames } from '../../../domain/report/layout-rows.ts'
import {
  applicationColumns,
  reviewLitigationBlocks,
  reviewLitigationColumns,
} from '../../../domain/shared/report-keys.data.ts'
import { proactiveColumns, proactiveRows } from '../../../domain/shared/report-proactive.data.ts'
import type { FigureAddress } from '../../../domain/statistics/figure.ts'
import { type IndicatorFigure, unitOfPart } from '../../../domain/statistics/indicator/opened.ts'
import type { Indicator } from '../../../domain/statistics/indicator/types.ts'
import { isResultGroup, resultGroups } from '../../../domain/statistics/result-groups.ts'

/** Words of the pages on which figures are opened, ranked and compared (数字下钻、排名、比较文字). */
export const looking = {
  figureTitle: '数字的来源',
  switchLabel: '查看方式',
  statistics: '统计表',
  tree: '机关树',
  ranking: '排名',
  comparison: '比较',
  heat: '热力表',
  back: '返回统计数据',
  value: '数值',
  formula: '计算口径',
  asOf: '数据截至',
  numerator: '分子',
  denominator: '分母',
  rate: '所属比率',
  otherPart: '查看它由哪些机关和记录构成',
  rounding: { percent: '×100%，四舍五入保留两位小数', mean: '四舍五入保留两位小数' },
  share: '占比',
  sum: '合计',
  treeColumns: ['上期结转', '新收', '办结', '结转下期', '公开信息'],
  treeHint: '“合计”是本级及下级之和。',
  agency: '机关',
  own: '本级',
  subtree: '本级及下级',
  reported: '报送',
  reportedYes: '已报送',
  reportedNo: '未报送',
  reportedOf: '{m}/{n}',
  itself: '{name}（本级）',
  parts: '由哪些机关合计',
  partsHint: '点数字看它由哪些机关合计；到单个机关为止，再看它的记录。没有报送的机关不计为零。',
  below: '{name}及下级（{n} 个机关）',
  months: '各月数值',
  month: '月份',
  records: '查看这个数背后的记录',
  recordsDecided: '查看审结的案件',
  recordsPending: '查看尚未审结的案件',
  recordsHint:
    '清单按案件现在的情况列出，事后责令重新答复的仍列在原来答复的时期；以前时期的答复在本期冲减的，不在清单里，数字会比清单少。事后转办或者销毁的，也会有出入。',
  recordsElsewhere:
    '办件记录由本机关保管，上级机关和公众只看件数；本机关工作人员登录工作台后可以打开清单。',
  recordsStaff: '本机关工作人员查看清单',
  itemsPublic: '查看公开的信息',
  itemsOf: '{period}公开的信息',
  itemsSum: '共 {total} 条：现在可以查看的 {n} 条，公开以后又终止的 {ended} 条。',
  itemsAgain: '撤回以后重新公开的，每次公开各计一次，多计 {again} 次，列在最近一次公开的日期。',
  itemTitle: '标题',
  itemNumber: '索引号',
  itemDay: '公开日期',
  itemsEnded: '公开以后又终止的信息',
  itemHow: '现在的状态',
  itemsMany: '条数',
  recordsByTime: '重新答复的，每次答复各计一次；清单里一件只列一次。',
  recordsAny: {
    untimed: '查看记录（清单不分时期）',
    answered: '查看已答复的投诉（清单不分时期）',
    waiting: '查看待答复的投诉',
    received: '查看新收申请（清单写明渠道）',
  },
  normsPublic: '查看规范性文件',
  manualRecords: '查看填报记录',
  manualRecordsOf: '查看{period}的填报记录',
  ownSite: '到{name}的统计公开页查看',
  indicator: '指标',
  period: '统计时期',
  show: '查看',
  whole: '本级及下级之和',
  each: '各机关本级',
  kindOf: '机关类型',
  anyKind: '全部',
  place: '名次',
  unreported: '未报送，不参加排名（{n} 个）',
  noneRanked: '这个时期没有机关报送',
  selectHint: '勾选不超过 6 个机关，按“比较所选机关”。',
  compare: '比较所选机关',
  compareAgency: '比较 {name}',
  tooMany: '最多比较 6 个机关，只列前 6 个。',
  by: '按',
  byMonth: '月',
  byQuarter: '季度',
  byYear: '年',
  changes: '同比和环比',
  previous: '上期',
  yearBefore: '上年同期',
  change: '增减',
  percent: '增长率',
  current: '本期',
  incomparable: '无法比较',
  changesFormula:
    '环比增长率＝（本期数－上期数）÷上期数×100%；同比增长率＝（本期数－上年同期数）÷上年同期数×100%。基期为零或者未报送的，无法比较。',
  unfinished: '{period}还没有结束，与完整的基期比较时，增减不能当作全期的变化。',
  chosen: '选择机关',
  legend: '图例：底色越深数值越大，按分位数分级。',
  shade: '{from}–{to}',
  zero: '0',
  columns: '列',
  level: '层级',
  bar: '图示',
  choose: '选择',
  onPrevious: '环比',
  onYearBefore: '同比',
  heatMonths: '各月',
  heatGroups: '办理结果',
  onlyFirst: '机关较多，只列前 {n} 个；其余见导出的表格。',
  cut: '下级较多，点机关名称继续展开。',
  exportLabel: '导出',
  csv: '导出 CSV',
  xlsx: '导出 Excel（XLSX）',
  files: { tables: '表二、表三、表四', course: '各月数据', children: '直属下级数据' },
  proactive: '主动公开政府信息情况',
  table: '表',
  unit: '单位',
  groups: {
    granted: '予以公开',
    partialGrant: '部分公开',
    denied: '不予公开',
    unable: '无法提供',
    notProcessed: '不予处理',
    other: '其他处理',
  },
  kinds: {
    county: '县区政府',
    township: '乡镇街道',
    bureau: '部门',
    'public-utility': '公共企事业单位',
  },
} as const

const applicationFormulas: Readonly<Record<string, string>> = {
  newReceived: '收到日在本期内的申请件数；改作他类、移送其他机关的不计。',
  carriedOver: '本期开始以前收到的件数 － 本期开始以前办结的件数。',
  totalProcessed: '本期内作出的各类办理结果件数之和。',
  carriedForward: '上期结转 ＋ 本期新收 － 本期办结。',
}

/** How a figure is counted (口径). */
export function formulaOf(figure: FigureAddress): string {
  if (figure.table === 'indicators') return partName(figure) ?? figure.indicator.formula
  const { table, row, column } = figure
  switch (table) {
    case 'applications':
      if (isResultGroup(row))
        return `本期内答复（办结）、结果为${resultGroups[row]}各项的件数之和。`
      return (
        applicationFormulas[row] ??
        '答复（办结）日在本期内、结果为本项的件数；事后责令重新答复的，从重新答复之日冲减。'
      )
    case 'reviewLitigation':
      return column === 'pending'
        ? '本期末以前受理 － 本期末以前审结。'
        : column === 'total'
          ? '结果维持 ＋ 结果纠正 ＋ 其他结果 ＋ 尚未审结。'
          : '本期内审结、结果为本项的件数。'
    case 'proactive':
      return column === 'inForce'
        ? '上期末现行有效 ＋ 本期制发 － 本期废止。'
        : row === 'normativeDocuments'
          ? '规范性文件登记簿中本期公布（废止、失效）的件数。'
          : '由机关填报并核实的数字之和。'
    case 'items':
      return column === 'published'
        ? '本期内公开的信息条数；事后撤下的仍计入。'
        : '本期末以前公开的信息条数。'
    default:
      return table satisfies never
  }
}

function labelOf(labels: Readonly<Record<string, string>>, word: string): string {
  return labels[word] ?? word
}

/** What a figure is called (数字名称). */
export function figureName(figure: FigureAddress): string {
  if (figure.table === 'indicators') return indicatorName(figure)
  const { table, row, column } = figure
  switch (table) {
    case 'applications': {
      const name = isResultGroup(row)
        ? resultGroups[row]
        : (rowNames.find(({ key }) => key === row)?.name ?? row)
      const of = applicationColumns.find(({ key }) => key === column)?.label ?? column
      return column === 'total'
        ? applicationName(row, name)
        : `${applicationName(row, name)}：${of}`
    }
    case 'reviewLitigation':
      return `${labelOf(reviewLitigationBlocks, row)}：${labelOf(reviewLitigationColumns, column)}`
    case 'proactive':
      return `${proactiveRows.find(({ key }) => key === row)?.label ?? row}：${labelOf(proactiveColumns, column)}`
    case 'items':
      return column === 'published' ? '公开信息' : '可查信息'
    default:
      return table satisfies never
  }
}

const shortNames: Readonly<Record<string, string>> = {
  newReceived: '新收申请',
  carriedOver: '上期结转',
  totalProcessed: '办结申请',
  carriedForward: '结转继续办理',
}

function applicationName(row: string, name: string): string {
  return shortNames[row] ?? name.replace(/^(?:（.）|\d+\.)/u, '')
}

/** The name of an indicator, or of a part of its rate: 按时办结率：分子（按时答复）. */
function indicatorName(figure: IndicatorFigure): string {
  const part = partName(figure)
  const { name } = figure.indicator
  return part === null ? name : `${name}：${looking[figure.column]}（${part}）`
}

/** What the part of a rate counts; null for a figure that is no part. */
function partName({ indicator: { source }, column }: IndicatorFigure): string | null {
  return 'names' in source && column !== 'value'
    ? source.names[column].replace(/^（(?<inner>.*)）$/u, '$<inner>')
    : null
}

/** The rate that a figure is a part of, with its formula and rounding (所属比率); null for a figure that is no part. */
export function rateOf(figure: FigureAddress): string | null {
  if (figure.table !== 'indicators' || figure.column === 'value') return null
  const { name, formula } = figure.indicator
  return `${name} ＝ ${formula}（${roundingOf(figure.indicator) ?? ''}）`
}

/** How a rate or a mean is rounded (舍入); null for what is counted whole. */
export function roundingOf({ source }: Indicator): string | null {
  if (source.kind === 'rate') return looking.rounding.percent
  return source.kind === 'manual-rate' ? looking.rounding[source.as] : null
}

/** In what a figure is counted. */
export function unitOf(figure: FigureAddress): string {
  if (figure.table === 'indicators') return unitOfPart(figure)
  const { table, column } = figure
  return table === 'items' ? '条' : column === 'amountWanYuan' ? '万元' : '件'
}
