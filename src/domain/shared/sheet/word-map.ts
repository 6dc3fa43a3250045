import { foldWord } from './cell-text.ts'

/** Turns keys with their words into a look-up by folded word; `allowed` names the first word of each. */
export function wordMap<K extends string>(
  words: Readonly<Record<K, readonly string[]>>,
): { words: ReadonlyMap<string, K>; allowed: readonly string[] } {
  const found = new Map<string, K>()
  const allowed: string[] = []
  for (const key in words) {
    const [first = key] = words[key]
    allowed.push(first)
    for (const word of [key, ...words[key]]) found.set(foldWord(word), key)
  }
  return { words: found, allowed }
}
