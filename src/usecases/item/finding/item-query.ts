import * as z from 'zod'
import { genres } from '../../../domain/catalog/genres.data.ts'
import { themes } from '../../../domain/catalog/themes.data.ts'
import type { Agency } from '../../../domain/agency/agency.ts'
import { everything, facetNames } from '../../../domain/item/facet-keys.ts'
import { normaliseDocNumber } from '../../../domain/item/import-doc-number.ts'
import { itemKinds } from '../../../domain/item/kinds/kind-of.ts'
import { facet, facetText, type FacetToken } from '../../../domain/item/search-query.ts'
import { validities } from '../../../domain/item/validity.data.ts'
import type { Result } from '../../../domain/shared/refusal.ts'
import { pageLimit } from '../../../domain/shared/validate/fields.ts'
import { findColumn, rootColumn } from '../../catalog/column-path.ts'
import { fails, parseInput } from '../../../domain/shared/validate/parse.ts'
import { scopeOf } from './facets.ts'

const text = (limit: number): z.ZodOptional<z.ZodString> =>
  z
    .string()
    .max(limit)
    .refine(
      (value) => value.isWellFormed() && !value.includes('\0'),
      fails({ problem: 'text-unsafe' }),
    )
    .optional()

const validityWords: readonly string[] = validities.flatMap((v) => [v.key, v.name, ...v.also])

/** Query parameters of a listing (信息列表): filters by key or Chinese name, search text, order, page. */
export const itemQuery = {
  category: text(100),
  theme: text(100),
  genre: text(50),
  issuer: text(200),
  year: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  validity: z.enum(validityWords).optional(),
  q: text(200),
  /** whether official words are searched beside everyday ones: 低保 and 最低生活保障 */
  words: z.enum(['typed', 'also']).optional(),
  docNumber: text(60),
  indexNumber: text(100),
  /** special kind (专项类型) by id or Chinese name */
  kind: text(40),
  sort: z.enum(['newest', 'oldest', '-publishedAt', 'publishedAt']).optional(),
  scope: z.enum(['own', 'subtree']).optional(),
  limit: pageLimit.optional(),
  cursor: z.string().max(200).optional(),
}

/** A parsed query of a listing. */
export type ItemQuery = z.output<z.ZodObject<typeof itemQuery>>

const schema = z.strictObject(itemQuery)

/** Parses a listing's query from raw parameters; empty ones count as absent, unknown ones are refused. */
export function parseItemQuery(raw: Readonly<Record<string, string>>): Result<ItemQuery> {
  return parseInput(
    schema,
    Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== '')),
  )
}

/** A filter of a query: by what, and the value that items are indexed under. */
export type Filter = {
  name: Parameters<typeof facet>[0]
  value: string
  /** values that items were indexed under before: ids that a column had */
  also: readonly string[]
}

/** The filters of a query (筛选条件); `agency` knows the names of its own columns. */
export function filtersOf(agency: Agency, query: ItemQuery): Filter[] {
  const { category, theme, genre, issuer, year, validity, docNumber, indexNumber, kind } = query
  const column = columnOf(agency, category)
  const given: Record<string, string | null> = {
    category: column?.id ?? null,
    theme: filled(theme) ? nameOf(themes, theme) : null,
    genre: filled(genre) ? nameOf(genres, genre) : null,
    issuer: filled(issuer) ? facetText(issuer) : null,
    year: filled(year) ? year : null,
    validity: filled(validity) ? validityKey(validity) : null,
    docNumber: filled(docNumber) ? facetText(normaliseDocNumber(docNumber).text) : null,
    indexNumber: filled(indexNumber) ? indexNumber.replaceAll(/\s/gu, '') : null,
    kind: filled(kind) ? kindWord(kind) : null,
  }
  return filterNames.flatMap((name) => {
    const value = given[name] ?? null
    const also = name === 'category' ? (column?.formerIds ?? []) : []
    return value === null ? [] : [{ name, value, also }]
  })
}

/** The column that a query asks for; a word that is none finds nothing. */
function columnOf(
  agency: Agency,
  category: string | undefined,
): { id: string; formerIds: readonly string[] } | null {
  if (!filled(category) || category === rootColumn.id) return null
  return findColumn(agency, category.trim()) ?? { id: category, formerIds: [] }
}

const filterNames = [
  'category',
  'theme',
  'genre',
  'issuer',
  'year',
  'validity',
  'docNumber',
  'indexNumber',
  'kind',
] as const

/** Index tokens of filters; several in one place stand for each other. */
export function tokensOf(filters: readonly Filter[]): FacetToken[] {
  return filters.map(({ name, value, also }) =>
    also.length === 0 ? facet(name, value) : [value, ...also].map((one) => facet(name, one)),
  )
}

/** Key of the list whose numbers are kept: all, or by one choice; null for any other. */
export function keptScope(query: ItemQuery, filters: readonly Filter[]): string | null {
  const [first, second] = filters
  if (filled(query.q) || second !== undefined) return null
  if (first === undefined) return everything
  // What was filed under an earlier id of a column is counted there.
  if (first.also.length > 0) return null
  const name = facetNames.find((one) => one === first.name)
  return name === undefined ? null : scopeOf(name, first.value)
}

/** Stable text of what a query asks, whatever its page: cursors are bound to it. */
export function queryIdentity(query: ItemQuery): string {
  const { cursor: _cursor, limit: _limit, ...asked } = query
  return JSON.stringify(Object.entries(asked).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** Whether a query asks for the oldest first. */
export function isOldestFirst(query: ItemQuery): boolean {
  return query.sort === 'oldest' || query.sort === 'publishedAt'
}

/** The Chinese name that stands for a key of a list; a name, or a word of its own, stays as it is. */
export function nameOf(list: readonly { key: string; name: string }[], word: string): string {
  return list.find(({ key }) => key === word)?.name ?? word.trim()
}

function validityKey(word: string): string {
  return (
    validities.find(({ key, name, also }) => [key, name, ...also].some((w) => w === word))?.key ??
    word
  )
}

/** The id of a kind, of whose items alone the index keeps the kind. */
function kindWord(word: string): string {
  return itemKinds.find(({ id, name }) => id === word || name === word)?.id ?? word
}

function filled(value: string | undefined): value is string {
  return value !== undefined && value.trim() !== ''
}
