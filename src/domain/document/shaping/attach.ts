import type { Attaching, AttachingPart } from './attachments.ts'
import { isMark, isPassed, mayPass, type GlyphKinds, type Item } from './item.ts'

/** Has a lookup set the marks of a text on what they belong to (标记定位). */
export function attach(items: readonly Item[], kinds: GlyphKinds, lookup: Attaching): void {
  for (const [at, item] of items.entries()) {
    if (isPassed(kinds, item, lookup)) continue
    lookup.parts.some((part) => attached(items, at, { kinds, lookup, part }))
  }
}

type Turn = { kinds: GlyphKinds; lookup: Attaching; part: AttachingPart }

function attached(items: readonly Item[], at: number, turn: Turn): boolean {
  const item = items[at]
  const mark = item === undefined ? undefined : turn.part.marks.get(item.glyph)
  if (item === undefined || mark === undefined) return false
  const below = turn.lookup.type === 6 ? markBelow(items, at, turn) : letterBelow(items, at, turn)
  const points = below === null ? undefined : turn.part.bases.get(below.glyph)
  if (below === null || points === undefined) return false
  const letter = turn.lookup.type === 5 ? letterOf(item, below, points.length) : 0
  const point = points[letter]?.[mark.group] ?? null
  if (point === null) return false
  item.attached = { to: below, x: point.x - mark.anchor.x, y: point.y - mark.anchor.y }
  return true
}

/** The letter before a mark; of those that one letter became, the first. */
function letterBelow(items: readonly Item[], from: number, { kinds, part }: Turn): Item | null {
  for (let at = from - 1; at >= 0; at -= 1) {
    const item = items[at]
    if (item === undefined || isMark(kinds, item) || mayPass(item, false)) continue
    const isLater = item.isMultiplied && item.component > 0 && isBehindItsOwn(items, at, kinds)
    if (!isLater || part.bases.has(item.glyph)) return item
  }
  return null
}

function isBehindItsOwn(items: readonly Item[], at: number, kinds: GlyphKinds): boolean {
  const [item, before] = [items[at], items[at - 1]]
  if (item === undefined || before === undefined) return false
  return !isMark(kinds, before) && before.isMultiplied && before.component + 1 === item.component
}

/** The mark before a mark, if both are of the same letter. */
function markBelow(items: readonly Item[], from: number, { kinds, lookup }: Turn): Item | null {
  const own = items[from]
  for (let at = from - 1; at >= 0; at -= 1) {
    const item = items[at]
    if (item === undefined || own === undefined) return null
    const isOver = isPassed(kinds, item, { flags: lookup.flags & ~0xe, markSet: lookup.markSet })
    if (isOver || mayPass(item, false)) continue
    return isMark(kinds, item) && areTogether(own, item) ? item : null
  }
  return null
}

function areTogether(one: Item, other: Item): boolean {
  if (one.ligature === other.ligature)
    return one.ligature === 0 || one.component === other.component
  return (one.ligature > 0 && one.component === 0) || (other.ligature > 0 && other.component === 0)
}

/** Which letter of a ligature a mark stands on: the last, unless it belongs to another. */
function letterOf(mark: Item, below: Item, letters: number): number {
  const isIts = mark.ligature > 0 && mark.ligature === below.ligature && mark.component > 0
  return (isIts ? Math.min(letters, mark.component) : letters) - 1
}

/** How far an item stands from the letter that it is attached to in the end, in units of the font. */
export function offsetOf({ attached: own }: Item): { x: number; y: number } {
  if (own === null) return { x: 0, y: 0 }
  const below = offsetOf(own.to)
  return { x: own.x + below.x, y: own.y + below.y }
}
