import type { CellDelta } from '../shared/journal.ts'
import {
  applicationColumns,
  applicationRows,
  isOutcomeKey,
  outcomeKeys,
  reviewLitigationBlocks,
  reviewLitigationColumns,
} from '../shared/report-keys.data.ts'
import { disputeFigures } from './dispute-figures.ts'
import { proactiveFigures } from './proactive-figures.ts'
import { applicationTable, itemFigures, type PeriodCells } from './table.ts'

/** The address of a figure (数字的位置): its table, row and column, and the rows of cells it is made of. */
export type FigureAddress = {
  key: string
  table: 'applications' | 'reviewLitigation' | 'proactive' | 'items'
  row: string
  column: string
  cells: readonly string[]
  /** whether it stands at the end of a period (时点数) or counts what happened in it (时期数) */
  isStock: boolean
}

const flowsOf = ['newReceived', ...outcomeKeys]

function address(
  table: FigureAddress['table'],
  row: string,
  column: string,
  cells: readonly string[],
  isStock: boolean,
): FigureAddress {
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
export const figures: readonly FigureAddress[] = [
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

const byKey: ReadonlyMap<string, FigureAddress> = new Map(figures.map((one) => [one.key, one]))

/** The figure of a key such as applications.newReceived.total; null when there is none. */
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
  const tables: Readonly<Record<FigureAddress['table'], () => Readonly<Record<string, unknown>>>> =
    {
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

/** Takes cells away from others (本级 = 本级及下级 − 各下级): cells are additive. */
export function without(all: readonly CellDelta[], parts: readonly CellDelta[]): CellDelta[] {
  return [...all, ...parts.map((cell) => ({ ...cell, n: -cell.n }))]
}

/** The rows of 表三 that a row is the sum of; itself for a single result. */
export function resultsOf(row: string): readonly string[] {
  return row === 'totalProcessed' ? outcomeKeys : isOutcomeKey(row) ? [row] : []
}
