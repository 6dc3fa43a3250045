import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ClockView } from '../../usecases/application/clock-view.ts'
import type { Paths } from '../paths.ts'
import { Details } from '../ui/notice.tsx'
import { DataTable } from '../ui/table.tsx'
import { calendarWords, countedBy } from '../ui/words/calendar.ts'
import { apply } from '../ui/words/apply.ts'

/** How a due day was counted (期限说明): every day, whether it counts, and why. */
export function ClockTable({ clock, to }: { clock: ClockView; to: Paths }): JSX.Element {
  let n = 0
  return (
    <Details summary={apply.trace}>
      <p class="field-hint">{clock.law.join('；')}</p>
      <p class="field-hint">
        {countedBy(clock.calendar)}。<a href={to.calendar()}>{calendarWords.publicTitle}</a>
      </p>
      <DataTable
        caption={apply.traceCaption}
        wide
        columns={[
          { label: apply.traceDay, kind: 'date' },
          { label: apply.traceCounted, kind: 'date' },
          { label: apply.traceWhy },
        ]}
        rows={clock.trace.map(({ on, counted, why }) => {
          if (counted) n += 1
          return {
            cells: [
              on,
              counted ? apply.countedNumber.replace('{n}', String(n)) : apply.notCounted,
              why,
            ],
            current: on === clock.dueOn,
          }
        })}
      />
    </Details>
  )
}
