import { codePolygons, type Polygon } from '../../src/domain/document/polygons/code-polygons.ts'
import { newModel, type Coder } from '../../src/domain/document/polygons/model.ts'
import type { OpenFont, Step } from './font.ts'
import { natural } from './pack.ts'

/** Steps of the grid in an em, and how many of them a point may be missed by (网格与简化). */
const grid = 220
const slack = 0.9

type Point = readonly [number, number]

/** Bytes of a shard in the form that `readPolygons` reads. */
export function polygonBytes(font: OpenFont, characters: readonly string[]): number[] {
  const bytes: number[] = []
  natural(bytes, grid)
  natural(bytes, characters.length)
  let before = 0
  for (const char of characters) {
    const point = char.codePointAt(0) ?? 0
    natural(bytes, point - before)
    before = point
  }
  const writer = rangeWriter(bytes)
  const model = newModel(writer.code)
  for (const char of characters) {
    const { parts } = font.drawn(font.glyphOf(char))
    codePolygons(
      model,
      parts.flatMap(({ outline }) => polygonsOf(font.outline(outline))),
    )
  }
  writer.end()
  return bytes
}

/** Writes bits by their probabilities: each narrows a range of 32 bits. */
export function rangeWriter(bytes: number[]): { code: Coder; end(): void } {
  let [low, high] = [0, 0xffffffff]
  return {
    code(one, bit) {
      const middle = low + Math.floor((high - low) / 65_536) * one
      if (bit === 1) high = middle
      else low = middle + 1
      while (((low ^ high) & 0xff000000) === 0) {
        bytes.push(low >>> 24)
        low = (low << 8) >>> 0
        high = ((high << 8) | 0xff) >>> 0
      }
      return bit
    },
    end() {
      bytes.push(low >>> 24, (low >>> 16) & 0xff, (low >>> 8) & 0xff, low & 0xff)
    },
  }
}

function polygonsOf(steps: readonly Step[]): Polygon[] {
  return contoursOf(steps).flatMap((contour) => {
    const points = simplified(contour).map(([x, y]): Point => [Math.round(x), Math.round(y)])
    const kept = points.filter(([x, y], at) => {
      const [px, py] = points.at(at - 1) ?? []
      return x !== px || y !== py
    })
    return kept.length > 2 ? [kept.flat()] : []
  })
}

/** Contours as points on the grid, not yet rounded. */
function contoursOf(steps: readonly Step[]): Point[][] {
  const contours: Point[][] = []
  for (const { operator, points } of steps) {
    const [x = 0, y = 0, ...end] = points.map((value) => (value * grid) / 1000)
    const contour = contours.at(-1) ?? []
    if (operator === 1) contours.push([[x, y]])
    else if (operator === 2) contour.push([x, y])
    else if (operator === 3) contour.push(...curve(contour.at(-1) ?? [0, 0], [x, y], end))
    else throw new Error('a Han font has cubic curves')
  }
  return contours
}

/** A quadratic curve as eight points. */
function curve([ax, ay]: Point, [bx, by]: Point, [cx = 0, cy = 0]: readonly number[]): Point[] {
  return [1, 2, 3, 4, 5, 6, 7, 8].map((part): Point => {
    const [t, s] = [part / 8, 1 - part / 8]
    return [s * s * ax + 2 * s * t * bx + t * t * cx, s * s * ay + 2 * s * t * by + t * t * cy]
  })
}

/** Leaves out points that lie near the line between others (Douglas–Peucker), from the lowest point on. */
function simplified(contour: readonly Point[]): Point[] {
  const lowest = contour.reduce((best, [x, y], at) => {
    const [bx, by] = contour[best] ?? [0, 0]
    return y < by || (y === by && x < bx) ? at : best
  }, 0)
  const turned = [...contour.slice(lowest), ...contour.slice(0, lowest)]
  const [start = [0, 0]] = turned
  const distance = (point: Point): number => Math.hypot(point[0] - start[0], point[1] - start[1])
  const farthest = turned.reduce(
    (best, point, at) => (distance(point) > distance(turned[best] ?? start) ? at : best),
    0,
  )
  const there = thinned(turned.slice(0, farthest + 1))
  const back = thinned([...turned.slice(farthest), start])
  return [...there.slice(0, -1), ...back.slice(0, -1)]
}

function thinned(points: readonly Point[]): Point[] {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined || points.length < 3) return [...points]
  let [worst, place] = [0, 0]
  for (const [at, point] of points.entries()) {
    const miss = missOf(point, first, last)
    if (miss > worst) [worst, place] = [miss, at]
  }
  if (worst <= slack) return [first, last]
  return [...thinned(points.slice(0, place + 1)).slice(0, -1), ...thinned(points.slice(place))]
}

/** How far a point lies from the line between two others. */
function missOf([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / length
  const at = Math.min(1, Math.max(0, along))
  return Math.hypot(x - ax - at * dx, y - ay - at * dy)
}
