import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Counts } from '../../../usecases/calendar/list.ts'
import { DataTable } from '../../ui/table.tsx'
import { calendarWords as words } from '../../ui/words/calendar.ts'

/** What agencies counted (各机关件数): numbers alone, for the office above. */
export function CountsTable({
  caption,
  counts,
}: {
  caption: string
  counts: Counts
}): JSX.Element | null {
  if (counts.rows.length === 0) return null
  return (
    <DataTable
      caption={caption}
      columns={[
        { label: words.agency, kind: 'title' },
        { label: words.cases, kind: 'number' },
        { label: words.moved, kind: 'number' },
      ]}
      rows={counts.rows.map(({ agency, cases, moved }) => ({
        cells: [agency, String(cases), String(moved)],
      }))}
    />
  )
}
