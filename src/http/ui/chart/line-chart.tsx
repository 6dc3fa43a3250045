import type { JSX } from 'hono/jsx/jsx-runtime'
import { ChartTable, Legend } from './chart-table.tsx'
import { axisTop, figure, type ChartProps } from './chart-scale.ts'

const width = 1000
const height = 300

/** A course over time (折线图) as SVG with its figures as a table; gaps stay gaps. */
export function LineChart(props: ChartProps): JSX.Element {
  const { caption, categories, series, unit } = props
  const top = axisTop(series)
  const last = Math.max(1, categories.length - 1)
  return (
    <figure class="chart">
      <figcaption>
        {caption}
        {unit === '' ? null : <small>（{unit}）</small>}
      </figcaption>
      <Legend series={series} />
      <div class="chart-frame" aria-hidden="true">
        <span class="chart-top">{figure(top)}</span>
        <span class="chart-zero">0</span>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          preserveAspectRatio="none"
          width="100%"
          height="220"
          focusable="false"
        >
          {[0, 0.25, 0.5, 0.75, 1].map((share) => (
            <line class="grid" x1="0" x2={width} y1={height * share} y2={height * share} />
          ))}
          {series.map(({ values }, index) => (
            <path class={`line line-${(index % 6) + 1}`} d={pathOf(values, last, top)} />
          ))}
        </svg>
        <ol class="chart-axis">
          {categories.map((category, index) => (
            <li class={isMinor(index, categories.length) ? 'minor' : undefined}>{category}</li>
          ))}
        </ol>
      </div>
      <ChartTable {...props} />
    </figure>
  )
}

/** Labels that a phone has no room for: all but about four, evenly apart. */
function isMinor(index: number, count: number): boolean {
  return index % Math.max(1, Math.ceil(count / 4)) !== 0
}

function pathOf(values: readonly (number | null)[], last: number, top: number): string {
  let pen = 'M'
  let path = ''
  for (const [index, value] of values.entries()) {
    if (value === null) {
      pen = 'M'
      continue
    }
    const x = ((index / last) * width).toFixed(1)
    const y = (height - (Math.max(0, value) / top) * height).toFixed(1)
    path += `${pen}${x} ${y}${pen === 'M' ? 'h0' : ''}`
    pen = 'L'
  }
  return path
}
