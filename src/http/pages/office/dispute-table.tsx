import type { JSX } from 'hono/jsx/jsx-runtime'
import {
  reviewLitigationBlocks,
  reviewLitigationColumns,
} from '../../../domain/shared/report-keys.data.ts'
import type { Statistics } from '../../../usecases/statistics/show-statistics.ts'
import { DataTable } from '../../ui/table.tsx'
import { dispute } from '../../ui/words/dispute.ts'
import { figureKey } from './figure-links.ts'
import { linked } from './figure-view.tsx'

const columns = ['upheld', 'corrected', 'other', 'pending', 'total'] as const

/** 表四 with its blocks as rows (行政复议、行政诉讼情况); each figure opens. */
export function DisputeTableView(props: {
  figures: Statistics['reviewLitigation']
  hrefOf: (figure: string) => string
}): JSX.Element {
  const { figures, hrefOf } = props
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
            ...columns.map((column) =>
              linked(figures[kind][column], hrefOf(figureKey('reviewLitigation', kind, column))),
            ),
          ],
        }))}
      />
      <p class="c-note">{dispute.tableHint}</p>
    </section>
  )
}
