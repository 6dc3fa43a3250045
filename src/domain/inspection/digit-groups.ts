/** A text in which numbers can be looked for, each of its characters with its place in the original. */
export type PlainForm = { text: string; placeOf: (index: number) => number }

/** A run of digits, perhaps with a last X; `from` and `to` are places in the plain form. */
export type DigitGroup = { digits: string; from: number; to: number }

// Zero-width characters, soft hyphens and marks of direction show nothing but part a number for a machine.
const UNSEEN =
  /[\u{ad}\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2060}-\u{2064}\u{2066}-\u{2069}\u{feff}]/gu

/** Makes digits and letters of every width ASCII and leaves out characters that nobody sees. */
export function plainForm(original: string): PlainForm {
  const text = original
    .replaceAll(/[！-～]/g, (full) => String.fromCharCode(full.charCodeAt(0) - 0xfee0))
    .replaceAll(/[\u{d7}\u{425}\u{445}]/gu, 'X')
  const gaps: number[] = []
  for (const unseen of text.matchAll(UNSEEN)) gaps.push(unseen.index)
  if (gaps.length === 0) return { text, placeOf: (index) => index }
  return { text: text.replaceAll(UNSEEN, ''), placeOf: (index) => shift(gaps, index) }
}

/** Finds the runs of digits of a plain form in order. */
export function digitGroups(text: string): DigitGroup[] {
  const groups: DigitGroup[] = []
  for (const run of text.matchAll(/\d+(?:[Xx](?![A-Za-z0-9]))?/g)) {
    groups.push({ digits: run[0].toUpperCase(), from: run.index, to: run.index + run[0].length })
  }
  // A check character that is parted from its number, as in 1101 0119 9003 0700 X.
  for (const lone of text.matchAll(/(?<=\d[ \u{a0}\u{3000}-]{1,2})[Xx](?![A-Za-z0-9])/gu)) {
    groups.push({ digits: 'X', from: lone.index, to: lone.index + 1 })
  }
  return groups.toSorted((a, b) => a.from - b.from)
}

/** Place in the original of a place after `gaps.length` characters were left out. */
function shift(gaps: readonly number[], index: number): number {
  let low = 0
  let high = gaps.length
  while (low < high) {
    const middle = (low + high) >> 1
    // The n-th gap lies before everything that stands at or after gap − n in the plain form.
    if ((gaps[middle] ?? 0) - middle <= index) low = middle + 1
    else high = middle
  }
  return index + low
}
