import type { JSX } from 'hono/jsx/jsx-runtime'
import type { OfficeView } from '../../../usecases/statistics/show-office.ts'
import { figure } from '../../ui/chart-scale.ts'
import { LineChart } from '../../ui/line-chart.tsx'
import { DataTable } from '../../ui/table.tsx'
import { common } from '../../ui/words/common.ts'
import { fill, office } from '../../ui/words/office.ts'

/** Received and decided by month, as a chart and as a table whose months can be opened (逐月下钻). */
export function Course({
  view,
  hrefOf,
}: {
  view: OfficeView
  hrefOf: (period: string) => string
}): JSX.Element {
  const { course, period } = view
  const { year } = period
  return (
    <section class="panel">
      <LineChart
        caption={fill(office.course, { year })}
        unit={office.cases}
        categories={course.map(({ month }) => monthName(month))}
        series={[
          { name: office.received, values: course.map(({ brief }) => brief?.received ?? null) },
          { name: office.decided, values: course.map(({ brief }) => brief?.decided ?? null) },
        ]}
      />
      <DataTable
        caption={fill(office.courseTable, { year })}
        showCaption
        wide
        columns={[
          { label: office.month },
          { label: office.received, kind: 'number' },
          { label: office.decided, kind: 'number' },
          { label: office.published, kind: 'number' },
        ]}
        rows={course.map(({ month, brief }) => ({
          current: period.key === month,
          cells: [
            <a href={hrefOf(month)} aria-current={period.key === month ? 'page' : undefined}>
              {monthName(month)}
            </a>,
            shown(brief?.received),
            shown(brief?.decided),
            shown(brief?.published),
          ],
        }))}
      />
    </section>
  )
}

function monthName(month: string): string {
  return `${Number(month.slice(5))}月`
}

/** A figure, or that nobody reported it. */
export function shown(value: number | null | undefined): string {
  return value === null || value === undefined ? common.noData : figure(value)
}
