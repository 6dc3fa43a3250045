import type { PublishedItem } from '../../domain/item/item.ts'
import type { LocalDate } from '../../domain/time/local-date.ts'
import { readJson } from '../read.ts'
import { shownOn } from './shown-on.ts'
import { prepare, statement, type Statement } from '../statement.ts'
import { selectFacetCounts, type FacetCounts, type FiledItem } from './facet-count.ts'

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
  exact: readonly R[]
  counts: FacetCounts | null
  sampled: readonly FiledItem[] | null
}

/** Most items that stand above a list because their number was asked for. */
export const exactRows = 4

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

const row = `json_array(p.docid, p.id, p.index_number, p.doc_number, p.title, p.summary, p.issuer,
  p.written_on, p.published_at, p.theme, p.genre, p.category, p.validity, p.attribute,
  p.kind, p.listed`

/*
 * Around the quoted text as much as an excerpt shows; where the body has it in other letters
 * only, so much that the excerpt may find it.
 */
const quoted = `CASE WHEN ?4 IS NULL THEN NULL
    WHEN instr(p.body, ?4) > 0 THEN substr(p.body, max(1, instr(p.body, ?4) - 100), 240)
    WHEN instr(p.title, ?4) = 0 AND instr(p.files_text, ?4) > 0
      THEN substr(p.files_text, max(1, instr(p.files_text, ?4) - 100), 240)
    ELSE substr(p.body, 1, 2000) END,
  CASE WHEN ?4 IS NOT NULL AND instr(p.body, ?4) = 0 AND instr(p.title, ?4) = 0
      AND instr(p.files_text, ?4) > 0
    THEN coalesce((SELECT f.name FROM item_file f WHERE f.item_id = p.id AND f.live = 1
      AND f.scan = 'clean' AND instr(f.words, ?4) > 0 LIMIT 1), '') END`

/*
 * The index hands rows out in the order of docid and only honours a bound that is an integer;
 * D1 binds every number as a real, hence the casts.
 */
const all = {
  newest: `SELECT ${row}, NULL, NULL) AS found
    FROM published p WHERE p.docid < CAST(?1 AS INTEGER) AND ${shownOn('?3')} ORDER BY p.docid DESC LIMIT ?2`,
  oldest: `SELECT ${row}, NULL, NULL) AS found
    FROM published p WHERE p.docid > CAST(?1 AS INTEGER) AND ${shownOn('?3')} ORDER BY p.docid LIMIT ?2`,
}

const matching = {
  newest: `SELECT ${row}, ${quoted}) AS found
    FROM published_search s CROSS JOIN published p ON p.docid = s.rowid
    WHERE s.published_search MATCH ?3 AND s.rowid < CAST(?1 AS INTEGER) AND ${shownOn('?5')}
    ORDER BY s.rowid DESC LIMIT ?2`,
  oldest: `SELECT ${row}, ${quoted}) AS found
    FROM published_search s CROSS JOIN published p ON p.docid = s.rowid
    WHERE s.published_search MATCH ?3 AND s.rowid > CAST(?1 AS INTEGER) AND ${shownOn('?5')}
    ORDER BY s.rowid LIMIT ?2`,
}

/** What the newest matches count by. */
const sampling = `SELECT json_array(p.docid, p.category, p.theme, p.genre, p.validity, p.issuer,
      p.published_at) AS found
  FROM published_search s CROSS JOIN published p ON p.docid = s.rowid
  WHERE s.published_search MATCH ?1 AND ${shownOn('?3')} ORDER BY s.rowid DESC LIMIT ?2`

/** Reads a part of an agency's listing (信息列表) and what stands above and beside it, in one round trip. */
export async function readList(db: D1Database, part: ListPart): Promise<ListRead> {
  const { exact, beside } = part
  const main = listStatement(part)
  if (exact === null && beside === null) {
    const rows = await readJson<Row>(db, main)
    return { rows: rows.map(listRow), exact: [], counts: null, sampled: null }
  }
  const read = await db.batch<{ found: string }>(
    prepare(db, [main, ...aboveStatements(part), ...besideStatements(part)]),
  )
  const last = beside === null ? undefined : read.at(-1)
  const isKept = beside !== null && 'scope' in beside
  return {
    rows: parsed<Row>(read[0]).map(listRow),
    exact: exact === null ? [] : parsed<Row>(read[1]).map(listRow),
    counts: isKept ? (parsed<FacetCounts>(last)[0] ?? {}) : null,
    sampled: beside === null || isKept ? null : parsed<Filed>(last).map(filedItem),
  }
}

function listStatement({ match, oldestFirst, after, limit, quote, today }: ListPart): Statement {
  const order = oldestFirst ? 'oldest' : 'newest'
  const bound = after ?? (oldestFirst ? 0 : Number.MAX_SAFE_INTEGER)
  return match === ''
    ? statement(all[order], bound, limit, today)
    : statement(matching[order], bound, limit, match, quote, today)
}

function aboveStatements({ exact, quote, today }: ListPart): Statement[] {
  if (exact === null) return []
  return [statement(matching.newest, Number.MAX_SAFE_INTEGER, exactRows, exact, quote, today)]
}

function besideStatements({ match, beside, today }: ListPart): Statement[] {
  if (beside === null) return []
  return [
    'scope' in beside
      ? selectFacetCounts(beside.scope)
      : statement(sampling, match, beside.sample, today),
  ]
}

function parsed<T>(result: D1Result<{ found: string }> | undefined): T[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the shape of a row follows from its SQL alone
  return (result?.results ?? []).map(({ found }) => JSON.parse(found) as T)
}

function filedItem(read: Filed): FiledItem {
  const [docid, category, theme, genre, validity, issuer, publishedAt] = read
  return { docid, category, theme, genre, validity, issuer, publishedAt }
}

function listRow(read: Row): ListRow {
  const [docid, id, indexNumber, docNumber, title, summary, issuer, writtenOn, publishedAt] = read
  const [, , , , , , , , , theme, genre, category, validity, attribute, kind, listed] = read
  const [passage, inFile] = [read[16], read[17]]
  return {
    docid,
    id,
    indexNumber,
    docNumber,
    title,
    summary,
    issuer,
    writtenOn,
    publishedAt,
    theme,
    genre,
    category,
    validity,
    attribute,
    kind,
    listed,
    passage,
    inFile,
  }
}
