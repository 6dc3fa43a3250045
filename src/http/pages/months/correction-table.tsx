import type { JSX } from 'hono/jsx/jsx-runtime'
import type { PublicCorrection } from '../../../usecases/statistics/show-statistics.ts'
import { DataTable } from '../../ui/table.tsx'
import { causeName, figureName } from '../../ui/words/figure-names.ts'
import { months as words } from '../../ui/words/months.ts'

/** Corrections of closed months (更正), each with its old and its new value. */
export function CorrectionTable({ rows }: { rows: readonly PublicCorrection[] }): JSX.Element {
  return (
    <DataTable
      caption={words.list}
      columns={[
        { label: words.month, kind: 'date' },
        { label: words.figure, kind: 'title' },
        { label: words.was, kind: 'number' },
        { label: words.became, kind: 'number' },
        { label: words.cause },
        { label: words.at, kind: 'date' },
        { label: words.reason },
      ]}
      rows={rows.map(({ month, row, column, was, became, cause, at, reason }) => ({
        cells: [
          month,
          figureName(row, column),
          String(was),
          String(became),
          causeName(cause),
          at.slice(0, 10),
          reason ?? words.reasonMissing,
        ],
      }))}
    />
  )
}
