/** One line or row of bars; null where nothing was reported, which is not 0. */
export type Series = { name: string; values: readonly (number | null)[] }

/** What a chart shows; every series has one value per category. */
export type ChartProps = {
  caption: string
  categories: readonly string[]
  series: readonly Series[]
  /** Such as 件; empty for plain numbers */
  unit: string
}

/** The top of a chart's axis: the greatest value rounded up to 1, 2 or 5 times a power of ten. */
export function axisTop(series: readonly Series[]): number {
  const greatest = Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)))
  if (greatest === 0) return 1
  const power = 10 ** Math.floor(Math.log10(greatest))
  const factor = [1, 2, 5, 10].find((step) => step * power >= greatest) ?? 10
  return factor * power
}

/** A figure as people read it, thousands set apart; `decimals` are kept where it has fewer. */
export function figure(value: number, decimals = 0): string {
  const text = decimals === 0 ? String(value) : value.toFixed(decimals)
  const [whole = '', ...fraction] = text.split('.')
  return [whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ','), ...fraction].join('.')
}
