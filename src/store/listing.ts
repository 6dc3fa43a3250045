import type { PublishedItem } from '../domain/item/item.ts'
import type { LocalDate } from '../domain/time/local-date.ts'
import type { FacetCounts, FiledItem } from './tenant/facet-count.ts'

/**
 * Which part of a listing to read: `match` is a full-text query ('' for everything), `after` the
 * docid of the last row shown, `quote` a text whose surroundings in the body are wanted, `exact`
 * a query of what stands above the first row, `beside` where the numbers come from: kept counts,
 * or a sample of so many newest rows.
 */
export type ListPart = {
  match: string
  oldestFirst: boolean
  after: number | null
  limit: number
  quote: string | null
  exact: string | null
  beside: { scope: string } | { sample: number } | null
  /** items whose last day before the public is earlier are left out */ today: LocalDate
}

/** What was read: rows, those above them, and what the numbers beside them are counted from. */
export type ListRead<R extends ListRow = ListRow> = {
  rows: readonly R[]
  /** whether others follow the last of `rows` */ more: boolean
  exact: readonly R[]
  counts: FacetCounts | null
  sampled: readonly FiledItem[] | null
}

/** A row of a listing with its place in the order and, when asked for, a passage of its body. */
export type ListRow = PublishedItem & {
  docid: number
  /** JSON of what lists show of a special item */ listed: string | null
  passage: string | null
  /** name of the attachment that the passage is from ('' when only that it is one is known); else null */
  inFile: string | null
}

type Row = [
  docid: number,
  id: string,
  indexNumber: string,
  docNumber: string | null,
  title: string,
  summary: string | null,
  issuer: string,
  writtenOn: string | null,
  publishedAt: number,
  theme: string | null,
  genre: string | null,
  category: string,
  validity: string,
  attribute: string,
  kind: string,
  listed: string | null,
  agencyId: string | null,
  passage: string | null,
  inFile: string | null,
]

type Filed = [
  docid: number,
  category: string,
  theme: string | null,
  genre: string | null,
  validity: string,
  issuer: string,
  publishedAt: number,
]

type Read = [
  rows: string,
  more: number,
  exact: string | null,
  counts: string | null,
  sampled: string | null,
]

/** A row `r` of a listing as JSON: every further row or column costs more than what it carries. */
export const row = `json_array(r.docid, r.id, r.index_number, r.doc_number, r.title, r.summary, r.issuer,
  r.written_on, r.published_at, r.theme, r.genre, r.category, r.validity, r.attribute, r.kind,
  r.listed, r.agency, r.passage, r.file)`

/** The condition that an item `p` may still be read today (公示期内): parameter 8 of a listing. */
export const shown = `(p.shown_until IS NULL OR p.shown_until >= ?8)`

/** A row `n` of a sample: what it counts by. */
export const filed = `json_array(n.docid, n.category, n.theme, n.genre, n.validity, n.issuer,
  n.published_at)`

/**
 * Reads a part of a listing by a statement of eight parameters: bound, limit, match, quote, exact,
 * scope, sample size, today. It answers one row of `found`, `more`, `exact`, `counts`, `sampled`; `agencyId`
 * is null where the tables are of one agency.
 */
export async function readListing(
  db: D1Database,
  sql: string,
  part: ListPart,
): Promise<ListRead<ListRow & { agencyId: string | null }>> {
  const { match, oldestFirst, after, limit, quote, exact, beside, today } = part
  const bound = after ?? (oldestFirst ? 0 : Number.MAX_SAFE_INTEGER)
  const scope = beside !== null && 'scope' in beside ? beside.scope : null
  const sample = beside !== null && 'sample' in beside ? beside.sample : null
  const [read] = await db
    .prepare(sql)
    .bind(bound, limit, match, quote, exact, scope, sample, today)
    .raw<Read>()
  if (read === undefined) throw new Error('a reading without a table gave no row')
  const [found, more, above, counts, sampled] = read
  return {
    rows: parsed<Row>(found).map(listRow),
    more: more === 1,
    exact: parsed<Row>(above).map(listRow),
    counts: scope === null ? null : countsOf(counts),
    sampled: sampled === null ? null : parsed<Filed>(sampled).map(filedItem),
  }
}

function parsed<T>(text: string | null): T[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the shape of a row follows from its SQL alone
  return text === null ? [] : (JSON.parse(text) as T[])
}

function countsOf(text: string | null): FacetCounts {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only this product's own statements write it
  return text === null ? {} : (JSON.parse(text) as FacetCounts)
}

function filedItem(read: Filed): FiledItem {
  const [docid, category, theme, genre, validity, issuer, publishedAt] = read
  return { docid, category, theme, genre, validity, issuer, publishedAt }
}

function listRow(read: Row): ListRow & { agencyId: string | null } {
  return {
    docid: read[0],
    id: read[1],
    indexNumber: read[2],
    docNumber: read[3],
    title: read[4],
    summary: read[5],
    issuer: read[6],
    writtenOn: read[7],
    publishedAt: read[8],
    theme: read[9],
    genre: read[10],
    category: read[11],
    validity: read[12],
    attribute: read[13],
    kind: read[14],
    listed: read[15],
    agencyId: read[16],
    passage: read[17],
    inFile: read[18],
  }
}
