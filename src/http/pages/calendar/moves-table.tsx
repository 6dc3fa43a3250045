import type { JSX } from 'hono/jsx/jsx-runtime'
import type { MovedDue } from '../../../usecases/application/plan-dues.ts'
import type { Paths } from '../../paths.ts'
import { DataTable } from '../../ui/table.tsx'
import { calendarWords as words, movedNames } from '../../ui/words/calendar.ts'

/** Cases whose days moved, from when to when (期限变动的办件). */
export function MovesTable({ to, moved }: { to: Paths; moved: readonly MovedDue[] }): JSX.Element {
  return (
    <DataTable
      caption={words.moves}
      columns={[
        { label: words.number, kind: 'title' },
        { label: words.what, kind: 'date' },
        { label: words.before, kind: 'date' },
        { label: words.after, kind: 'date' },
      ]}
      rows={moved.map(({ receipt, number, what, from, to: after }) => ({
        cells: [
          <a href={to.case(receipt)}>{number ?? receipt}</a>,
          movedNames[what],
          from ?? words.noDay,
          after ?? words.noDay,
        ],
      }))}
    />
  )
}
