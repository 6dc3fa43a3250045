import { codeNumber, contextCount, mixed, type Model } from './model.ts'

/** A closed line through points, x and y by turns, on the grid of its shard. */
export type Polygon = number[]

const remembered = 4

/**
 * Codes the polygons of a character (多边形字形) as differences from point to point; a reader gives none.
 * What the last points were foretells the next one: strokes end alike.
 */
export function codePolygons(model: Model, given: readonly Polygon[] = []): Polygon[] {
  const found: Polygon[] = []
  const count = codeNumber(model, flat(1), 2, given.length)
  let [x, y] = [0, 0]
  for (let index = 0; index < count; index += 1) {
    const own = given[index] ?? []
    const points = codeNumber(model, flat(2), 2, own.length / 2)
    const polygon: Polygon = []
    const past = new Int32Array(remembered)
    const way: [number, number] = [0, 0]
    for (let at = 0; at < points; at += 1) {
      const left = { isFirst: at === 0, more: points - 1 - at }
      const dx = codeNumber(model, contextsOf(past, way[0], left, null), 0, (own[2 * at] ?? 0) - x)
      const dy = codeNumber(
        model,
        contextsOf(past, way[1], left, dx),
        1,
        (own[2 * at + 1] ?? 0) - y,
      )
      x += dx
      y += dy
      polygon.push(x, y)
      if (at > 0) {
        way[0] += dx
        way[1] += dy
      }
      past.copyWithin(2, 0)
      past[0] = dx
      past[1] = dy
    }
    found.push(polygon)
  }
  return found
}

function flat(kind: number): Int32Array {
  return new Int32Array(contextCount).fill(kind)
}

/**
 * What foretells a difference: those before it (`past`, newest first), the difference across if that is
 * known (`across`), and how far the start of the polygon lies back (`way`).
 */
function contextsOf(
  past: Int32Array,
  way: number,
  { isFirst, more }: { isFirst: boolean; more: number },
  across: number | null,
): Int32Array {
  const [a = 0, b = 0, c = 0, d = 0] = past
  const own = across === null ? 0 : mixed(across, 55)
  const rough = across === null ? 0 : roughly(across) + 9
  const place = isFirst ? 5 : more === 0 ? 7 : 3
  const near = roughly(a) * 8 + roughly(b)
  const shape = (near * 8 + roughly(c)) * 8 + roughly(d)
  return Int32Array.of(
    mixed(place, rough),
    mixed(mixed(mixed(a, b), own), place + 16),
    mixed(mixed(shape, rough), place + 8 * Math.min(more, 6) + 64),
    mixed(mixed(near * 8 + Math.min(more, 2), roughly(way)), rough + 77),
  )
}

/** Which way and about how far. */
function roughly(value: number): number {
  const far = Math.abs(value)
  const size = far === 0 ? 0 : far <= 4 ? 1 : far <= 16 ? 2 : 3
  return value < 0 ? 3 + size : size
}
