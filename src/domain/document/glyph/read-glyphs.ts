import { integer, natural, type Reader } from '../byte-reader.ts'
import type { Glyph, Outlines } from './glyph.ts'

/** A step of an outline: 1 move, 2 line, 3 quadratic and 4 cubic curve, with its points. */
type Step = { operator: number; points: number[] }

/** How many numbers follow an operator. */
const arity: Readonly<Record<number, number>> = { 1: 2, 2: 2, 3: 4, 4: 6 }

/**
 * Reads a shard of outlines (字形数据): first outlines, each with its length in bytes and its points as
 * differences to the point before, then what they draw: key, advance, parts that are outlines moved
 * by x and y. Outlines are read when they are asked for. Throws on any other form.
 */
export function readGlyphs(bytes: Uint8Array): Outlines {
  const from: Reader = { bytes, at: 0 }
  const outlines: number[] = []
  for (let left = natural(from); left > 0; left -= 1) {
    const length = natural(from)
    outlines.push(from.at)
    from.at += length
  }
  const places = new Map<string, number>()
  const decoder = new TextDecoder()
  for (let left = natural(from); left > 0; left -= 1) {
    const length = natural(from)
    from.at += length
    places.set(decoder.decode(bytes.subarray(from.at - length, from.at)), from.at)
    natural(from)
    for (let numbers = 3 * natural(from); numbers > 0; numbers -= 1) natural(from)
  }
  return {
    get(key) {
      const at = places.get(key)
      return at === undefined ? undefined : readGlyph({ bytes, at }, outlines)
    },
  }
}

function readGlyph(from: Reader, outlines: readonly number[]): Glyph {
  const advance = natural(from)
  const steps: Step[] = []
  for (let parts = natural(from); parts > 0; parts -= 1) {
    const outline = outlines[natural(from)]
    if (outline === undefined) throw new Error('a part has no outline')
    const [x, y] = [integer(from), integer(from)]
    steps.push(...readOutline({ bytes: from.bytes, at: outline }, x, y))
  }
  return { advance, path: pathOf(steps), box: boxOf(steps) }
}

function readOutline(from: Reader, left: number, base: number): Step[] {
  const steps: Step[] = []
  let [x, y] = [left, base]
  for (let operator = natural(from); operator !== 0; operator = natural(from)) {
    const count = arity[operator]
    if (count === undefined) throw new Error(`no outline has an operator ${operator}`)
    const points: number[] = []
    while (points.length < count) {
      x += integer(from)
      y += integer(from)
      points.push(x, y)
    }
    steps.push({ operator, points })
  }
  return steps
}

function pathOf(steps: readonly Step[]): string {
  let before: readonly number[] = [0, 0]
  const orders: string[] = []
  for (const { operator, points } of steps) {
    const drawn = operator === 3 ? asCubic(before, points) : points
    orders.push(`${drawn.join(' ')} ${' mlcc'.charAt(operator)}`)
    before = points.slice(-2)
  }
  return orders.length === 0 ? '' : `${orders.join('\n')}\nf`
}

/** PDF knows no quadratic curves. */
function asCubic(from: readonly number[], [cx = 0, cy = 0, x = 0, y = 0]: number[]): number[] {
  const [fx = 0, fy = 0] = from
  return [near(fx, cx), near(fy, cy), near(x, cx), near(y, cy), x, y]
}

function near(end: number, control: number): number {
  return Math.round(end + ((control - end) * 2) / 3)
}

function boxOf(steps: readonly Step[]): Glyph['box'] {
  const all = steps.flatMap(({ points }) => points)
  if (all.length === 0) return [0, 0, 0, 0]
  const [xs, ys] = [all.filter((_, at) => at % 2 === 0), all.filter((_, at) => at % 2 === 1)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}
