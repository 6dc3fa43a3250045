import { normalise } from './search-text.ts'

/** How much two texts have in common (相近程度): the pairs of characters of one that the other has. */
export function commonPairs(text: string, other: string): number {
  const pairs = pairsIn(text)
  const others = pairsIn(other)
  return [...pairs].filter((pair) => others.has(pair)).length
}

function pairsIn(text: string): Set<string> {
  const run = normalise(text).replaceAll('\n', ' ')
  const pairs = new Set<string>()
  for (let at = 0; at + 1 < run.length; at += 1) {
    const pair = run.slice(at, at + 2)
    if (!pair.includes(' ')) pairs.add(pair)
  }
  return pairs
}
