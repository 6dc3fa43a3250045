import type { JSX } from 'hono/jsx/jsx-runtime'
import { powerTypes } from '../../../domain/service/power-types.data.ts'
import type { PowerCounts } from '../../../domain/statistics/power-figures.ts'
import { BarChart } from '../../ui/chart/bar-chart.tsx'
import { figure } from '../../ui/chart/chart-scale.ts'
import { service } from '../../ui/words/power.ts'

/** How many powers of each type there are (各类职权数量), with their sum. */
export function CountsTable({ counts }: { counts: PowerCounts }): JSX.Element {
  return (
    <section class="panel">
      <h2>{service.countsTotal.replace('{n}', figure(counts.total))}</h2>
      <NumberBars caption={service.countsCaption} types={powerTypes} numbers={counts.byType} />
      <p class="table-foot">{service.countsNote}</p>
    </section>
  )
}

/** One bar for each kind that there is any of, in the order of the kinds. */
export function NumberBars(props: {
  caption: string
  types: readonly { key: string; name: string }[]
  numbers: Readonly<Record<string, number>>
}): JSX.Element {
  const shown = props.types.filter(({ key }) => (props.numbers[key] ?? 0) > 0)
  return (
    <BarChart
      caption={props.caption}
      categories={shown.map(({ name }) => name)}
      series={[{ name: service.count, values: shown.map(({ key }) => props.numbers[key] ?? 0) }]}
      unit={service.countUnit}
    />
  )
}
