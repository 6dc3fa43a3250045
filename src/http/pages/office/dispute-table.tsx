import type { JSX } from 'hono/jsx/jsx-runtime'
import {
  type ReviewLitigationBlock,
  type ReviewLitigationColumn,
  reviewLitigationBlocks,
  reviewLitigationColumns,
} from '../../../domain/shared/report-keys.data.ts'
import type { Statistics } from '../../../usecases/statistics/show-statistics.ts'
import { DataTable } from '../../ui/table.tsx'
import { dispute } from '../../ui/words/dispute.ts'
import { shown } from './course.tsx'

/** Where the records behind a figure are: null where nobody may open them, as for the public. */
export type RecordsOf = (
  kind: ReviewLitigationBlock,
  column: ReviewLitigationColumn,
) => string | null

const columns = ['upheld', 'corrected', 'other', 'pending', 'total'] as const

/** 表四 with its blocks as rows (行政复议、行政诉讼情况); each figure leads to its records where it may. */
export function DisputeTableView(props: {
  figures: Statistics['reviewLitigation']
  recordsOf: RecordsOf
}): JSX.Element {
  const { figures, recordsOf } = props
  return (
    <section class="panel">
      <div class="panel-head">
        <h2>{dispute.table}</h2>
      </div>
      <DataTable
        caption={dispute.table}
        wide
        columns={[
          { label: dispute.tableKind },
          ...columns.map((column) => ({
            label: reviewLitigationColumns[column],
            kind: 'number' as const,
          })),
        ]}
        rows={(['review', 'litigationDirect', 'litigationAfterReview'] as const).map((kind) => ({
          cells: [
            reviewLitigationBlocks[kind],
            ...columns.map((column) => {
              const value = shown(figures[kind][column])
              const href = (figures[kind][column] ?? 0) === 0 ? null : recordsOf(kind, column)
              return href === null ? value : <a href={href}>{value}</a>
            }),
          ],
        }))}
      />
      <p class="c-note">{dispute.tableHint}</p>
    </section>
  )
}
