import { isMark, type GlyphKinds, type Item } from './item.ts'
import type { Substituting } from './substitutions.ts'

/** A text on its way, and the rules for it. */
export type Run = {
  items: Item[]
  kinds: GlyphKinds
  lookup: (index: number) => Substituting
  /** how many ligatures were made */ ligatures: number
}

/** Whether what stands at these places may become one: marks of different letters may not. */
export function mayLigate({ items }: Run, matched: readonly number[]): boolean {
  const [first, ...rest] = matched.flatMap((place) => items[place] ?? [])
  if (first === undefined) return false
  const isOn = first.ligature > 0 && first.component > 0
  return rest.every((item) =>
    isOn
      ? item.ligature === first.ligature && item.component === first.component
      : item.ligature === 0 || item.component === 0 || item.ligature === first.ligature,
  )
}

/**
 * Makes one glyph of those at these places (合字); answers where to go on. Marks between them and behind
 * them keep in mind to which of its letters they belong. Marks that become one stay a mark.
 */
export function ligate(run: Run, matched: readonly number[], to: number): number {
  const parts = matched.flatMap((place) => run.items[place] ?? [])
  const [first] = parts
  const last = matched.at(-1) ?? 0
  if (first === undefined) return last + 1
  const between = run.items.slice(matched[0] ?? 0, last + 1)
  if (parts.length > 1 && !parts.every((part) => isMark(run.kinds, part))) {
    run.ligatures += 1
    const letters = assignMarks(run, { from: matched[0] ?? 0, last }, parts)
    Object.assign(first, { ligature: run.ligatures, letters, component: 0 })
  }
  for (const item of between) item.from = first.from
  Object.assign(first, { glyph: to, isSubstituted: true })
  for (const place of matched.slice(1).toReversed()) run.items.splice(place, 1)
  return last + 1 - (matched.length - 1)
}

/** Tells marks their letters in the newest ligature; answers of how many letters it is. */
function assignMarks(
  { items, ligatures }: Run,
  { from, last }: { from: number; last: number },
  parts: readonly Item[],
): number {
  let [before, own, group] = [0, 0, 0]
  const assign = (mark: Item): void => {
    mark.component = before + Math.min(mark.component === 0 ? own : mark.component, own)
    mark.ligature = ligatures
  }
  for (const item of items.slice(from, last + 1)) {
    if (!parts.includes(item)) assign(item)
    else {
      before += own
      own = item.letters
      group = item.ligature
    }
  }
  if (group === 0) return before + own
  for (let at = last + 1; ; at += 1) {
    const item = items[at]
    if (item === undefined || item.ligature !== group || item.component === 0) break
    assign(item)
  }
  return before + own
}
