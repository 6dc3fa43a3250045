import type { DrawnText, Glyph } from '../glyph/glyph.ts'
import { offsetOf } from './attach.ts'
import { composed, type Part } from './compose.ts'
import type { Font } from './font.ts'
import { isMark, type Item } from './item.ts'
import { readBackwards } from './read-backwards.ts'
import { shape } from './shape.ts'

/** What is drawn as one: where its text begins, and its glyphs. */
type Group = { from: number; items: Item[] }

/** What joins letters or stands between them, of no script. */
const between = new Set(['\u061c', '\u200c', '\u200d', '\u202f'])

/**
 * The word of a font's script that begins at a place of a text (整词成形): all characters on from there
 * that the font has, cut into what is drawn as one. Empty when no letter of the script stands there.
 */
export function wordAt(font: Font, text: string, at: number): readonly DrawnText[] {
  let end = at
  while (end < text.length && font.glyphOf.has(text.charAt(end))) end += 1
  const word = text.slice(at, end)
  if (Array.from(word).every((char) => between.has(char))) return []
  const groups = groupsOf(shape(font, word))
  const drawn = groups.map(({ from, items }, index) => ({
    text: word.slice(from, groups[index + 1]?.from),
    glyph: glyphOf(font, items),
  }))
  return isTurned(font) ? readBackwards(drawn) : drawn
}

function isTurned({ script }: Font): boolean {
  return script === 'arab'
}

/** Glyphs that stand for the same characters; what draws nothing goes with what is before it. */
function groupsOf(items: readonly Item[]): Group[] {
  const groups: Group[] = []
  for (const item of items) {
    const last = groups.at(-1)
    const isDrawn = item.ignorable === 'no' || item.isSubstituted
    if (last !== undefined && (item.from === last.from || !isDrawn)) {
      if (isDrawn) last.items.push(item)
    } else groups.push({ from: item.from, items: isDrawn ? [item] : [] })
  }
  return groups
}

/** One glyph of several, each where the font puts it. */
function glyphOf(font: Font, items: readonly Item[]): Glyph {
  const places = new Map<Item, { x: number; y: number }>()
  let advance = 0
  for (const item of isTurned(font) ? items.toReversed() : items) {
    if (item.attached !== null && items.includes(item.attached.to)) continue
    places.set(item, { x: advance, y: 0 })
    if (!isMark(font.kinds, item)) advance += font.draw(item.glyph)?.advance ?? 0
  }
  const parts = items.flatMap((item): Part[] => {
    const glyph = font.draw(item.glyph)
    if (glyph === undefined) return []
    const start = places.get(standing(item, items)) ?? { x: 0, y: 0 }
    const { x, y } = places.has(item) ? { x: 0, y: 0 } : offsetOf(item)
    return [{ glyph, x: start.x + font.toEm(x), y: font.toEm(y) }]
  })
  return composed(parts, advance)
}

/** What an item stands on in the end. */
function standing(item: Item, items: readonly Item[]): Item {
  const below = item.attached?.to
  return below !== undefined && items.includes(below) ? standing(below, items) : item
}
