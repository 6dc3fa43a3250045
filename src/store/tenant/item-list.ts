import type { PublishedItem } from '../../domain/item/item.ts'
import { readJson } from '../read.ts'
import { statement } from '../statement.ts'

/**
 * Which part of a listing to read: `match` is a full-text query ('' for everything), `after` the
 * docid of the last row shown, `quote` a text whose surroundings in the body are wanted.
 */
export type ListPart = {
  match: string
  oldestFirst: boolean
  after: number | null
  limit: number
  quote: string | null
}

/** A row of a listing with its place in the order and, when asked for, a passage of its body. */
export type ListRow = PublishedItem & { docid: number; passage: string | null }

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
  passage: string | null,
]

const row = `json_array(p.docid, p.id, p.index_number, p.doc_number, p.title, p.summary, p.issuer,
  p.written_on, p.published_at, p.theme, p.genre, p.category, p.validity, p.attribute`

/*
 * Around the quoted text as much as an excerpt shows; where the body has it in other letters
 * only, so much that the excerpt may find it.
 */
const quoted = `CASE WHEN ?4 IS NULL THEN NULL
    WHEN instr(p.body, ?4) = 0 THEN substr(p.body, 1, 2000)
    ELSE substr(p.body, max(1, instr(p.body, ?4) - 100), 240) END`

/*
 * The index hands rows out in the order of docid and only honours a bound that is an integer;
 * D1 binds every number as a real, hence the casts.
 */
const all = {
  newest: `SELECT ${row}, NULL)
    FROM published p WHERE p.docid < CAST(?1 AS INTEGER) ORDER BY p.docid DESC LIMIT ?2`,
  oldest: `SELECT ${row}, NULL)
    FROM published p WHERE p.docid > CAST(?1 AS INTEGER) ORDER BY p.docid LIMIT ?2`,
}

const matching = {
  newest: `SELECT ${row}, ${quoted})
    FROM published_search s CROSS JOIN published p ON p.docid = s.rowid
    WHERE s.published_search MATCH ?3 AND s.rowid < CAST(?1 AS INTEGER) ORDER BY s.rowid DESC LIMIT ?2`,
  oldest: `SELECT ${row}, ${quoted})
    FROM published_search s CROSS JOIN published p ON p.docid = s.rowid
    WHERE s.published_search MATCH ?3 AND s.rowid > CAST(?1 AS INTEGER) ORDER BY s.rowid LIMIT ?2`,
}

/** Reads a part of an agency's listing (信息列表). */
export async function readList(
  db: D1Database,
  { match, oldestFirst, after, limit, quote }: ListPart,
): Promise<readonly ListRow[]> {
  const order = oldestFirst ? 'oldest' : 'newest'
  const bound = after ?? (oldestFirst ? 0 : Number.MAX_SAFE_INTEGER)
  const rows = await readJson<Row>(
    db,
    match === ''
      ? statement(all[order], bound, limit)
      : statement(matching[order], bound, limit, match, quote),
  )
  return rows.map(listRow)
}

function listRow(read: Row): ListRow {
  const [docid, id, indexNumber, docNumber, title, summary, issuer, writtenOn, publishedAt] = read
  const [, , , , , , , , , theme, genre, category, validity, attribute, passage] = read
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
    passage,
  }
}
