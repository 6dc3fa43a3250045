import {
  readLines,
  readRows,
  row,
  sampled,
  shown,
  type ListPart,
  type ListRead,
  type ListRow,
} from '../../listing.ts'

const facts = `p.docid, p.id, NULL AS agency, p.index_number, p.doc_number, p.title, p.summary, p.issuer,
  p.written_on, p.published_at, p.theme, p.genre, p.category, p.validity, p.attribute,
  p.kind, p.listed`

/*
 * Around the quoted text as much as an excerpt shows, and a little more to tell that others stand before
 * and behind; where the body has it in other letters only, so much that the excerpt may find it. An item
 * without text is quoted by its summary.
 */
const quoted = `CASE WHEN ?4 IS NULL THEN NULL
    WHEN instr(p.body, ?4) > 0 THEN substr(p.body, max(1, instr(p.body, ?4) - 60), 190)
    WHEN instr(p.title, ?4) = 0 AND instr(p.files_text, ?4) > 0
      THEN substr(p.files_text, max(1, instr(p.files_text, ?4) - 60), 190)
    WHEN p.body = '' THEN coalesce(p.summary, '')
    ELSE substr(p.body, 1, 2000) END AS passage,
  CASE WHEN ?4 IS NOT NULL AND instr(p.body, ?4) = 0 AND instr(p.title, ?4) = 0
      AND instr(p.files_text, ?4) > 0
    THEN coalesce((SELECT f.name FROM item_file f WHERE f.item_id = p.id AND f.live = 1
      AND f.scan = 'clean' AND instr(f.words, ?4) > 0 LIMIT 1), '') END AS file`

const counted = `p.category, p.theme, p.genre, p.validity, p.issuer, p.published_at`

const from = `FROM published_search s CROSS JOIN published p ON p.docid = s.rowid`

/*
 * The index hands rows out in the order of docid and only honours a bound that is an integer;
 * D1 binds every number as a real, hence the casts. That others follow is asked of the index
 * alone, which is cheaper than one row more: until the next sweep it may be one whose last day is over. All of it has neither matches nor exact ones.
 */
const all = {
  newest: `SELECT l.found,
      EXISTS (SELECT 1 FROM published p WHERE p.docid < l.last AND ${shown}) AS more, NULL AS exact,
      CASE WHEN ?6 IS NOT NULL THEN (SELECT counts FROM facet_count WHERE scope = ?6) END AS counts,
      ?7 AS sampled
    FROM (SELECT json_group_array(${row}) AS found, min(r.docid) AS last FROM (
      SELECT ${facts}, NULL AS passage, NULL AS file FROM published p
      WHERE p.docid < CAST(?1 AS INTEGER) AND ${shown} ORDER BY p.docid DESC LIMIT ?2 + 0) r) l`,
  oldest: `SELECT l.found,
      EXISTS (SELECT 1 FROM published p WHERE p.docid > l.last AND ${shown}) AS more, NULL AS exact,
      CASE WHEN ?6 IS NOT NULL THEN (SELECT counts FROM facet_count WHERE scope = ?6) END AS counts,
      ?7 AS sampled
    FROM (SELECT json_group_array(${row}) AS found, max(r.docid) AS last FROM (
      SELECT ${facts}, NULL AS passage, NULL AS file FROM published p
      WHERE p.docid > CAST(?1 AS INTEGER) AND ${shown} ORDER BY p.docid LIMIT ?2 + 0) r) l`,
}

const matching = {
  newest: `SELECT l.found,
      EXISTS (SELECT 1 FROM published_search s WHERE s.published_search MATCH ?3 AND s.rowid < l.last) AS more,
      CASE WHEN ?5 IS NOT NULL THEN (SELECT json_group_array(${row}) FROM (
        SELECT ${facts}, ${quoted} ${from} WHERE s.published_search MATCH ?5 AND ${shown}
        ORDER BY s.rowid DESC LIMIT 4) r) END AS exact,
      CASE WHEN ?6 IS NOT NULL THEN (SELECT counts FROM facet_count WHERE scope = ?6) END AS counts,
      CASE WHEN ?7 IS NOT NULL THEN (SELECT json_group_array(${sampled}) FROM (
        SELECT ${counted} ${from} WHERE s.published_search MATCH ?3 AND ${shown}
        ORDER BY s.rowid DESC LIMIT ?7 + 0) n) END AS sampled
    FROM (SELECT json_group_array(${row}) AS found, min(r.docid) AS last FROM (
      SELECT ${facts}, ${quoted} ${from}
      WHERE s.published_search MATCH ?3 AND s.rowid < CAST(?1 AS INTEGER) AND ${shown}
      ORDER BY s.rowid DESC LIMIT ?2 + 0) r) l`,
  oldest: `SELECT l.found,
      EXISTS (SELECT 1 FROM published_search s WHERE s.published_search MATCH ?3 AND s.rowid > l.last) AS more,
      CASE WHEN ?5 IS NOT NULL THEN (SELECT json_group_array(${row}) FROM (
        SELECT ${facts}, ${quoted} ${from} WHERE s.published_search MATCH ?5 AND ${shown}
        ORDER BY s.rowid DESC LIMIT 4) r) END AS exact,
      CASE WHEN ?6 IS NOT NULL THEN (SELECT counts FROM facet_count WHERE scope = ?6) END AS counts,
      CASE WHEN ?7 IS NOT NULL THEN (SELECT json_group_array(${sampled}) FROM (
        SELECT ${counted} ${from} WHERE s.published_search MATCH ?3 AND ${shown}
        ORDER BY s.rowid DESC LIMIT ?7 + 0) n) END AS sampled
    FROM (SELECT json_group_array(${row}) AS found, max(r.docid) AS last FROM (
      SELECT ${facts}, ${quoted} ${from}
      WHERE s.published_search MATCH ?3 AND s.rowid > CAST(?1 AS INTEGER) AND ${shown}
      ORDER BY s.rowid LIMIT ?2 + 0) r) l`,
}

/** Reads what pages show of a part of an agency's listing (信息列表), with what stands above and beside it, in one round trip. */
export function readListLines(db: D1Database, part: ListPart): Promise<ListRead> {
  return readLines(db, statementOf(part), part)
}

/** Reads the whole of its rows. */
export function readList(db: D1Database, part: ListPart): Promise<ListRead<ListRow>> {
  return readRows(db, statementOf(part), part)
}

function statementOf({ match, oldestFirst }: ListPart): string {
  return (match === '' ? all : matching)[oldestFirst ? 'oldest' : 'newest']
}
