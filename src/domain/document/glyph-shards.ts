import { shardNames } from './glyph-shards.generated.ts'
import { outlinedIn } from './units.ts'

/**
 * Name of the shard in which a character's outline lies (字形分片): the first of its code points, in
 * steps of 256 below U+3000 and of 4096 above.
 */
export function shardOf(char: string): string {
  const point = char.codePointAt(0) ?? 0
  const size = point < 0x3000 ? 0x100 : 0x1000
  return `u${(point - (point % size)).toString(16).padStart(4, '0')}`
}

/** Shards that a text needs, of those that there are; most texts need none. */
export function shardsFor(text: string): string[] {
  const names = new Set(Array.from(outlinedIn(text), shardOf))
  return shardNames.filter((name) => names.has(name))
}
