/** A source of numbers in [0, 1) that draws the same ones for the same seed. */
export function chance(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let x = Math.imul(state ^ (state >>> 15), state | 1)
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61)
    return ((x ^ (x >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Shares of so many places, unequal as agencies are: the n-th gets 1/√n of the first; they add up to one. */
export function unequalShares(places: number): number[] {
  const raw = Array.from({ length: places }, (_, n) => 1 / Math.sqrt(n + 1))
  const sum = raw.reduce((a, b) => a + b, 0)
  return raw.map((share) => share / sum)
}

/** Splits a whole number by shares, so that the parts add up to it. */
export function split(total: number, shares: readonly number[]): number[] {
  let given = 0
  let wanted = 0
  return shares.map((share) => {
    wanted += share * total
    const part = Math.round(wanted) - given
    given += part
    return part
  })
}

/** Draws one of the places by its share. */
export function drawPlace(shares: readonly number[], draw: number): number {
  let sum = 0
  const at = shares.findIndex((share) => (sum += share) > draw)
  return at === -1 ? shares.length - 1 : at
}
