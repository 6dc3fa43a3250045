import { localDateOf } from '../time/instant.ts'
import { normaliseDocNumber } from './import-doc-number.ts'
import type { PublishedItem } from './item.ts'
import { facet, facetText } from './search-query.ts'
import { grams } from './search-text.ts'

/** Most items are of it: nobody looks for them by their kind. */
const plainKind = 'document'

/** Minutes from 1900-01-01 to 1970-01-01 in Shanghai's present time, and its offset. */
const minutesBefore1970 = 25_567 * 1440
const offsetMinutes = 480

/** Minutes since 1900-01-01 in Asia/Shanghai: the upper part of a docid, so rows sort by publication. */
export function publicationMinute(publishedAt: number): number {
  return Math.max(0, Math.floor(publishedAt / 60_000) + offsetMinutes + minutesBefore1970)
}

/**
 * Index tokens (筛选项) of an item, `columns` being its column and all above it. The index
 * number's own token is left to SQL when the number is not assigned yet.
 */
export function facetTokens(
  item: Omit<PublishedItem, 'id' | 'indexNumber' | 'title' | 'summary'>,
  columns: readonly string[],
): string[] {
  const { theme, genre, docNumber } = item
  const top = theme?.split('/', 1)[0] ?? theme
  const tokens = [
    ...columns.map((id) => facet('category', id)),
    theme === null ? null : facet('theme', theme),
    top === null || top === theme ? null : facet('theme', top),
    genre === null ? null : facet('genre', genre),
    docNumber === null ? null : facet('docNumber', facetText(normaliseDocNumber(docNumber).text)),
    facet('issuer', facetText(item.issuer)),
    facet('validity', item.validity),
    facet('year', localDateOf(item.publishedAt).slice(0, 4)),
    item.kind === plainKind ? null : facet('kind', item.kind),
  ]
  return tokens.filter((token) => token !== null)
}

/** Search text of an item: title, document number, summary and body, never joined into one run. */
export function indexGrams(
  item: Pick<PublishedItem, 'title' | 'docNumber' | 'summary'> & {
    body: string
    /** words inside its attachments */ filesText?: string | null
  },
): string {
  const { title, docNumber, summary, body, filesText } = item
  return grams([title, docNumber ?? '', summary ?? '', body, filesText ?? ''].join('\n'))
}
