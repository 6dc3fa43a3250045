import { genres } from '../../../domain/catalog/genres.data.ts'
import { themes } from '../../../domain/catalog/themes.data.ts'
import type { Agency } from '../../../domain/agency/agency.ts'
import {
  everything,
  facetKey,
  facetNames,
  readFacetKey,
  upperTheme,
  type FacetName,
} from '../../../domain/item/facet-keys.ts'
import { validities } from '../../../domain/item/validity.data.ts'
import type { FacetCounts } from '../../../store/tenant/item/facet-count.ts'
import type { ListRead, SampledItem } from '../../../store/listing.ts'
import { columnPlaces, findColumn } from '../../catalog/column-path.ts'

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
  { agency, ownerOf }: Catalogues,
  scope: string | null,
  { counts, sampled }: Pick<ListRead, 'counts' | 'sampled'>,
): Facets | null {
  if (counts !== null) return facetsOf(catalogue(agency, []), counts, scope ?? everything, false)
  if (sampled === null) return null
  const shown = sampled.slice(0, sampledItems)
  const isCapped = sampled.length > sampledItems
  const columns = columnsOf(shown, ownerOf)
  return facetsOf(catalogue(agency, columns), countSampled(shown, columns), everything, isCapped)
}

/** The agency that the numbers are shown to, and the one in whose catalogue an item was filed. */
type Catalogues = { agency: Agency; ownerOf: (agencyId: string | null) => Agency }

/** Items of a column in their own agency's catalogue: from the top down to it. */
type Filed = { path: readonly { id: string; name: string }[]; count: number }

/** An agency's catalogue, and the names of columns that only others have. */
type Named = { agency: Agency; names: ReadonlyMap<string, string> }

/** Each column of a sample is looked up once, in the catalogue of its agency: others may not have it. */
function columnsOf(items: readonly SampledItem[], ownerOf: Catalogues['ownerOf']): Filed[] {
  const found = new Map<string, { path: Filed['path']; count: number }>()
  for (const { category, agencyId } of items) {
    const key = `${agencyId ?? ''} ${category}`
    const known = found.get(key)
    if (known !== undefined) known.count += 1
    else {
      const path = findColumn(ownerOf(agencyId), category)?.path
      found.set(key, { path: path ?? [{ id: category, name: category }], count: 1 })
    }
  }
  return [...found.values()]
}

function catalogue(agency: Agency, columns: readonly Filed[]): Named {
  const names = columns.flatMap(({ path }) => path.map(({ id, name }) => [id, name] as const))
  return { agency, names: new Map(names) }
}

function facetsOf(
  { agency, names }: Named,
  counts: FacetCounts,
  scope: string,
  capped: boolean,
): Facets {
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
      const choice = { value, label: labelOf({ agency, names }, read.name, value), count }
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
function countSampled(items: readonly SampledItem[], columns: readonly Filed[]): FacetCounts {
  const counts: Record<string, number> = { [everything]: items.length }
  const add = (name: FacetName, value: string, count: number): void => {
    const key = facetKey(name, value)
    counts[key] = (counts[key] ?? 0) + count
  }
  for (const { path, count } of columns) for (const { id } of path) add('category', id, count)
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

function labelOf({ agency, names }: Named, name: FacetName, value: string): string {
  if (name === 'category') return findColumn(agency, value)?.name ?? names.get(value) ?? value
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
