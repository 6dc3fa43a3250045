import type { JSX } from 'hono/jsx/jsx-runtime'
import type { OfficeView } from '../../../usecases/statistics/show-office.ts'
import { LineChart } from '../../ui/chart/line-chart.tsx'
import { DataTable } from '../../ui/table.tsx'
import { fill, office } from '../../ui/words/office.ts'
import { briefFigures } from './figure-links.ts'
import { linked } from './figure-view.tsx'

/** Received and decided by month, as a chart and as a table whose months can be opened (逐月下钻). */
export function Course({
  view,
  hrefOf,
  figureHref,
}: {
  view: OfficeView
  hrefOf: (period: string) => string
  figureHref: (figure: string, period: string) => string
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
            linked(brief?.received ?? null, figureHref(briefFigures.received, month)),
            linked(brief?.decided ?? null, figureHref(briefFigures.decided, month)),
            linked(brief?.published ?? null, figureHref(briefFigures.published, month)),
          ],
        }))}
      />
    </section>
  )
}

function monthName(month: string): string {
  return `${Number(month.slice(5))}月`
}
