/** A transformation of the plane as PDF writes it: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number]

/** A rectangle by its sides. */
export type Box = { left: number; bottom: number; right: number; top: number }

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** Does `inner` first and `outer` then. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ]
}

/** The upright rectangle around a rectangle after a transformation. */
export function transformBox([a, b, c, d, e, f]: Matrix, box: Box): Box {
  const xs: number[] = []
  const ys: number[] = []
  for (const x of [box.left, box.right]) {
    for (const y of [box.bottom, box.top]) {
      xs.push(a * x + c * y + e)
      ys.push(b * x + d * y + f)
    }
  }
  return {
    left: Math.min(...xs),
    bottom: Math.min(...ys),
    right: Math.max(...xs),
    top: Math.max(...ys),
  }
}

/** Which part of `inner` a rectangle covers, 0 to 1. */
export function coverage(cover: Box, inner: Box): number {
  const width = Math.min(cover.right, inner.right) - Math.max(cover.left, inner.left)
  const height = Math.min(cover.top, inner.top) - Math.max(cover.bottom, inner.bottom)
  const area = (inner.right - inner.left) * (inner.top - inner.bottom)
  return width <= 0 || height <= 0 || area <= 0 ? 0 : (width * height) / area
}

/** Reads six numbers out of what a file gave. */
export function matrixOf(value: unknown): Matrix | null {
  const numbers = numbersOf(value)
  const [a, b, c, d, e, f] = numbers
  if (a === undefined || b === undefined || c === undefined) return null
  if (d === undefined || e === undefined || f === undefined) return null
  return [a, b, c, d, e, f]
}

/** The finite numbers of a list of any kind; anything else is left out. */
export function numbersOf(value: unknown): number[] {
  const list: unknown[] =
    Array.isArray(value) || ArrayBuffer.isView(value) ? Array.from(Object.values(value)) : []
  return list.filter((one): one is number => typeof one === 'number' && Number.isFinite(one))
}
