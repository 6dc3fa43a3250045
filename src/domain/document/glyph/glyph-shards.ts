import { shardNames } from '../glyph-shards.generated.ts'
import { outlinedIn } from '../units.ts'

/** Most shards of polygons that are read for one text: each takes a tenth of a second. */
const mostPolygonShards = 16
/** Code points that a shard of polygons reaches over. */
const polygonReach = 0x200

/**
 * Block in which the outline of a key lies (字形分片): its first code point, in steps of 256 below U+3000
 * and of 4096 above. A shard's name is its kind and the block: `o` and `a` for outlines by the licence
 * of their fonts, `s` for a font that shapes the words of a script.
 */
export function blockOf(key: string): string {
  const point = key.codePointAt(0) ?? 0
  return blockIn(point, point < 0x3000 ? 0x100 : 0x1000)
}

/**
 * Block in which the polygons of a character lie that nearly no text has: its first code point, in steps
 * of 512. The kinds of such shards are `h` and `b`, by the licence of their fonts.
 */
export function polygonBlockOf(char: string): string {
  return blockIn(char.codePointAt(0) ?? 0, polygonReach)
}

function blockIn(point: number, size: number): string {
  return (point - (point % size)).toString(16).padStart(4, '0')
}

/** Whether a shard may have the outline of a key. */
export function mayHold(shard: string, key: string): boolean {
  return shard.slice(1) === (isOfPolygons(shard) ? polygonBlockOf(key) : blockOf(key))
}

/** Whether a shard is of a font that shapes words. */
export function isOfFont(shard: string): boolean {
  return shard.startsWith('s')
}

/** Whether a shard is of polygons. */
export function isOfPolygons(shard: string): boolean {
  return /^[hb]/.test(shard)
}

/** Shards that a text needs, of those that there are; most texts need none. */
export function shardsFor(text: string): string[] {
  const blocks = new Set(Array.from(outlinedIn(text), blockOf))
  return shardNames.filter((name) => !isOfPolygons(name) && blocks.has(name.slice(1)))
}

/**
 * Shards of polygons for the characters of a text that no other shard turned out to have; a text that
 * needs more than any name or place does gets no more than the first.
 */
export function polygonShardsFor(text: string, isDrawn: (char: string) => boolean): string[] {
  const lacking = [...outlinedIn(text)].filter((char) => !isDrawn(char))
  const blocks = new Set(lacking.map(polygonBlockOf))
  return shardNames
    .filter((name) => isOfPolygons(name) && blocks.has(name.slice(1)))
    .slice(0, mostPolygonShards)
}
