import type { PublishedItem } from '../../domain/item/item.ts'
import { statement, type Statement } from '../statement.ts'

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

/*
 * The index hands rows out in the order of docid and only honours a bound that is an integer;
 * D1 binds every number as a real, hence the casts.
 */
const all = {
  newest: `SELECT p.docid, p.id, p.index_number AS indexNumber, p.doc_number AS docNumber, p.title, p.summary,
      p.issuer, p.written_on AS writtenOn, p.published_at AS publishedAt, p.theme, p.genre, p.category,
      p.validity, p.attribute, NULL AS passage
    FROM published p WHERE p.docid < CAST(?1 AS INTEGER) ORDER BY p.docid DESC LIMIT ?2`,
  oldest: `SELECT p.docid, p.id, p.index_number AS indexNumber, p.doc_number AS docNumber, p.title, p.summary,
      p.issuer, p.written_on AS writtenOn, p.published_at AS publishedAt, p.theme, p.genre, p.category,
      p.validity, p.attribute, NULL AS passage
    FROM published p WHERE p.docid > CAST(?1 AS INTEGER) ORDER BY p.docid LIMIT ?2`,
}

const matching = {
  newest: `SELECT p.docid, p.id, p.index_number AS indexNumber, p.doc_number AS docNumber, p.title, p.summary,
      p.issuer, p.written_on AS writtenOn, p.published_at AS publishedAt, p.theme, p.genre, p.category,
      p.validity, p.attribute,
      CASE WHEN ?4 IS NULL THEN NULL
        ELSE substr(p.body, max(1, instr(p.body, ?4) - 100), 2000) END AS passage
    FROM published_search s CROSS JOIN published p ON p.docid = s.rowid
    WHERE s.published_search MATCH ?3 AND s.rowid < CAST(?1 AS INTEGER) ORDER BY s.rowid DESC LIMIT ?2`,
  oldest: `SELECT p.docid, p.id, p.index_number AS indexNumber, p.doc_number AS docNumber, p.title, p.summary,
      p.issuer, p.written_on AS writtenOn, p.published_at AS publishedAt, p.theme, p.genre, p.category,
      p.validity, p.attribute,
      CASE WHEN ?4 IS NULL THEN NULL
        ELSE substr(p.body, max(1, instr(p.body, ?4) - 100), 2000) END AS passage
    FROM published_search s CROSS JOIN published p ON p.docid = s.rowid
    WHERE s.published_search MATCH ?3 AND s.rowid > CAST(?1 AS INTEGER) ORDER BY s.rowid LIMIT ?2`,
}

/** Plans the reading of a part of an agency's listing (信息列表). */
export function listStatement({ match, oldestFirst, after, limit, quote }: ListPart): Statement {
  const order = oldestFirst ? 'oldest' : 'newest'
  const bound = after ?? (oldestFirst ? 0 : Number.MAX_SAFE_INTEGER)
  return match === ''
    ? statement(all[order], bound, limit)
    : statement(matching[order], bound, limit, match, quote)
}

/** Reads a part of an agency's listing. */
export async function readList(db: D1Database, part: ListPart): Promise<ListRow[]> {
  const { sql, params } = listStatement(part)
  const { results } = await db
    .prepare(sql)
    .bind(...params)
    .all<ListRow>()
  return results
}
