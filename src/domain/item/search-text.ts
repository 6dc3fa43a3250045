/** Normalised text and the way back: where a stretch of it came from in the original. */
type Mapped = { text: string; originOf: (from: number, to: number) => [start: number, end: number] }

const breaks = new Set(',.;:!?、。\n\r\u2028\u2029\u0085')
const dropped = /^[\p{M}\p{C}\p{Z}\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Pd}\p{Pc}"'`´¨·•・･‧∙⋅]$/u

/**
 * Normalises text for search (检索归一): compatibility forms and case are folded; blanks,
 * brackets, quotes, hyphens and middle dots vanish; sentence punctuation and line ends become
 * one line break. What remains is compared letter by letter.
 */
export function normalise(text: string): string {
  let out = ''
  for (const char of text) out += fold(char)
  return out.replaceAll(/\n+/g, '\n').replaceAll(/^\n|\n$/g, '')
}

/** Normalises text with the way back to the original; line breaks part its runs. */
export function mapped(text: string): Mapped {
  // Where each character that did not stay as it is stands in the original and in what it became.
  const changed: { at: number; next: number; from: number; to: number }[] = []
  let out = ''
  let copied = 0
  for (let at = 0; at < text.length;) {
    if (isUnchanged(text.charCodeAt(at))) {
      at += 1
      continue
    }
    const char = String.fromCodePoint(text.codePointAt(at) ?? 0)
    const folded = fold(char)
    const next = at + char.length
    out += text.slice(copied, at)
    changed.push({ at, next, from: out.length, to: out.length + folded.length })
    out += folded
    at = next
    copied = at
  }
  const unitAt = (unit: number): [start: number, end: number] => {
    const before = changed.findLast(({ from }) => from <= unit)
    if (before === undefined) return [unit, unit + 1]
    const { at, next, to } = before
    return unit < to ? [at, next] : [next + unit - to, next + unit - to + 1]
  }
  return {
    text: out + text.slice(copied),
    originOf: (from, to) => [unitAt(from)[0], unitAt(to - 1)[1]],
  }
}

/**
 * Makes the index text of a document (二元切分): for every run all pairs of neighbouring
 * characters and its last character, so that a phrase of pairs is found exactly and a single
 * character by prefix.
 */
export function grams(text: string): string {
  const tokens: string[] = []
  for (const run of normalise(text).split('\n')) {
    if (run === '') continue
    const pairs = pairsOf(run)
    tokens.push(pairs === '' ? lastOf(run) : `${pairs} ${lastOf(run)}`)
  }
  return tokens.join(' ')
}

/** The phrase of pairs that stands for a run of two characters or more; '' for a shorter one. */
export function pairsOf(run: string): string {
  const pairs: string[] = []
  let before: string | null = null
  for (const char of run) {
    const token = tokenOf(char)
    if (before !== null) pairs.push(before + token)
    before = token
  }
  return pairs.join(' ')
}

/** Index token of the last character of a run. */
export function lastOf(run: string): string {
  const last = run.codePointAt(run.length - 2) ?? 0
  return tokenOf(last > 0xff_ff ? run.slice(-2) : run.slice(-1))
}

function isUnchanged(unit: number): boolean {
  return unit >= 0x4e_00 && unit <= 0x9f_a5
}

function fold(char: string): string {
  if (isUnchanged(char.charCodeAt(0))) return char
  return usual.get(char) ?? foldAnew(char)
}

function foldAnew(char: string): string {
  let out = ''
  for (const part of char.normalize('NFKD').toLowerCase().normalize('NFKD')) {
    if (breaks.has(part)) out += '\n'
    else if (!dropped.test(part)) out += part
  }
  return out
}

/** Latin, the punctuation of Chinese and its wide forms: what texts are full of beside Han characters. */
const usual: ReadonlyMap<string, string> = new Map(
  [
    [0x00_00, 0x02_4f],
    [0x20_00, 0x20_6f],
    [0x30_00, 0x30_3f],
    [0xff_00, 0xff_ef],
  ].flatMap(([from = 0, to = 0]) =>
    Array.from({ length: to - from + 1 }, (_, at): [string, string] => {
      const char = String.fromCharCode(from + at)
      return [char, foldAnew(char)]
    }),
  ),
)

/** The index splits words by its own old tables; what they may not know travels as its number. */
function tokenOf(char: string): string {
  const code = char.codePointAt(0) ?? 0
  const isPlain =
    (code >= 0x4e_00 && code <= 0x9f_a5) ||
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x61 && code <= 0x7a)
  return isPlain ? char : `\uE000${code.toString(16)}\uE001`
}
