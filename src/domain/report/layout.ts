import {
  applicationColumns,
  reviewLitigationBlocks,
  reviewLitigationColumns,
} from '../shared/report-keys.data.ts'
import { proactiveColumns, proactiveRows } from '../shared/report-proactive.data.ts'
import { disputeColumns, reviewBlocks } from './cells.ts'
import type { ReportForm } from './forms.data.ts'
import { type HeadCell, resultRowHeads } from './layout-rows.ts'

/** The cell of a figure: its row (or block) and column by their keys, and how far it reaches. */
export type FigureCell = { row: string; column: string; columns: number; rows: number }

/** A table in the official layout (附件格式): rows of the cells that begin in them, left to right. */
export type TableLayout = {
  table: 'proactive' | 'applications' | 'reviewLitigation'
  rows: readonly (readonly (HeadCell | FigureCell)[])[]
}

/** Corner note of table three (勾稽关系). */
const corner = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）'

function head(text: string, columns = 1, rows = 1, of: HeadCell['of'] = 'column'): HeadCell {
  return { text, columns, rows, of }
}

/** Tells a cell of words from a cell of a figure. */
export function isHead(cell: HeadCell | FigureCell): cell is HeadCell {
  return 'text' in cell
}

/** Table three: 25 rows by seven columns, 23 rows in the forms that had （六）其他处理 as one. */
export function applicationsLayout(otherRows: ReportForm['otherRows']): TableLayout {
  const organisations = applicationColumns.slice(1, -1)
  return {
    table: 'applications',
    rows: [
      [head(corner, 3, 3), head('申请人情况', applicationColumns.length)],
      [
        head(applicationColumns[0].label, 1, 2),
        head('法人或其他组织', organisations.length),
        head('总计', 1, 2),
      ],
      organisations.map(({ label }) => head(label)),
      ...resultRowHeads(otherRows).map(({ key, heads }) =>
        [heads, applicationColumns.map(({ key: column }) => figure(key, column))].flat(),
      ),
    ],
  }
}

/** Table four: 行政复议 and the two kinds of 行政诉讼 side by side, fifteen figures in one row. */
export const disputesLayout: TableLayout = {
  table: 'reviewLitigation',
  rows: [
    [head(reviewLitigationBlocks.review, 5), head('行政诉讼', 10)],
    [
      ...disputeColumns.map((column) => head(reviewLitigationColumns[column], 1, 2)),
      head('未经复议直接起诉', 5),
      head('复议后起诉', 5),
    ],
    [...disputeColumns, ...disputeColumns].map((column) => head(reviewLitigationColumns[column])),
    reviewBlocks.flatMap((block) => disputeColumns.map((column) => figure(block, column))),
  ],
}

/** Table two of a form: under each item of 条例第20条 its own columns. */
export function proactiveLayout({ proactive }: ReportForm): TableLayout {
  const matters = proactive.flatMap(({ row, columns }) =>
    proactiveRows.flatMap(({ key, label, head: item }) =>
      key === row ? [{ row, label, head: item, columns }] : [],
    ),
  )
  const width = 1 + Math.max(...proactive.map(({ columns }) => columns.length), 1)
  const rows: (HeadCell | FigureCell)[][] = []
  for (const [at, { row, label, head: item, columns }] of matters.entries()) {
    const before = matters[at - 1]
    const spread = (index: number): number =>
      index === columns.length - 1 ? width - columns.length : 1
    if (before?.head !== item) rows.push([head(item, width)])
    if (before?.head !== item || before.columns.join() !== columns.join()) {
      const heads = columns.map((column, index) => head(proactiveColumns[column], spread(index)))
      rows.push([head('信息内容'), ...heads])
    }
    const figures = columns.map((column, index) => figure(row, column, spread(index)))
    rows.push([head(label, 1, 1, 'row'), ...figures])
  }
  return { table: 'proactive', rows }
}

function figure(row: string, column: string, columns = 1): FigureCell {
  return { row, column, columns, rows: 1 }
}
