import { everydayWords } from './everyday-words.data.ts'
import { normalise } from './search-text.ts'

const maxWays = 3

/** Everyday words by their normalised form, longer ones first. */
const known: readonly (readonly [word: string, official: readonly string[]])[] = everydayWords
  .map(([word, official]) => [normalise(word), official.map(normalise)] as const)
  .toSorted(([a], [b]) => b.length - a.length)

/**
 * Official words for what people say (通俗词): of a run that is an everyday word, or begins or ends
 * with one, the same run in the words of documents; none when it knows no other way to say it.
 */
export function officialRuns(run: string): string[] {
  const found = known.find(([word]) => run.startsWith(word) || run.endsWith(word))
  if (found === undefined) return []
  const [word, official] = found
  return official
    .filter((words) => !run.includes(words))
    .map((words) => run.replace(word, words))
    .slice(0, maxWays)
}

/** Everyday words that contain a text, with the official words they stand for, as written. */
export function everydayWordsWith(text: string): { word: string; official: string }[] {
  const wanted = normalise(text)
  return everydayWords
    .filter(([word]) => wanted !== '' && (word.includes(wanted) || wanted.includes(word)))
    .flatMap(([word, official]) => official.slice(0, 1).map((one) => ({ word, official: one })))
}
