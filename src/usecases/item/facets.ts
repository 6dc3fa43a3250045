import { genres } from '../../domain/catalog/genres.data.ts'
import { themes } from '../../domain/catalog/themes.data.ts'
import type { Agency } from '../../domain/agency/agency.ts'
import {
  everything,
  facetKey,
  facetNames,
  readFacetKey,
  upperTheme,
  type FacetName,
} from '../../domain/item/facet-keys.ts'
import { validities } from '../../domain/item/validity.data.ts'
import type { FacetCounts } from '../../store/tenant/facet-count.ts'
import type { ListRead, SampledItem } from '../../store/listing.ts'
import { columnPlaces, findColumn } from '../catalog/column-path.ts'

/** Newest matches from which numbers are counted where none are kept. */
export const sampledItems = 90
const mostIssuers = 10

/** One choice of a facet: what to filter by, its Chinese name, and how many items it would leave. */
export type FacetChoice = { value: string; label: string; count: number }

/**
 * The numbers beside a list (分面). Where `total.capped` is true they say how many of the newest
 * {@link sampledItems} matches each choice would leave; else they are exact.
 */
export type Facets = Record<FacetName, FacetChoice[]> & {
  total: { count: number; capped: boolean }
}

/** Makes the numbers beside a list from what was read with it; null when nothing was. */
export function facetsRead(
  agency: Agency,
  scope: string | null,
  { counts, sampled }: Pick<ListRead, 'counts' | 'sampled'>,
): Facets | null {
  if (counts !== null) return facetsOf(agency, counts, scope ?? everything, false)
  if (sampled === null) return null
  const shown = sampled.slice(0, sampledItems)
  const isCapped = sampled.length > sampledItems
  return facetsOf(agency, countSampled(agency, shown), everything, isCapped)
}

function facetsOf(agency: Agency, counts: FacetCounts, scope: string, capped: boolean): Facets {
  const choices = new Map<FacetName, Map<string, FacetChoice>>(
    facetNames.map((name) => [name, new Map()]),
  )
  for (const [key, count] of Object.entries(counts)) {
    const read = readFacetKey(key)
    if (read === null || count <= 0) continue
    const value = read.name === 'category' ? presentId(agency, read.value) : read.value
    const known = choices.get(read.name)?.get(value)
    if (known !== undefined) known.count += count
    else {
      const choice = { value, label: labelOf(agency, read.name, value), count }
      choices.get(read.name)?.set(value, choice)
    }
  }
  const of = (name: FacetName): FacetChoice[] => [...(choices.get(name)?.values() ?? [])]
  return {
    category: inOrder(of('category'), columnPlaces(agency)),
    year: of('year').toSorted((a, b) => b.value.localeCompare(a.value)),
    theme: byCount(of('theme')),
    genre: byCount(of('genre')),
    validity: inOrder(of('validity'), states),
    issuer: byCount(of('issuer')).slice(0, mostIssuers),
    total: { count: counts[scope] ?? 0, capped },
  }
}

/** Each value is counted first and spelt out as keys once: a sample has few of each. */
function countSampled(agency: Agency, items: readonly SampledItem[]): FacetCounts {
  const counts: Record<string, number> = { [everything]: items.length }
  const add = (name: FacetName, value: string, count: number): void => {
    const key = facetKey(name, value)
    counts[key] = (counts[key] ?? 0) + count
  }
  for (const [category, n] of tally(items, 'category')) {
    const path = findColumn(agency, category)?.path.map(({ id }) => id) ?? [category]
    for (const id of path) add('category', id, n)
  }
  for (const [theme, n] of tally(items, 'theme')) add('theme', upperTheme(theme), n)
  for (const name of ['year', 'genre', 'validity', 'issuer'] as const) {
    for (const [value, n] of tally(items, name)) add(name, value, n)
  }
  return counts
}

function tally(items: readonly SampledItem[], name: FacetName): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const { [name]: value } of items) {
    if (value !== null) found.set(value, (found.get(value) ?? 0) + 1)
  }
  return found
}

/** Key of the list that one choice makes; null where no numbers are kept for it. */
export function scopeOf(name: FacetName, value: string): string | null {
  if (name === 'issuer' || (name === 'theme' && value.includes('/'))) return null
  return facetKey(name, value)
}

/** The id that a column has now, of one that it may have had before. */
function presentId(agency: Agency, id: string): string {
  return findColumn(agency, id)?.id ?? id
}

function labelOf(agency: Agency, name: FacetName, value: string): string {
  if (name === 'category') return findColumn(agency, value)?.name ?? value
  if (name === 'validity') return validities.find(({ key }) => key === value)?.name ?? value
  return value
}

function inOrder(
  choices: readonly FacetChoice[],
  places: ReadonlyMap<string, number>,
): FacetChoice[] {
  const place = ({ value }: FacetChoice): number => places.get(value) ?? Number.MAX_SAFE_INTEGER
  return choices.toSorted((a, b) => place(a) - place(b))
}

/** The most frequent first; what is as frequent in the official order of themes and genres. */
function byCount(choices: readonly FacetChoice[]): FacetChoice[] {
  return inOrder(choices, official).toSorted((a, b) => b.count - a.count)
}

const official = placesOf([...themes, ...genres].map(({ name }) => name))
const states = placesOf(validities.map(({ key }) => key))

function placesOf(words: readonly string[]): ReadonlyMap<string, number> {
  // The first of two alike counts, and a map keeps the last.
  return new Map(words.map((word, at): [string, number] => [word, at]).toReversed())
}
