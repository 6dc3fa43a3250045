import { mapped } from './search-text.ts'

/** A piece of a text, and whether it is what was searched for (命中). */
export type Piece = { text: string; hit: boolean }

type Span = [start: number, end: number]

/**
 * Cuts a text into pieces, those that a query found marked; joined they are the text itself.
 * `runs` are those of the query.
 */
export function highlight(text: string, runs: readonly string[]): Piece[] {
  return cut(text, 0, text.length, spansOf(text, runs))
}

/** A passage of about `width` characters around the first hit, or the text's beginning (摘录). */
export function excerpt(text: string, runs: readonly string[], width = 120): Piece[] {
  const spans = spansOf(text, runs)
  const first = spans[0]?.[0] ?? 0
  const from = edge(text, Math.max(0, Math.min(first - Math.floor(width / 3), text.length - width)))
  const to = edge(text, Math.min(text.length, from + width))
  const pieces = cut(text, from, to, spans)
  return [
    ...(from > 0 ? [{ text: '…', hit: false }] : []),
    ...pieces,
    ...(to < text.length ? [{ text: '…', hit: false }] : []),
  ]
}

/** Keeps a cut from splitting a surrogate pair. */
function edge(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc_00 && unit <= 0xdf_ff ? at - 1 : at
}

function spansOf(text: string, wanted: readonly string[]): Span[] {
  if (wanted.length === 0) return []
  const found: Span[] = []
  const { text: normal, originOf } = mapped(text)
  for (const word of wanted) {
    for (let at = normal.indexOf(word); at !== -1; at = normal.indexOf(word, at + 1)) {
      found.push(originOf(at, at + word.length))
    }
  }
  return merge(found)
}

function merge(spans: Span[]): Span[] {
  const merged: Span[] = []
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged
}

function cut(text: string, from: number, to: number, spans: readonly Span[]): Piece[] {
  const pieces: Piece[] = []
  let at = from
  for (const [start, end] of spans) {
    if (end <= from || start >= to) continue
    const first = Math.max(start, from)
    const last = Math.min(end, to)
    if (first > at) pieces.push({ text: text.slice(at, first), hit: false })
    pieces.push({ text: text.slice(first, last), hit: true })
    at = last
  }
  if (at < to) pieces.push({ text: text.slice(at, to), hit: false })
  return pieces
}
