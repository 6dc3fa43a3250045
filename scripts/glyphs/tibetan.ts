const bases = range(0xf40, 0xf6c)
const subjoined = range(0xf90, 0xfbc)
const vowels = ['', '\u0f71', '\u0f72', '\u0f74', '\u0f7a', '\u0f7c']
const rareVowels = ['\u0f7b', '\u0f7d', '\u0f80', '\u0f71\u0f72', '\u0f71\u0f74', '\u0f71\u0f80']
const nasals = ['\u0f7e', '\u0f82', '\u0f83']
/** Letters that stand above others (上加字) and below others (下加字). */
const above = ['\u0f62', '\u0f63', '\u0f66']
const below = ['\u0fb1', '\u0fb2', '\u0fb3', '\u0fad']

/**
 * Stacks of Tibetan letters with their vowels (藏文叠字): every letter alone, every two one above the
 * other, and those three that Tibetan itself stacks; besides all signs that stand alone.
 */
export function tibetanStacks(): string[] {
  const singles = bases.flatMap((base) =>
    [...vowels, ...rareVowels].flatMap((vowel) =>
      ['', ...nasals].map((nasal) => base + vowel + nasal),
    ),
  )
  const pairs = bases.flatMap((base) => subjoined.map((under) => base + under))
  const triples = above.flatMap((top) =>
    subjoined.flatMap((middle) => below.map((bottom) => top + middle + bottom)),
  )
  const others = bases.flatMap((base) => [base + '\u0fb2\u0fad', base + '\u0fb1\u0fad'])
  const stacks = [...pairs, ...triples, ...others].flatMap((stack) =>
    [...vowels, '\u0f7e', '\u0f71\u0f74'].map((vowel) => stack + vowel),
  )
  return [...range(0xf00, 0xf3f), ...range(0xf7f, 0xfda), ...singles, ...stacks]
}

function range(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at))
}
