/** A figure that keeps its places after the point (定位小数), also where they are zeros: 12.0 beside 12.4. */
export type DecimalCell = { figure: number; decimals: 1 | 2 }

/** Writes such a figure as people read it. */
export function decimalText({ figure, decimals }: DecimalCell): string {
  return figure.toFixed(decimals)
}
