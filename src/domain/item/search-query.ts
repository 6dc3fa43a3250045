import { lastOf, normalise, pairsOf } from './search-text.ts'

/** What a document can be filtered by; each has a letter in the index. */
const facetLetters = {
  category: 'c',
  theme: 't',
  genre: 'g',
  validity: 'v',
  year: 'y',
  issuer: 'i',
  docNumber: 'n',
  indexNumber: 'x',
  office: 'o',
  kind: 'k',
  /** old address (原文链接), by its end */ address: 'u',
} as const

/** Name of a filter (筛选项). */
type FacetName = keyof typeof facetLetters

/** Most runs of a query that are searched; more only narrow what few documents remain. */
const maxRuns = 16

const encoder = new TextEncoder()

/** Index token of a filter value: letters and digits only, equal for equal values alone. */
export function facet(name: FacetName, value: string): string {
  let hex = ''
  for (const byte of encoder.encode(value)) hex += byte.toString(16).padStart(2, '0')
  return facetLetters[name] + hex
}

/** Folds an issuer or a number before it becomes a filter value: one line, no punctuation, lower case. */
export function facetText(text: string): string {
  return normalise(text).replaceAll('\n', '')
}

/** What an item must have of one filter: a token, or one of several (曾用栏目). */
export type FacetToken = string | readonly string[]

/** Runs of a query text that must all occur in a document (检索词). */
export function queryRuns(q: string): string[] {
  const runs = q.split(/\s+/u).flatMap((term) => normalise(term).split('\n'))
  return [...new Set(runs)].filter((run) => run !== '').slice(0, maxRuns)
}

/**
 * Writes the full-text query of a search: every filter and every run of `q`, or one of the words
 * that `also` gives for it, must hold. Null means that nothing can match, `''` that everything
 * does. Nothing of the input reaches the query language unquoted.
 */
export function matchQuery(
  q: string | null,
  facets: readonly FacetToken[],
  also: (run: string) => readonly string[] = () => [],
): string | null {
  const runs = q === null ? [] : queryRuns(q)
  if (q !== null && q.trim() !== '' && runs.length === 0) return null
  const parts = facets.map(facetQuery)
  for (const run of runs) {
    const ways = [run, ...also(run)].map(runQuery)
    parts.push(ways.length === 1 ? ways.join('') : `(${ways.join(' OR ')})`)
  }
  return parts.join(' AND ')
}

/** Writes the full-text query of what has one of the given tokens and every filter. */
export function anyOf(tokens: readonly string[], facets: readonly FacetToken[]): string {
  return [tokens, ...facets].map(facetQuery).join(' AND ')
}

/**
 * Writes the full-text query of what is indexed under columns otherwise than these stand (调整后未归位):
 * under an id of `gone`, below a column without being below all that are above it, or also below one
 * that is not. Null where nothing can be. `moving` are those that may move.
 */
export function misfiledQuery(
  columns: readonly { id: string; path: readonly { id: string }[] }[],
  moving: ReadonlySet<string>,
  gone: readonly string[],
): string | null {
  const strayed = columns
    .filter(({ id }) => moving.has(id))
    .flatMap(({ id, path }) => {
      const above = path.map((one) => one.id).filter((one) => one !== id)
      const elsewhere = columns
        .filter((other) => !above.includes(other.id) && !other.path.some((one) => one.id === id))
        .map((other) => columnQuery(other.id))
      const own = columnQuery(id)
      const lacks = above.map((one) => `(${own} NOT ${columnQuery(one)})`)
      return elsewhere.length === 0
        ? lacks
        : lacks.concat(`(${own} AND (${elsewhere.join(' OR ')}))`)
    })
  const ways = [...gone.map(columnQuery), ...strayed]
  return ways.length === 0 ? null : ways.join(' OR ')
}

function columnQuery(id: string): string {
  return facetQuery(facet('category', id))
}

function facetQuery(token: FacetToken): string {
  if (typeof token === 'string') return `facet : "${token}"`
  return `(${token.map((one) => `facet : "${one}"`).join(' OR ')})`
}

/** Length of the stretches by which a whole sentence is compared, and how many of them at most. */
const stretch = 4
const maxStretches = 32

/**
 * Writes the full-text query of what says something like a text (近似检索): any stretch of four
 * characters of it, or a shorter run as a whole. Null when the text has nothing to look for.
 */
export function likeQuery(text: string): string | null {
  const stretches = queryRuns(text).flatMap((run) => {
    const letters = Array.from(run)
    return Array.from({ length: Math.max(1, letters.length - stretch + 1) }, (_, at) =>
      letters.slice(at, at + stretch).join(''),
    )
  })
  const ways = [...new Set(stretches)]
    .filter((part) => part.length >= 2)
    .slice(0, maxStretches)
    .map(runQuery)
  return ways.length === 0 ? null : ways.join(' OR ')
}

function runQuery(run: string): string {
  const pairs = pairsOf(run)
  return pairs === '' ? `grams : "${lastOf(run)}" *` : `grams : "${pairs}"`
}
