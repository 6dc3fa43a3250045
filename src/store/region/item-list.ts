import {
  readLines,
  readRows,
  row,
  sampled,
  shown,
  type ListLine,
  type ListPart,
  type ListRead,
  type ListRow,
  type Owned,
} from '../listing.ts'

/** A row of the region's listing: an item and the agency that published it. */
export type OfAgency<R> = R & { agencyId: string }

const facts = `p.docid, p.item_id AS id, p.agency_id AS agency, p.index_number, p.doc_number, p.title, p.summary, p.issuer,
  p.written_on, p.published_at, p.theme, p.genre, p.category, p.validity, p.attribute,
  p.kind, p.listed`

const quoted = `CASE WHEN ?4 IS NULL THEN NULL
    WHEN instr(p.body, ?4) > 0 THEN substr(p.body, max(1, instr(p.body, ?4) - 60), 190)
    WHEN instr(p.title, ?4) = 0 AND instr(p.files_text, ?4) > 0
      THEN substr(p.files_text, max(1, instr(p.files_text, ?4) - 60), 190)
    WHEN p.body = '' THEN coalesce(p.summary, '')
    ELSE substr(p.body, 1, 2000) END AS passage,
  CASE WHEN ?4 IS NOT NULL AND instr(p.body, ?4) = 0 AND instr(p.title, ?4) = 0
      AND instr(p.files_text, ?4) > 0
    THEN '' END AS file`

const counted = `p.agency_id AS agency, p.category, p.theme, p.genre, p.validity, p.issuer, p.published_at`

const from = `FROM region_search s CROSS JOIN region_item p ON p.docid = s.rowid`

/** The order and the casts are those of an agency's own listing; no counts are kept here. */
const matching = {
  newest: `SELECT l.found,
      EXISTS (SELECT 1 FROM region_search s WHERE s.region_search MATCH ?3 AND s.rowid < l.last) AS more,
      CASE WHEN ?5 IS NOT NULL THEN (SELECT json_group_array(${row}) FROM (
        SELECT ${facts}, ${quoted} ${from} WHERE s.region_search MATCH ?5 AND ${shown}
        ORDER BY s.rowid DESC LIMIT 4) r) END AS exact,
      nullif(?6, ?6) AS counts,
      CASE WHEN ?7 IS NOT NULL THEN (SELECT json_group_array(json_insert(${sampled}, '$[#]', n.agency)) FROM (
        SELECT ${counted} ${from} WHERE s.region_search MATCH ?3 AND ${shown}
        ORDER BY s.rowid DESC LIMIT ?7 + 0) n) END AS sampled
    FROM (SELECT json_group_array(${row}) AS found, min(r.docid) AS last FROM (
      SELECT ${facts}, ${quoted} ${from}
      WHERE s.region_search MATCH ?3 AND s.rowid < CAST(?1 AS INTEGER) AND ${shown}
      ORDER BY s.rowid DESC LIMIT ?2 + 0) r) l`,
  oldest: `SELECT l.found,
      EXISTS (SELECT 1 FROM region_search s WHERE s.region_search MATCH ?3 AND s.rowid > l.last) AS more,
      CASE WHEN ?5 IS NOT NULL THEN (SELECT json_group_array(${row}) FROM (
        SELECT ${facts}, ${quoted} ${from} WHERE s.region_search MATCH ?5 AND ${shown}
        ORDER BY s.rowid DESC LIMIT 4) r) END AS exact,
      nullif(?6, ?6) AS counts,
      CASE WHEN ?7 IS NOT NULL THEN (SELECT json_group_array(json_insert(${sampled}, '$[#]', n.agency)) FROM (
        SELECT ${counted} ${from} WHERE s.region_search MATCH ?3 AND ${shown}
        ORDER BY s.rowid DESC LIMIT ?7 + 0) n) END AS sampled
    FROM (SELECT json_group_array(${row}) AS found, max(r.docid) AS last FROM (
      SELECT ${facts}, ${quoted} ${from}
      WHERE s.region_search MATCH ?3 AND s.rowid > CAST(?1 AS INTEGER) AND ${shown}
      ORDER BY s.rowid LIMIT ?2 + 0) r) l`,
}

/**
 * Reads what pages show of a part of the listing of an office's subtree, with what stands above and
 * beside it; `part.match` must name the office.
 */
export async function readRegionLines(
  region: D1Database,
  part: ListPart,
): Promise<ListRead<OfAgency<ListLine>>> {
  return published(await readLines(region, statementOf(part), part))
}

/** Reads the whole of its rows. */
export async function readRegionList(
  region: D1Database,
  part: ListPart,
): Promise<ListRead<OfAgency<ListRow>>> {
  return published(await readRows(region, statementOf(part), part))
}

function statementOf({ oldestFirst }: ListPart): string {
  return matching[oldestFirst ? 'oldest' : 'newest']
}

function published<R extends ListLine>(read: ListRead<Owned<R>>): ListRead<OfAgency<R>> {
  const of = (found: Owned<R>): OfAgency<R> => ({ ...found, agencyId: found.agencyId ?? '' })
  return { ...read, rows: read.rows.map(of), exact: read.exact.map(of) }
}
