/** A part of a file, by the place of its first byte and its length. */
export type Span = { offset: number; length: number }

/** A file as far as a question for a part of it goes: its strong ETag and its size. */
type Whole = { tag: string; bytes: number }

/**
 * Reads which part of a file is asked for (断点续传; RFC 9110, 13.1.5 and 14.2): null for the whole, `none` for a
 * part that it does not have. What is no range, several at once, or one of another version mean the whole.
 */
export function askedSpan(
  range: string | undefined,
  ifRange: string | undefined,
  { tag, bytes }: Whole,
): Span | 'none' | null {
  if (range === undefined || (ifRange !== undefined && ifRange.trim() !== tag)) return null
  const [, from = '', to = ''] = /^\s*bytes\s*=[\s,]*(\d*)-(\d*)[\s,]*$/i.exec(range) ?? []
  if (from === '') return to === '' ? null : lastBytes(Number(to), bytes)
  const first = Number(from)
  const last = to === '' ? Infinity : Number(to)
  if (last < first) return null
  return first >= bytes ? 'none' : { offset: first, length: Math.min(last, bytes - 1) - first + 1 }
}

function lastBytes(asked: number, bytes: number): Span | 'none' {
  const length = Math.min(asked, bytes)
  return length === 0 ? 'none' : { offset: bytes - length, length }
}
