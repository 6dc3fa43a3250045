import { outcomeKeys } from '../../shared/report-keys.data.ts'
import { type ManualCode, manualIndicators } from '../manual.data.ts'
import { monthlyForm } from './monthly-form.data.ts'
import type { CellsOf, Indicator, PackName, PartNames } from './types.ts'

/** Packs of indicators by their names (指标包). */
export const packs: Readonly<Record<PackName, string>> = {
  applications: '申请办理和时效',
  'monthly-form': '政府信息公开情况统计报表（月报）',
  'annual-form': '年度报告表格',
  interaction: '互动和监督',
  service: '权责事项和办事指南',
  manual: '人工填报',
  counters: '服务、热线和大厅（人工填报）',
}

const blockNames = {
  review: '行政复议',
  litigationDirect: '直接起诉',
  litigationAfterReview: '复议后起诉',
} as const
const outcomes: readonly CellsOf[] = outcomeKeys.map((row) => ({ row }))
const denied = outcomeKeys.filter((key) => key.startsWith('denied.')).map((row) => ({ row }))

/** Every indicator that is not of one form's own coding (指标目录). */
export const indicators: readonly Indicator[] = [
  of('applications', 'received', '新收申请', '件', '按收到日归月', [{ row: 'newReceived' }]),
  of('applications', 'decided', '办结申请', '件', '按答复日归月，重新答复的冲减原答复', outcomes),
  stock(
    'applications',
    'pending',
    '期末在办',
    '件',
    '历来新收减历来办结',
    [{ row: 'newReceived' }],
    outcomes,
  ),
  rate('applications', 'timely-rate', '按时办结率', ['按时答复', '记有是否按时的答复'], {
    numerator: [{ row: 'timeliness', columns: ['timely'] }],
    denominator: [{ row: 'timeliness' }],
    known: outcomes,
  }),
  rate('applications', 'late-rate', '逾期办结率', ['逾期答复', '记有是否按时的答复'], {
    numerator: [{ row: 'timeliness', columns: ['late'] }],
    denominator: [{ row: 'timeliness' }],
    known: outcomes,
  }),
  rate('applications', 'grant-rate', '公开率', ['（予以公开＋部分公开）', '办结'], {
    numerator: [{ row: 'granted' }, { row: 'partialGrant' }],
    denominator: outcomes,
  }),
  of('applications', 'converted', '转为其他渠道', '件', '不属于政府信息公开申请', [
    { row: 'converted' },
  ]),
  of('applications', 'redone', '重新答复', '件', '复议、诉讼后重新答复', [{ row: 'redone' }]),
  of('annual-form', 'published', '主动公开信息', '条', '按公开日归月', [
    { row: 'items', columns: ['published'] },
  ]),
  of('annual-form', 'norms-made', '规范性文件制发', '件', '按公布日归月', [
    { row: 'normativeDocuments', columns: ['made'] },
  ]),
  of('annual-form', 'granted', '予以公开', '件', '表三（一）', [{ row: 'granted' }]),
  of('annual-form', 'partial', '部分公开', '件', '表三（二）', [{ row: 'partialGrant' }]),
  of('annual-form', 'denied', '不予公开', '件', '表三（三）各项之和', denied),
  ...(['review', 'litigationDirect', 'litigationAfterReview'] as const).flatMap((block) => [
    of('annual-form', `${block}-filed`, `${blockNames[block]}收到`, '件', '按提起日归月', [
      { row: `dispute.${block}`, columns: ['filed'] },
    ]),
    of('annual-form', `${block}-corrected`, `${blockNames[block]}结果纠正`, '件', '按审结日归月', [
      { row: `dispute.${block}`, columns: ['corrected'] },
    ]),
  ]),
  of('interaction', 'topics', '点题公开收到', '件', '按提交日', [
    { row: 'topics', columns: ['submitted'] },
  ]),
  of('interaction', 'topics-answered', '点题公开办复', '件', '采纳后已公开', [
    { row: 'topics', columns: ['answered'] },
  ]),
  of('interaction', 'clarifications', '澄清信息公开', '条', '按公开日', [
    { row: 'clarifications', columns: ['published'] },
  ]),
  of('interaction', 'complaints', '对申请办理的投诉', '件', '按收到日', [
    { row: 'complaints', columns: ['filed'] },
  ]),
  rate('interaction', 'complaints-founded', '投诉属实率', ['属实和部分属实', '已答复'], {
    numerator: [{ row: 'complaints', columns: ['founded', 'partlyFounded'] }],
    denominator: [{ row: 'complaints', columns: ['founded', 'partlyFounded', 'unfounded'] }],
  }),
  of('service', 'guides', '办事指南公布和修订', '项', '按公布日', [{ row: 'serviceGuides' }]),
  stock('service', 'powers', '权责事项现有', '项', '历来增减之和', [{ row: 'powers' }], []),
  of('service', 'power-changes', '权责事项变更', '项', '按批准日', [{ row: 'powerChanges' }]),
  ...manualIndicators.filter(({ grain }) => grain === 'month').map(byHand),
  handRate('tips-rate', '投诉举报办结率', ['办结', '受理'], ['tips.closed', 'tips.accepted']),
  handRate(
    'mayor-line-rate',
    '民生热线办结率',
    ['办结', '受理'],
    ['mayor-line.closed', 'mayor-line.accepted'],
  ),
  handRate(
    'callback-rate',
    '回访满意率',
    ['满意', '联系上的（联系不上的不算）'],
    ['callback.satisfied', 'callback.reached'],
  ),
  handRate('hall-rate', '办事大厅办结率', ['办结', '受理'], ['hall.closed', 'hall.accepted']),
  handRate('same-day-rate', '日结率', ['当日办结', '办结'], ['hall.same-day', 'hall.closed']),
  handRate('early-rate', '提前办结率', ['提前办结', '办结'], ['hall.early', 'hall.closed']),
  {
    ...handRate(
      'mean-days',
      '平均办理天数',
      ['所用天数之和', '办结'],
      ['hall.days', 'hall.closed'],
      'mean',
    ),
    unit: '天/件',
  },
  ...monthlyForm,
]

