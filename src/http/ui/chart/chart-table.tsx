import type { JSX } from 'hono/jsx/jsx-runtime'
import { figure, type ChartProps } from './chart-scale.ts'
import { DataTable } from '../table.tsx'
import { common } from '../words/common.ts'

/** The figures of a chart as a table (图表的数据表). */
export function ChartTable({ caption, categories, series, unit }: ChartProps): JSX.Element {
  return (
    <details class="details chart-data">
      <summary>{common.dataTable}</summary>
      <DataTable
        caption={unit === '' ? caption : `${caption}（${unit}）`}
        wide
        columns={[
          { label: common.category },
          ...series.map(({ name }) => ({ label: name, kind: 'number' as const })),
        ]}
        rows={categories.map((category, index) => ({
          cells: [
            category,
            ...series.map(({ values }) => {
              const value = values[index] ?? null
              return value === null ? common.noData : figure(value)
            }),
          ],
        }))}
      />
    </details>
  )
}

/** Which mark stands for which series; each has a dash of its own as well as a colour. */
export function Legend({ series }: Pick<ChartProps, 'series'>): JSX.Element | null {
  if (series.length < 2) return null
  return (
    <ul class="legend" aria-hidden="true">
      {series.map(({ name }, index) => (
        <li>
          <svg width="24" height="12" focusable="false">
            <line class={`line line-${(index % 6) + 1}`} x1="0" y1="6" x2="24" y2="6" />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  )
}
