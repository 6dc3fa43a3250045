/**
 * Divides whole numbers and rounds once (四舍五入): half away from zero, to `decimals` places, exact because it
 * counts in whole units; null where there is nothing to divide by. Every mean and rate that is shown is made here.
 */
export function quotient(over: number, by: number, decimals: 0 | 1 | 2): number | null {
  if (by === 0) return null
  const scale = 10 ** decimals
  const [part, whole] = [2 * scale * Math.abs(over) + Math.abs(by), 2 * Math.abs(by)]
  const units = (part - (part % whole)) / whole
  if (units === 0) return 0
  return (over < 0 === by < 0 ? units : -units) / scale
}