function of(
  pack: PackName,
  code: string,
  name: string,
  unit: Indicator['unit'],
  formula: string,
  cells: readonly CellsOf[],
): Indicator {
  const source = { kind: 'flow', cells } as const
  return { pack, code, name, unit, formula, source, grain: 'month', audience: 'public' }
}

/** A figure by hand: what the agency enters is for its own staff; the coded form tells the public. */
function byHand({ code, name, unit, field }: (typeof manualIndicators)[number]): Indicator {
  return {
    pack: field === 'counters' ? 'counters' : 'manual',
    code,
    name,
    unit,
    formula: '人工填报',
    grain: 'month',
    source: { kind: 'manual', code },
    audience: 'staff',
  }
}

/** A rate or a mean of two figures by hand, for those who see these. */
function handRate(
  code: string,
  name: string,
  names: readonly [string, string],
  [numerator, denominator]: readonly [ManualCode, ManualCode],
  as: 'percent' | 'mean' = 'percent',
): Indicator {
  return {
    ...of('counters', code, name, '%', names.join(' ÷ '), []),
    source: { kind: 'manual-rate', numerator, denominator, as, names: partNames(names) },
    audience: 'staff',
  }
}

/** A rate of what is counted, in percent. */
function rate(
  pack: PackName,
  code: string,
  name: string,
  names: readonly [string, string],
  parts: Pick<
    Extract<Indicator['source'], { kind: 'rate' }>,
    'numerator' | 'denominator' | 'known'
  >,
): Indicator {
  return {
    ...of(pack, code, name, '%', names.join(' ÷ '), []),
    source: { kind: 'rate', ...parts, names: partNames(names) },
  }
}

function partNames([numerator, denominator]: readonly [string, string]): PartNames {
  return { numerator, denominator }
}

function stock(
  pack: PackName,
  code: string,
  name: string,
  unit: Indicator['unit'],
  formula: string,
  cells: readonly CellsOf[],
  less: readonly CellsOf[],
): Indicator {
  return { ...of(pack, code, name, unit, formula, []), source: { kind: 'stock', cells, less } }
}
