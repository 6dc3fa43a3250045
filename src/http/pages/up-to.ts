/** A count that stops at `most`: from there on the last number with a plus (99+). */
export function upTo(n: number, most: number = Infinity): string {
  return n < most ? String(n) : `${String(most - 1)}+`
}
