import { localDateOf } from '../time/instant.ts'
import type { PublishedItem } from './item.ts'

/** What lists are narrowed by with numbers beside the choices (分面), in the order of pages. */
export const facetNames = ['category', 'year', 'theme', 'genre', 'validity', 'issuer'] as const

/** Name of a facet. */
export type FacetName = (typeof facetNames)[number]

/** Key under which everything is counted. */
export const everything = 'all'

/** Key of one choice of a facet: what counters are kept under. */
export function facetKey(name: FacetName, value: string): string {
  return `${name}:${value}`
}

/**
 * Keys under which an item counts (分面计数), `columns` being its column and all above it. Of a
 * theme only the upper class counts, as in the choices.
 */
export function facetKeys(
  item: Pick<PublishedItem, 'theme' | 'genre' | 'validity' | 'issuer' | 'publishedAt'>,
  columns: readonly string[],
): string[] {
  const { theme, genre, validity, issuer, publishedAt } = item
  return [
    everything,
    ...columns.map((id) => facetKey('category', id)),
    facetKey('year', localDateOf(publishedAt).slice(0, 4)),
    ...(theme === null ? [] : [facetKey('theme', upperTheme(theme))]),
    ...(genre === null ? [] : [facetKey('genre', genre)]),
    facetKey('validity', validity),
    facetKey('issuer', issuer),
  ]
}

/** The upper class of a theme: 综合政务 of 综合政务/政务公开. */
export function upperTheme(theme: string): string {
  return theme.split('/', 1)[0] ?? theme
}

/** The facet and the choice of a key; null of what is none. */
export function readFacetKey(key: string): { name: FacetName; value: string } | null {
  const at = key.indexOf(':')
  const name = facetNames.find((one) => one === key.slice(0, Math.max(0, at)))
  return name === undefined ? null : { name, value: key.slice(at + 1) }
}
