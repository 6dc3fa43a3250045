import type { Agency } from '../../domain/agency/agency.ts'
import { excerpt, highlight, type Piece } from '../../domain/item/highlight.ts'
import { type ListValues, listValues } from '../../domain/item/kinds/list-columns.ts'
import type { PublishedItem } from '../../domain/item/item.ts'
import type { LocalDate } from '../../domain/time/local-date.ts'
import { toRfc3339 } from '../../domain/time/instant.ts'
import type { Facets } from './finding/facets.ts'

/** Public address of an agency's pages, channel prefix included. */
export type OriginOf = (agency: Agency) => string

/** Whose item it is: the agency that published it and where its pages are. */
export type ItemAgency = { id: string; name: string; origin: string }

/**
 * What pages show of an item in a listing (信息条目). `publishedAt` is RFC 3339 with +08:00, `validity`
 * valid|invalid|repealed|amended. `found` is there when a text was searched: title and a passage, cut
 * into pieces.
 */
export type ItemLine = Omit<PublishedItem, 'publishedAt' | keyof Rest> & {
  publishedAt: string
  /** values of the list columns of its kind (列表栏), as the public sees them today */
  listed: ListValues
  agency: ItemAgency
  found: { title: Piece[]; excerpt: Piece[]; file: string | null } | null
  /** whether its number is what was asked for (精确匹配) */
  exact: boolean
}

/** The whole of it: `theme` and `genre` are the Chinese words, `category` is a column id. */
export type ItemRow = ItemLine & Rest

type Rest = Pick<PublishedItem, 'summary' | 'theme' | 'genre' | 'category' | 'attribute'>

/** A page of a listing; `next` is the cursor of the page that follows, or null. */
export type ItemPage = { items: ItemRow[]; next: string | null }

/** What a search was widened by: official words for an everyday one (已同时查找). */
export type Widened = { typed: string; also: string[] }

/** A page of a listing with the numbers beside it, where there are any, and how it was searched. */
export type Finding<R extends ItemLine = ItemLine> = {
  items: R[]
  next: string | null
  facets: Facets | null
  widened: Widened[]
}

/** What was searched for: its runs and the passage to quote from. */
export type Searched = { runs: readonly string[]; passage: string; file: string | null }

/** Shows an item of a listing as a page does. */
export function itemLine(
  item: Omit<PublishedItem, keyof Rest> & { listed: string | null },
  agency: ItemAgency,
  today: LocalDate,
  search: Searched | null = null,
  exact = false,
): ItemLine {
  return {
    id: item.id,
    indexNumber: item.indexNumber,
    docNumber: item.docNumber,
    title: item.title,
    issuer: item.issuer,
    writtenOn: item.writtenOn,
    publishedAt: toRfc3339(item.publishedAt),
    validity: item.validity,
    kind: item.kind,
    listed: listValues(item.listed, today),
    agency,
    exact,
    found:
      search === null
        ? null
        : {
            title: highlight(item.title, search.runs),
            file: search.file,
            excerpt: excerpt(search.passage, search.runs),
          },
  }
}

/** Shows the whole of it. */
export function itemRow(
  item: PublishedItem & { listed: string | null },
  agency: ItemAgency,
  today: LocalDate,
  search: Searched | null = null,
  exact = false,
): ItemRow {
  const { summary, theme, genre, category, attribute } = item
  return {
    ...itemLine(item, agency, today, search, exact),
    summary,
    theme,
    genre,
    category,
    attribute,
  }
}
