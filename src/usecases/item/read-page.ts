import type { Agency } from '../../domain/agency/agency.ts'
import { officialRuns } from '../../domain/item/everyday-words.ts'
import { meant, numberTokens } from '../../domain/item/exact-number.ts'
import { anyOf, type FacetToken, matchQuery, queryRuns } from '../../domain/item/search-query.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import type { Keyring } from '../../store/keyring.ts'
import type { LocalDate } from '../../domain/time/local-date.ts'
import type { ListLine, ListPart, ListRead } from '../../store/listing.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { facetsRead, sampledItems } from './finding/facets.ts'
import { isOldestFirst, queryIdentity, type ItemQuery } from './finding/item-query.ts'
import type { Finding, ItemAgency, ItemLine, Searched, Widened } from './item-view.ts'

/** Rows of a page when the query does not say. */
const usualLimit = 20

/** Where the rows of a listing are kept, and whose they are. */
export type Source<R extends ListLine> = {
  keys: Keyring
  /** whose columns the numbers beside a list are named by */
  agency: Agency
  /** the day on which it is read */ today: LocalDate
  /** own or subtree: cursors of one are not those of the other */
  name: string
  /** index tokens that every row has */
  tokens: readonly FacetToken[]
  /** name of the issuer that its rows need not name */ issuer: string
  read: (part: ListPart) => Promise<ListRead<R>>
  agencyOf: (row: R) => ItemAgency
  /** whose columns the rows of an agency are filed under */
  ownerOf: (agencyId: string | null) => Agency
}

/** How a row is shown: {@link itemLine} or {@link itemRow}. */
type Show<R, V> = (
  row: R,
  agency: ItemAgency,
  today: LocalDate,
  search: Searched | null,
  exact: boolean,
) => V

/** What of a page is wanted beside its rows: the numbers, kept under `scope` if anywhere. */
export type Wants = { facets: boolean; scope: string | null; widen: boolean }

/**
 * Reads one page of a listing in one round trip. What was asked for by its number stands above
 * the first page and nowhere else.
 */
export async function readPage<R extends ListLine, V extends ItemLine>(
  source: Source<R>,
  query: ItemQuery,
  wants: Wants,
  show: Show<R, V>,
): Promise<Result<Finding<V>>> {
  const { keys, agency, tokens, name, read, agencyOf, ownerOf, today, issuer } = source
  const asked = `${name}|${queryIdentity(query)}`
  const after = await readCursor(keys, asked, query.cursor)
  if (!after.ok) return after
  const { q, runs, widened, match, exact } = questionOf(query, tokens, wants.widen)
  if (match === null) return ok({ items: [], next: null, facets: null, widened: [] })
  const limit = query.limit ?? usualLimit
  const found = await read({
    match,
    oldestFirst: isOldestFirst(query),
    after: after.value,
    limit,
    quote: q?.trim().split(/\s/u, 1)[0] ?? null,
    exact,
    beside: besideOf(query, wants, after.value),
    today,
    issuer,
  })
  const { shown, last } = pageOf(found, q ?? '', limit, after.value === null, isOldestFirst(query))
  const searched = [...runs, ...widened.flatMap(({ also }) => also)]
  return ok({
    items: shown.map(({ row, exact: isExact }) => {
      const search =
        q === null ? null : { runs: searched, passage: row.passage ?? '', file: row.inFile }
      return show(row, agencyOf(row), today, search, isExact)
    }),
    next: last === null ? null : await writeCursor(keys, asked, last),
    facets: facetsRead({ agency, ownerOf }, wants.scope, found),
    widened,
  })
}

/** What a query asks the index: all that must hold, and the numbers it may mean. */
function questionOf(
  query: ItemQuery,
  tokens: readonly FacetToken[],
  widen: boolean,
): {
  q: string | null
  runs: readonly string[]
  widened: Widened[]
  match: string | null
  exact: string | null
} {
  const q = query.q === undefined || query.q.trim() === '' ? null : query.q
  const runs = q === null ? [] : queryRuns(q)
  const widened = widen ? wideningOf(runs) : []
  const match = matchQuery(q, tokens, (run) => alsoOf(widened, run))
  const numbers = q === null ? [] : numberTokens(q)
  return { q, runs, widened, match, exact: numbers.length === 0 ? null : anyOf(numbers, tokens) }
}

/** Numbers stand beside the first page only where they are not kept: they tell of the newest. */
function besideOf(query: ItemQuery, wants: Wants, after: number | null): ListPart['beside'] {
  if (!wants.facets) return null
  if (wants.scope !== null) return { scope: wants.scope }
  return after !== null || isOldestFirst(query) ? null : { sample: sampledItems + 1 }
}

/** Puts the exact ones above the first page and out of all the rest; `last` is null at the end. */
function pageOf<R extends ListLine>(
  { rows, more, exact }: Pick<ListRead<R>, 'rows' | 'more' | 'exact'>,
  q: string,
  limit: number,
  isFirst: boolean,
  oldestFirst: boolean,
): { shown: { row: R; exact: boolean }[]; last: number | null } {
  const wanted = meant(exact, q).slice(0, limit)
  const above = isFirst ? wanted : []
  const others = rows.filter(({ docid }) => !wanted.some((one) => one.docid === docid))
  const below = others.slice(0, limit - above.length)
  const isEnd = !more && below.length === others.length
  const start = oldestFirst ? 0 : Number.MAX_SAFE_INTEGER
  const reached = below.length === others.length ? rows.at(-1)?.docid : below.at(-1)?.docid
  return {
    shown: [
      ...above.map((row) => ({ row, exact: true })),
      ...below.map((row) => ({ row, exact: false })),
    ],
    last: isEnd ? null : (reached ?? start),
  }
}

function wideningOf(runs: readonly string[]): Widened[] {
  return runs.flatMap((typed) => {
    const also = officialRuns(typed)
    return also.length === 0 ? [] : [{ typed, also }]
  })
}

function alsoOf(widened: readonly Widened[], run: string): readonly string[] {
  return widened.find(({ typed }) => typed === run)?.also ?? []
}
