import type { JSX } from 'hono/jsx/jsx-runtime'
import { axisTop, figure, type ChartProps } from './chart-scale.ts'
import { common } from '../words/common.ts'

/**
 * Bars as a table (条形图): every figure stands beside its bar, so the chart is its own table
 * and reads the same on a phone, in print and aloud. Where none is above 0 a sentence says so.
 */
export function BarChart({ caption, categories, series, unit }: ChartProps): JSX.Element {
  const sentence = flatSentence(series.flatMap(({ values }) => values))
  if (sentence !== null) return <p class="c-note">{sentence.replace('{caption}', caption)}</p>
  const top = axisTop(series)
  return (
    <table class="bars">
      <caption>
        {caption}
        {unit === '' ? null : <small>（{unit}）</small>}
      </caption>
      <thead class={series.length < 2 ? 'away' : undefined}>
        <tr>
          <th scope="col">{common.category}</th>
          {series.map(({ name }, index) => (
            <th scope="col">
              <svg width="12" height="12" aria-hidden="true" focusable="false">
                <rect class={`bar bar-${(index % 4) + 1}`} width="12" height="12" />
              </svg>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {categories.map((category, row) => (
          <tr>
            <th scope="row">{category}</th>
            {series.map(({ values }, index) => (
              <td>
                <Bar value={values[row] ?? null} top={top} index={index} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What stands for a chart that would be flat: that all are 0, or that nobody reported more; null where there is something to draw. */
export function flatSentence(values: readonly (number | null)[]): string | null {
  if (values.some((value) => value !== null && value !== 0)) return null
  if (values.every((value) => value === null)) return common.noneReported
  return values.includes(null) ? common.knownZero : common.allZero
}

function Bar(props: { value: number | null; top: number; index: number }): JSX.Element {
  const { value, top, index } = props
  if (value === null) return <span class="bars-none">{common.noData}</span>
  return (
    <span class="bars-cell">
      <svg width="100%" height="16" aria-hidden="true" focusable="false">
        <rect class="bar-track" width="100%" height="16" />
        <rect
          class={`bar bar-${(index % 4) + 1}`}
          width={`${((Math.max(0, value) / top) * 100).toFixed(2)}%`}
          height="16"
        />
      </svg>
      <span class="bars-figure">{figure(value)}</span>
    </span>
  )
}
