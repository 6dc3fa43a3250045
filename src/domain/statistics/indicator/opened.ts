import { manualIndicators } from '../manual.data.ts'
import { evaluate, type IndicatorCells, manualValue, sumOf } from './evaluate.ts'
import { indicators } from './indicators.data.ts'
import { officialFigures } from './official.data.ts'
import type { CellsOf, Indicator } from './types.ts'

/** What of an indicator opens (可以下钻的部分): a count itself, of a rate its two parts. */
export type IndicatorPart = 'value' | 'numerator' | 'denominator'

/** An indicator, or a part of its rate, as a figure with an address (指标的位置). */
export type IndicatorFigure = {
  key: string
  table: 'indicators'
  /** pack and code */
  row: string
  column: IndicatorPart
  /** rows of cells that it is made of */
  cells: readonly string[]
  isStock: boolean
  indicator: Indicator
}

/** The addresses under which an indicator and the parts of its rate open (指标下钻); null for what does not. */
export type Opens = Readonly<Record<IndicatorPart, string | null>>

const none: Opens = { value: null, numerator: null, denominator: null }

/** The addresses of an indicator: that of the official table where its figure stands there. */
export function opensOf(indicator: Indicator): Opens {
  const { pack, code, source } = indicator
  const key = (part: IndicatorPart): string => `indicators.${pack}.${code}.${part}`
  switch (source.kind) {
    case 'none':
      return none
    case 'rate':
    case 'manual-rate':
      return { value: null, numerator: key('numerator'), denominator: key('denominator') }
    default:
      return { ...none, value: officialFigures[`${pack}.${code}`] ?? key('value') }
  }
}

/** Every indicator and part of a rate that has an address of its own. */
export const indicatorFigures: readonly IndicatorFigure[] = indicators.flatMap((indicator) => {
  const { source, pack, code } = indicator
  return (['value', 'numerator', 'denominator'] as const).flatMap((column): IndicatorFigure[] => {
    const key = opensOf(indicator)[column]
    if (key === null || !key.startsWith('indicators.')) return []
    const isStock = source.kind === 'stock'
    const cells = [...new Set(rowsOf(indicator, column))]
    return [{ key, table: 'indicators', row: `${pack}.${code}`, column, cells, isStock, indicator }]
  })
})

/** The value of an indicator or of a part of its rate in some cells; null where nobody attested it. */
export function indicatorFigureValue(
  { indicator, column }: Pick<IndicatorFigure, 'indicator' | 'column'>,
  cells: IndicatorCells,
): number | null {
  const { source } = indicator
  if (source.kind === 'rate' && column !== 'value') return sumOf(cells.within, source[column])
  const value =
    source.kind === 'manual-rate' && column !== 'value'
      ? manualValue(cells.within, source[column])
      : evaluate(indicator, cells, true, packOf(indicator))
  if (value.state !== 'value') return null
  return unitOfPart({ indicator, column }) === '元' ? value.value / 100 : value.value
}

/** In what an indicator or a part of its rate is counted (计量单位). */
export function unitOfPart({
  indicator: { source, unit },
  column,
}: Pick<IndicatorFigure, 'indicator' | 'column'>): string {
  if (column === 'value') return unit
  const code = source.kind === 'manual-rate' ? source[column] : null
  return manualIndicators.find((one) => one.code === code)?.unit ?? '件'
}

function packOf({ pack }: Indicator): Indicator[] {
  return indicators.filter((one) => one.pack === pack)
}

function names(cells: readonly CellsOf[]): string[] {
  return cells.map(({ row }) => row)
}

/** The rows of cells that an indicator, or a part of its rate, is made of. */
function rowsOf(indicator: Indicator, column: IndicatorPart): string[] {
  const { source } = indicator
  switch (source.kind) {
    case 'flow':
      return names(source.cells)
    case 'stock':
      return names([...source.cells, ...source.less])
    case 'manual':
      return [`manual.${source.code}`]
    case 'rate':
      return column === 'value' ? [] : names(source[column])
    case 'manual-rate':
      return column === 'value' ? [] : [`manual.${source[column]}`]
    case 'sum': {
      const parts = new Set([...source.plus, ...source.minus])
      return packOf(indicator)
        .filter(({ code }) => parts.has(code))
        .flatMap((part) => rowsOf(part, 'value'))
    }
    case 'none':
      return []
    default:
      return source satisfies never
  }
}
