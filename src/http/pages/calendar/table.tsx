import type { JSX } from 'hono/jsx/jsx-runtime'
import type { CalendarSource } from '../../../domain/time/edition.ts'
import { daysBetween, isLocalDate } from '../../../domain/time/local-date.ts'
import { DataTable } from '../../ui/table.tsx'
import { calendarWords as words } from '../../ui/words/calendar.ts'

type Shown = {
  off: readonly { name: string; from: string; to: string }[]
  work: readonly string[]
}

/** A year's days off and weekend days worked (放假和调休上班). */
export function HolidayTable({ caption, table }: { caption: string; table: Shown }): JSX.Element {
  const rows = [
    ...table.off.map(({ name, from, to }) => [words.off, name, from, to, String(length(from, to))]),
    ...table.work.map((on) => [words.work, '', on, on, '1']),
  ]
  return (
    <DataTable
      caption={caption}
      columns={[
        { label: `${words.off}／${words.work}`, kind: 'date' },
        { label: words.name, kind: 'title' },
        { label: words.from, kind: 'date' },
        { label: words.to, kind: 'date' },
        { label: words.days, kind: 'number' },
      ]}
      rows={rows.map((cells) => ({ cells }))}
    />
  )
}

/** The notice that a table comes from, with its address. */
export function SourceLine({ source }: { source: CalendarSource }): JSX.Element {
  return (
    <>
      <a href={source.url} rel="external noreferrer">
        {source.docNumber}
      </a>
      （{source.issuedOn}）
    </>
  )
}

function length(from: string, to: string): number {
  return isLocalDate(from) && isLocalDate(to) ? daysBetween(from, to) + 1 : 1
}
