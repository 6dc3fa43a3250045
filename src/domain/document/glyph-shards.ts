import { shardNames } from './glyph-shards.generated.ts'
import { outlinedIn } from './units.ts'

/**
 * Block in which the outline of a key lies (字形分片): its first code point, in steps of 256 below U+3000
 * and of 4096 above. A shard's name is a letter for the licence of its fonts, or `s` for a font that
 * shapes the words of a script, and the block.
 */
export function blockOf(key: string): string {
  const point = key.codePointAt(0) ?? 0
  const size = point < 0x3000 ? 0x100 : 0x1000
  return (point - (point % size)).toString(16).padStart(4, '0')
}

/** Whether a shard may have the outline of a key. */
export function mayHold(shard: string, key: string): boolean {
  return shard.slice(1) === blockOf(key)
}

/** Whether a shard is of a font that shapes words. */
export function isOfFont(shard: string): boolean {
  return shard.startsWith('s')
}

/** Shards that a text needs, of those that there are; most texts need none. */
export function shardsFor(text: string): string[] {
  const blocks = new Set(Array.from(outlinedIn(text), blockOf))
  return shardNames.filter((name) => blocks.has(name.slice(1)))
}
