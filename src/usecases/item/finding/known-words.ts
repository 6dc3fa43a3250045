import { genres } from '../../../domain/catalog/genres.data.ts'
import { themes } from '../../../domain/catalog/themes.data.ts'
import type { Agency } from '../../../domain/agency/agency.ts'
import { everydayWordsWith } from '../../../domain/item/everyday-words.ts'
import { normalise } from '../../../domain/item/search-text.ts'
import { placedColumns } from '../../catalog/column-path.ts'

/** Where a suggestion comes from: a column, a theme, a genre, the words for an everyday one, a title. */
export type SuggestionKind = 'column' | 'theme' | 'genre' | 'official' | 'title'

/** Something to look for (检索建议); `value` is the id of a column, otherwise what `text` says. */
export type Suggestion = { kind: SuggestionKind; text: string; value: string }

/** Share of a text's pairs of characters that a name must have to be like it. */
const likeness = 0.5

/**
 * Suggests from names that every agency's site shows anyway (您是不是要找): columns, themes, genres,
 * official words. `isLike` takes names that only resemble the text. Reads nothing.
 */
export function knownWords(agency: Agency, text: string, isLike: boolean): Suggestion[] {
  const wanted = normalise(text).replaceAll('\n', '')
  if (wanted === '') return []
  const pairs = isLike ? pairsOf(wanted) : []
  const names = namesOf(agency)
  const named = (kind: SuggestionKind, value: string, name: string): Suggestion[] =>
    fits(names.get(name) ?? normalise(name), wanted, pairs) ? [{ kind, text: name, value }] : []
  const official = everydayWordsWith(text).map(({ official: one }): Suggestion => {
    return { kind: 'official', text: one, value: one }
  })
  const words = [
    ...official,
    ...placedColumns(agency).flatMap(({ id, name }) => named('column', id, name)),
    ...themes.flatMap(({ name }) => named('theme', name, name)),
    ...genres.flatMap(({ name }) => named('genre', name, name)),
  ]
  return unlike(words)
}

/** Leaves out what says the same as one before it. */
export function unlike(words: readonly Suggestion[]): Suggestion[] {
  return words.filter((one, at) => words.findIndex(({ text }) => text === one.text) === at)
}

function fits(name: string, wanted: string, pairs: readonly string[]): boolean {
  if (name.includes(wanted)) return true
  if (pairs.length === 0) return false
  return pairs.filter((pair) => name.includes(pair)).length / pairs.length >= likeness
}

function pairsOf(wanted: string): string[] {
  return Array.from({ length: wanted.length - 1 }, (_, at) => wanted.slice(at, at + 2))
}

/** Names of an agency's columns and of themes and genres as they are compared. */
const known = new WeakMap<Agency, Map<string, string>>()

function namesOf(agency: Agency): Map<string, string> {
  const names = [...placedColumns(agency), ...themes, ...genres]
  const made = known.get(agency) ?? new Map(names.map(({ name }) => [name, normalise(name)]))
  known.set(agency, made)
  return made
}
