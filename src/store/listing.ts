import type { PublishedItem } from '../domain/item/item.ts'
import type { LocalDate } from '../domain/time/local-date.ts'
import type { FacetCounts } from './tenant/item/facet-count.ts'

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
  /** name of the agency whose own listing it is: where it issued an item, its name is not sent along */ issuer: string
  /** items whose last day before the public is earlier are left out */ today: LocalDate
}

/** What was read: rows, those above them, and what the numbers beside them are counted from. */
export type ListRead<R extends ListLine = ListLine> = {
  rows: readonly R[]
  /** whether others follow the last of `rows` */ more: boolean
  exact: readonly R[]
  counts: FacetCounts | null
  sampled: readonly SampledItem[] | null
}

/** What pages show of an item in a listing, with its place in the order and, when asked for, a passage of its body. */
export type ListLine = Omit<PublishedItem, LaterField> & {
  docid: number
  /** JSON of what lists show of a special item */ listed: string | null
  passage: string | null
  /** name of the attachment that the passage is from ('' when only that it is one is known); else null */
  inFile: string | null
}

/** The whole of it, as programs and feeds are told. */
export type ListRow = ListLine & Pick<PublishedItem, LaterField>

/** Whose row it is; null where the tables are of one agency. */
export type Owned<R> = R & { agencyId: string | null }

/** What an item of a sample counts by; `year` is that of its publication. */
export type SampledItem = {
  category: string
  theme: string | null
  genre: string | null
  validity: string
  issuer: string
  year: string
  /** whose columns `category` is one of; null where the tables are of one agency */ agencyId:
    | string
    | null
}

type LaterField = 'summary' | 'theme' | 'genre' | 'category' | 'attribute'

type Row = [
  docid: number,
  id: string,
  indexNumber: string,
  docNumber: string | null,
  title: string,
  issuer: string | null,
  writtenOn: string | null,
  publishedAt: number,
  validity: string,
  kind: string,
  listed: string | null,
  agencyId: string | null,
  passage: string | null,
  inFile: string | null,
  // Only of the whole:
  summary: string | null,
  theme: string | null,
  genre: string | null,
  category: string,
  attribute: string,
]

type Sampled = [
  category: string,
  theme: string | null,
  genre: string | null,
  validity: string | null,
  issuer: string | null,
  year: string,
  agencyId?: string | null,
]

type Read = [
  rows: string,
  more: number,
  exact: string | null,
  counts: string | null,
  sampled: string | null,
]

/**
 * A row `r` of a listing as JSON. Every further character costs, those of Chinese most: D1 hands what it
 * answers on as JSON twice; so pages are sent only what they show.
 */
export const row = `json_array(r.docid, r.id, r.index_number, r.doc_number, r.title, nullif(r.issuer, ?9),
  r.written_on, r.published_at, r.validity, r.kind, r.listed, r.agency, r.passage, r.file,
  CASE WHEN ?10 THEN r.summary END, CASE WHEN ?10 THEN r.theme END, CASE WHEN ?10 THEN r.genre END,
  CASE WHEN ?10 THEN r.category END, CASE WHEN ?10 THEN r.attribute END)`

/** The condition that an item `p` may still be read today (公示期内): parameter 8 of a listing. */
export const shown = `(p.shown_until IS NULL OR p.shown_until >= ?8)`

const usualValidity = 'valid'

/** A row `n` of a sample: what it counts by, in the year of its publication in China. */
export const sampled = `json_array(n.category, n.theme, n.genre, nullif(n.validity, 'valid'),
  nullif(n.issuer, ?9), strftime('%Y', n.published_at / 1000 + 28800, 'unixepoch'))`

/**
 * Reads what pages show of a part of a listing by a statement of ten parameters: bound, limit, match,
 * quote, exact, scope, sample size, today, the issuer that is left out, and whether the whole is wanted.
 * It answers one row of `found`, `more`, `exact`, `counts`, `sampled`; `agencyId` is null where the
 * tables are of one agency.
 */
export async function readLines(
  db: D1Database,
  sql: string,
  part: ListPart,
): Promise<ListRead<Owned<ListLine>>> {
  return reading(await readOne(db, sql, part, false), part, (read) => lineOf(read, part.issuer))
}

/** Reads the whole of its rows. */
export async function readRows(
  db: D1Database,
  sql: string,
  part: ListPart,
): Promise<ListRead<Owned<ListRow>>> {
  return reading(await readOne(db, sql, part, true), part, (read) => ({
    ...lineOf(read, part.issuer),
    summary: read[14],
    theme: read[15],
    genre: read[16],
    category: read[17],
    attribute: read[18],
  }))
}

async function readOne(db: D1Database, sql: string, part: ListPart, whole: boolean): Promise<Read> {
  const { match, oldestFirst, after, limit, quote, exact, beside, today, issuer } = part
  const bound = after ?? (oldestFirst ? 0 : Number.MAX_SAFE_INTEGER)
  const scope = beside !== null && 'scope' in beside ? beside.scope : null
  const sample = beside !== null && 'sample' in beside ? beside.sample : null
  const [read] = await db
    .prepare(sql)
    .bind(bound, limit, match, quote, exact, scope, sample, today, issuer, whole ? 1 : 0)
    .raw<Read>()
  if (read === undefined) throw new Error('a reading without a table gave no row')
  return read
}

function reading<R extends ListLine>(
  [found, more, above, counts, counted]: Read,
  { beside, issuer }: ListPart,
  of: (read: Row) => R,
): ListRead<R> {
  return {
    rows: parsed<Row>(found).map(of),
    more: more === 1,
    exact: parsed<Row>(above).map(of),
    counts: beside !== null && 'scope' in beside ? countsOf(counts) : null,
    sampled:
      counted === null ? null : parsed<Sampled>(counted).map((read) => sampledOf(read, issuer)),
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

function sampledOf(
  [category, theme, genre, validity, by, year, agencyId]: Sampled,
  issuer: string,
): SampledItem {
  return {
    category,
    theme,
    genre,
    validity: validity ?? usualValidity,
    issuer: by ?? issuer,
    year,
    agencyId: agencyId ?? null,
  }
}

function lineOf(read: Row, issuer: string): Owned<ListLine> {
  return {
    docid: read[0],
    id: read[1],
    indexNumber: read[2],
    docNumber: read[3],
    title: read[4],
    issuer: read[5] ?? issuer,
    writtenOn: read[6],
    publishedAt: read[7],
    validity: read[8],
    kind: read[9],
    listed: read[10],
    agencyId: read[11],
    passage: read[12],
    inFile: read[13],
  }
}
