/** A place in a ranking (名次): equal values share it, and the next place is left out. */
export type Ranked<T> = { place: number; value: number; of: T }

/** Ranks what has a value, the greatest first (排名); what has none stands apart and is never 0. */
export function ranking<T>(all: readonly { of: T; value: number | null }[]): {
  ranked: Ranked<T>[]
  unreported: T[]
} {
  const known = all.flatMap(({ of, value }) => (value === null ? [] : [{ of, value }]))
  const sorted = known.toSorted((a, b) => b.value - a.value)
  let place = 0
  const ranked = sorted.map(({ of, value }, at) => {
    if (value !== sorted[at - 1]?.value) place = at + 1
    return { place, value, of }
  })
  return { ranked, unreported: all.filter(({ value }) => value === null).map(({ of }) => of) }
}

/** How many shades a heat table has (色阶). */
export const shades = 5

/**
 * The upper bounds of the shades of a heat table by quantile (分位数分级) over the values above zero:
 * at most five, each greater than the one before.
 */
export function shadeBounds(values: readonly (number | null)[]): number[] {
  const sorted = values
    .filter((value): value is number => value !== null && value > 0)
    .toSorted((a, b) => a - b)
  if (sorted.length === 0) return []
  const bounds = Array.from(
    { length: shades },
    (_, at) => sorted[Math.ceil(((at + 1) / shades) * sorted.length) - 1] ?? 0,
  )
  return [...new Set(bounds)]
}

/** The shade of a value (级): 0 for zero and below, then 1 up; null where nobody reported. */
export function shadeOf(value: number | null, bounds: readonly number[]): number | null {
  if (value === null) return null
  if (value <= 0) return 0
  const at = bounds.findIndex((bound) => value <= bound)
  const count = bounds.length
  const index = at === -1 ? count : at + 1
  // Few different values still use the whole scale, so that the darkest is the greatest.
  return count <= 1
    ? Math.min(index, shades)
    : Math.round(1 + ((index - 1) * (shades - 1)) / (count - 1))
}
