import type { CellDelta } from '../../shared/journal.ts'
import { quotient } from '../../shared/quotient.ts'
import type { CellsOf, Indicator, IndicatorValue } from './types.ts'

/** The cells that indicators are made of: those of the months of the period, and of all time before. */
export type IndicatorCells = { within: readonly CellDelta[]; before: readonly CellDelta[] }

/** A share in percent, half up to two decimals (百分率，四舍五入保留两位小数); null of nothing. */
export function percentOf(numerator: number, denominator: number): number | null {
  return quotient(100 * numerator, denominator, 2)
}

/**
 * Evaluates an indicator (指标计算); `isReported` says whether anybody reported the period at all.
 * A `sum` reads the indicators of its pack, where what does not apply counts as nothing.
 */
export function evaluate(
  { source }: Indicator,
  cells: IndicatorCells,
  isReported: boolean,
  pack: readonly Indicator[],
): IndicatorValue {
  if (source.kind === 'none') return { state: 'notApplicable', why: source.why }
  if (!isReported) return { state: 'unreported' }
  const { within, before } = cells
  switch (source.kind) {
    case 'flow':
      return { state: 'value', value: sumOf(within, source.cells) }
    case 'stock': {
      const all = [...before, ...within]
      return { state: 'value', value: sumOf(all, source.cells) - sumOf(all, source.less) }
    }
    case 'manual':
      return manualValue(within, source.code)
    case 'rate':
      return rateValue(source, within)
    case 'manual-rate':
      return manualRate(source, within)
    case 'sum': {
      const total = (codes: readonly string[]): number =>
        codes.reduce((sum, code) => sum + partOf(code, cells, pack), 0)
      return { state: 'value', value: total(source.plus) - total(source.minus) }
    }
    default:
      return source satisfies never
  }
}

/** A figure by hand (人工填报数): attested by somebody, told not to apply by all who spoke, or not reported. */
export function manualValue(within: readonly CellDelta[], code: string): IndicatorValue {
  const sum = (column: string): number =>
    sumOf(within, [{ row: `manual.${code}`, columns: [column] }])
  if (sum('attested') > 0) return { state: 'value', value: sum('value') }
  return sum('notApplicable') > 0
    ? { state: 'notApplicable', why: '填报为不适用' }
    : { state: 'unreported' }
}

/** A rate of two figures by hand: only where as many stand in both; that it is the same agencies and months, the reader of the cells tells. */
function manualRate(
  {
    numerator: above,
    denominator: below,
    as,
  }: Extract<Indicator['source'], { kind: 'manual-rate' }>,
  within: readonly CellDelta[],
): IndicatorValue {
  const sum = (code: string, column: string): number =>
    sumOf(within, [{ row: `manual.${code}`, columns: [column] }])
  const parts = manualValue(within, below)
  if (parts.state !== 'value') return parts
  if (sum(above, 'attested') !== sum(below, 'attested')) return { state: 'unreported' }
  const [numerator, denominator] = [sum(above, 'value'), sum(below, 'value')]
  const share = percentOf(numerator, denominator)
  if (share === null) return { state: 'noBase', numerator, denominator: 0 }
  const value = as === 'percent' ? share : (quotient(numerator, denominator, 2) ?? 0)
  return { state: 'value', value, numerator, denominator }
}

function rateValue(
  { numerator: above, denominator: below, known }: Extract<Indicator['source'], { kind: 'rate' }>,
  within: readonly CellDelta[],
): IndicatorValue {
  const numerator = sumOf(within, above)
  const denominator = sumOf(within, below)
  const rest = known === undefined ? {} : { known: sumOf(within, known) }
  const value = percentOf(numerator, denominator)
  if (value === null) return { state: 'noBase', numerator, denominator: 0, ...rest }
  return { state: 'value', value, numerator, denominator, ...rest }
}

function partOf(code: string, cells: IndicatorCells, pack: readonly Indicator[]): number {
  const part = pack.find((one) => one.code === code)
  if (part === undefined) throw new Error(`no indicator ${code} in its pack`)
  const value = evaluate(part, cells, true, pack)
  return value.state === 'value' ? value.value : 0
}

/** Sums the cells of some rows. */
export function sumOf(cells: readonly CellDelta[], wanted: readonly CellsOf[]): number {
  return cells.reduce((total, { row, col, n }) => {
    const counts = wanted.some(
      ({ row: name, columns }) => name === row && (columns === undefined || columns.includes(col)),
    )
    return counts ? total + n : total
  }, 0)
}
