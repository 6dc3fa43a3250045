import { deflateRawSync } from 'node:zlib'
import type { Shaped, Step } from './font.ts'

/** Packs bytes as a shard has them. */
export function packed(bytes: readonly number[]): Uint8Array {
  return deflateRawSync(new Uint8Array(bytes), { level: 9 })
}

/** What is drawn, by key, in the form that `readGlyphs` reads. */
export function glyphBytes(
  shaped: ReadonlyMap<string, Shaped>,
  outlineOf: (id: string) => Step[],
): number[] {
  const ids = [...new Set([...shaped.values()].flatMap(({ parts }) => parts.map((p) => p.outline)))]
  const bytes: number[] = []
  natural(bytes, ids.length)
  for (const id of ids) {
    const own = outline(outlineOf(id))
    natural(bytes, own.length)
    bytes.push(...own)
  }
  natural(bytes, shaped.size)
  const places = new Map(ids.map((id, index) => [id, index]))
  for (const [key, { advance, parts }] of shaped) {
    const name = new TextEncoder().encode(key)
    natural(bytes, name.length)
    bytes.push(...name)
    natural(bytes, advance)
    natural(bytes, parts.length)
    for (const part of parts) {
      natural(bytes, places.get(part.outline) ?? 0)
      integer(bytes, part.x)
      integer(bytes, part.y)
    }
  }
  return bytes
}

function outline(steps: readonly Step[]): number[] {
  const bytes: number[] = []
  let before = [0, 0]
  for (const { operator, points } of steps) {
    natural(bytes, operator)
    for (let at = 0; at < points.length; at += 2) {
      const point = points.slice(at, at + 2)
      for (const [index, value] of point.entries()) integer(bytes, value - (before[index] ?? 0))
      before = point
    }
  }
  natural(bytes, 0)
  return bytes
}

/** Writes a natural number: seven bits a byte. */
export function natural(bytes: number[], value: number): void {
  let rest = value
  for (; rest > 0x7f; rest >>= 7) bytes.push((rest & 0x7f) | 0x80)
  bytes.push(rest)
}

function integer(bytes: number[], value: number): void {
  natural(bytes, value < 0 ? -2 * value - 1 : 2 * value)
}
