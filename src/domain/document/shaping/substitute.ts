import { isPassed, mayPass, type Form, type Item } from './item.ts'
import { ligate, mayLigate, type Run } from './ligate.ts'
import type { Context, Substituting } from './substitutions.ts'

/** What one lookup works with: itself, and the letters' form that it is for, if for one. */
type Turn = { run: Run; lookup: Substituting; form: Form | null; depth: number }

/** Nested contexts deeper than this are not followed. */
const deepest = 8

/** Has a lookup change a text from its beginning to its end (字形替换). */
export function substitute(run: Run, index: number, form: Form | null): void {
  const turn = { run, lookup: run.lookup(index), form, depth: 0 }
  for (let at = 0; at < run.items.length;) {
    const item = run.items[at]
    const isFree =
      item !== undefined && isMeant(item, form) && !isPassed(run.kinds, item, turn.lookup)
    at = (isFree ? changed(turn, at) : null) ?? at + 1
  }
}

function isMeant(item: Item, form: Form | null): boolean {
  return form === null || item.form === form
}

/** Changes what stands at a place; null when no rule fits, else where to go on. */
function changed(turn: Turn, at: number): number | null {
  const item = turn.run.items[at]
  if (item === undefined) return null
  for (const rule of turn.lookup.of.get(item.glyph) ?? []) {
    if (rule.kind === 'replace') return replaced(turn.run, at, rule.to)
    const end =
      rule.kind === 'ligature'
        ? ligated(turn, at, rule.rest, rule.to)
        : acted(turn, at, rule.context)
    if (end !== null) return end
  }
  return null
}

function replaced({ items }: Run, at: number, to: readonly number[]): number {
  const item = items[at]
  if (item === undefined) return at + 1
  const isMultiplied = to.length > 1
  const news = to.map((glyph, component) => ({
    ...item,
    glyph,
    isSubstituted: true,
    ...(isMultiplied && { isMultiplied, component, ligature: 0 }),
  }))
  items.splice(at, 1, ...news)
  return at + news.length
}

function ligated(turn: Turn, at: number, rest: readonly number[], to: number): number | null {
  const fits = rest.map((wanted) => (glyph: number) => glyph === wanted)
  const matched = following(turn, at, fits)
  return matched === null || !mayLigate(turn.run, matched) ? null : ligate(turn.run, matched, to)
}

/** Acts on a context if it is there. */
function acted(turn: Turn, at: number, context: Context): number | null {
  const { run } = turn
  const matched = following(turn, at, context.input)
  if (matched === null) return null
  let end = (matched.at(-1) ?? at) + 1
  if (!surrounds(turn, at, -1, context.before)) return null
  if (!surrounds(turn, end - 1, 1, context.after)) return null
  if (turn.depth >= deepest) return end
  for (const { at: index, lookup } of context.acts) {
    const place = matched[index]
    if (place === undefined) continue
    const length = run.items.length
    const inner = { ...turn, lookup: run.lookup(lookup), depth: turn.depth + 1 }
    if (changed(inner, place) === null) continue
    const delta = run.items.length - length
    if (delta === 0) continue
    end = Math.max(end + delta, place)
    shift(matched, index, delta)
  }
  return end
}

/** Places of a context after one of them grew or shrank. */
function shift(matched: number[], index: number, delta: number): void {
  const place = matched[index] ?? 0
  const rest = matched.slice(index + 1)
  const added = Array.from({ length: Math.max(0, delta) }, (_, at) => place + 1 + at)
  const kept = rest.slice(Math.min(rest.length, Math.max(0, -delta)))
  matched.splice(index + 1, rest.length, ...added, ...kept.map((one) => one + delta))
}

/** Places of an item and those behind it that fit; null when they do not. */
function following(
  turn: Turn,
  at: number,
  fits: readonly ((glyph: number) => boolean)[],
): number[] | null {
  const matched = [at]
  for (const one of fits) {
    const next = beside(
      turn,
      matched.at(-1) ?? at,
      1,
      (item) => isMeant(item, turn.form) && one(item.glyph),
      true,
    )
    if (next === null) return null
    matched.push(next)
  }
  return matched
}

function surrounds(
  turn: Turn,
  at: number,
  step: 1 | -1,
  fits: readonly ((glyph: number) => boolean)[],
): boolean {
  let place: number | null = at
  for (const one of fits) {
    place = beside(turn, place, step, (item) => one(item.glyph), false)
    if (place === null) return false
  }
  return true
}

/** The next item that counts, if it is the one that is looked for. */
function beside(
  { run, lookup }: Turn,
  from: number,
  step: 1 | -1,
  isWanted: (item: Item) => boolean,
  isJoined: boolean,
): number | null {
  for (let at = from + step; at >= 0 && at < run.items.length; at += step) {
    const item = run.items[at]
    if (item === undefined || isPassed(run.kinds, item, lookup)) continue
    if (isWanted(item)) return at
    if (!mayPass(item, isJoined)) return null
  }
  return null
}
