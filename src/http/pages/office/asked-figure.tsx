import type { JSX } from 'hono/jsx/jsx-runtime'
import { type FigureAddress, figureOf, indicators } from '../../../domain/statistics/figure.ts'
import type { Period } from '../../../domain/statistics/period.ts'
import { Select } from '../../ui/choices.tsx'
import { figureName, looking as words } from '../../ui/words/looking.ts'
import { periodChoices } from '../../ui/words/office.ts'

/** The choice of a period (统计时期). */
export function PeriodSelect({ period, today }: { period: Period; today: string }): JSX.Element {
  return (
    <Select
      id="period"
      name="period"
      label={words.period}
      value={period.key}
      blank={null}
      options={periodChoices(period, today)}
    />
  )
}

/** The choice of a figure (指标): the usual ones, and the one that is shown. */
export function FigureSelect(props: {
  figure: FigureAddress
  /** whether figures that stand at the end of a period are among them */
  stocks: boolean
}): JSX.Element {
  const { figure, stocks } = props
  const keys = [...new Set<string>([...indicators, figure.key])]
  const options = keys.flatMap((key) => {
    const one = figureOf(key)
    return one === null || (one.isStock && !stocks) ? [] : [{ value: key, label: figureName(one) }]
  })
  return (
    <Select
      id="figure"
      name="figure"
      label={words.indicator}
      value={figure.key}
      blank={null}
      options={options}
    />
  )
}
