import type { CellDelta } from '../shared/journal.ts'
import {
  applicationColumns,
  applicationRows,
  type ColumnKey,
  outcomeKeys,
  reviewLitigationBlocks,
  reviewLitigationColumns,
} from '../shared/report-keys.data.ts'
import { disputeFigures } from './dispute-figures.ts'
import { type IndicatorFigure, indicatorFigures, indicatorFigureValue } from './indicator/opened.ts'
import { cellPeriods, type Period } from './period.ts'
import { proactiveFigures } from './proactive-figures.ts'
import { groupKeys, isResultGroup, resultsOf } from './result-groups.ts'
import { applicationTable, itemFigures, type PeriodCells } from './table.ts'

/** The address of a figure of the official tables (表中数字的位置): its table, row and column, and the rows of cells it is made of. */
export type TableFigure = {
  key: string
  table: 'applications' | 'reviewLitigation' | 'proactive' | 'items'
  row: string
  column: string
  cells: readonly string[]
  /** whether it stands at the end of a period (时点数) or counts what happened in it (时期数) */
  isStock: boolean
}

/** The address of a figure (数字的位置): in an official table, or as an indicator or a part of its rate. */
export type FigureAddress = TableFigure | IndicatorFigure

const flowsOf = ['newReceived', ...outcomeKeys]

function address(
  table: TableFigure['table'],
  row: string,
  column: string,
  cells: readonly string[],
  isStock: boolean,
): TableFigure {
  return { key: `${table}.${row}.${column}`, table, row, column, cells, isStock }
}

const proactive: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    'regulations',
    ['made', 'repealed', 'inForce'],
    ['manual.regulations.made', 'manual.regulations.repealed'],
  ],
  [
    'normativeDocuments',
    ['made', 'repealed', 'inForce'],
    ['normativeDocuments', 'manual.norms.none'],
  ],
  ['licensing', ['decisions'], ['manual.licensing.decisions']],
  ['punishment', ['decisions'], ['manual.punishment.decisions']],
  ['coercion', ['decisions'], ['manual.coercion.decisions']],
  ['fees', ['amountWanYuan'], ['manual.fees.amount']],
]

/** Every figure of the statistics that has an address (表二、表三、表四和公开信息). */
export const figures: readonly TableFigure[] = [
  ...applicationRows.flatMap(({ key: row }) => {
    const isStock = row === 'carriedOver' || row === 'carriedForward'
    const cells = isStock ? flowsOf : row === 'totalProcessed' ? outcomeKeys : [row]
    return applicationColumns.map(({ key }) => address('applications', row, key, cells, isStock))
  }),
  ...Object.keys(reviewLitigationBlocks).flatMap((row) =>
    Object.keys(reviewLitigationColumns).map((column) =>
      address(
        'reviewLitigation',
        row,
        column,
        [`dispute.${row}`],
        column === 'pending' || column === 'total',
      ),
    ),
  ),
  ...proactive.flatMap(([row, columns, cells]) =>
    columns.map((column) =>
      address(
        'proactive',
        row,
        column,
        cells,
        row === 'normativeDocuments' || column === 'inForce',
      ),
    ),
  ),
  address('items', 'all', 'published', ['items'], false),
  address('items', 'all', 'queryable', ['items'], true),
]

/** Results counted together, which the form heads without a row of their own (结果合计). */
const groups = groupKeys.flatMap((row) =>
  applicationColumns.map(({ key }) => address('applications', row, key, resultsOf(row), false)),
)

const byKey: ReadonlyMap<string, FigureAddress> = new Map(
  [...figures, ...groups, ...indicatorFigures].map((one) => [one.key, one]),
)

/** The figure of a key such as applications.newReceived.total or indicators.applications.timely-rate.numerator; null when there is none. */
export function figureOf(key: string): FigureAddress | null {
  return byKey.get(key) ?? null
}

/** The figures that agencies are ranked and compared by (排名和比较指标). */
export const indicators = [
  'applications.newReceived.total',
  'applications.totalProcessed.total',
  'applications.carriedForward.total',
  'applications.granted.total',
  'applications.partialGrant.total',
  'items.all.published',
  'items.all.queryable',
  'reviewLitigation.review.total',
  'reviewLitigation.review.corrected',
  'proactive.normativeDocuments.made',
] as const

/** The value of a figure in some cells (取值); null where nobody attested it. */
export function valueOf(figure: FigureAddress, cells: PeriodCells): number | null {
  if (figure.table === 'indicators') return indicatorFigureValue(figure, cells)
  if (isResultGroup(figure.row)) return groupValue(figure.row, figure.column, cells)
  const tables: Readonly<Record<TableFigure['table'], () => Readonly<Record<string, unknown>>>> = {
    applications: () => applicationTable(cells),
    reviewLitigation: () => disputeFigures(cells),
    proactive: () => proactiveFigures(cells),
    items: () => ({ all: itemFigures(cells) }),
  }
  const row = tables[figure.table]()[figure.row]
  if (typeof row !== 'object' || row === null) return null
  const value: unknown = Reflect.get(row, figure.column)
  return typeof value === 'number' ? value : null
}

function groupValue(row: (typeof groupKeys)[number], column: string, cells: PeriodCells): number {
  const table = applicationTable(cells)
  const at = applicationColumns.find(({ key }) => key === column)?.key ?? 'total'
  const of = (outcome: keyof typeof table, key: ColumnKey): number => table[outcome][key] ?? 0
  return resultsOf(row).reduce((sum, outcome) => sum + of(outcome, at), 0)
}

/** The periods of cells that make some figures up (取数期间): indicators may be counted by month alone. */
export function figurePeriods(wanted: readonly FigureAddress[], period: Period): readonly string[] {
  return wanted.some(({ table }) => table === 'indicators') ? period.months : cellPeriods(period)
}

/** Whether a figure is for those alone who watch figures (仅供本机关): what agencies enter by hand. */
export function isInner(figure: FigureAddress): boolean {
  return figure.table === 'indicators' && figure.indicator.audience === 'staff'
}

/** Takes cells away from others (本级 = 本级及下级 − 各下级): cells are additive. */
export function without(all: readonly CellDelta[], parts: readonly CellDelta[]): CellDelta[] {
  return [...all, ...parts.map((cell) => ({ ...cell, n: -cell.n }))]
}
