import { statement, type Statement } from '../statement.ts'
import type { ListPart, ListRow } from '../tenant/item-list.ts'

/** A row of the region's listing: an item and the agency that published it. */
export type RegionListRow = ListRow & { agencyId: string }

/** The order and the casts are those of an agency's own listing. */
const matching = {
  newest: `SELECT p.docid, p.agency_id AS agencyId, p.item_id AS id, p.index_number AS indexNumber,
      p.doc_number AS docNumber, p.title, p.summary, p.issuer, p.written_on AS writtenOn,
      p.published_at AS publishedAt, p.theme, p.genre, p.category, p.validity, p.attribute,
      CASE WHEN ?4 IS NULL THEN NULL
        WHEN instr(p.body, ?4) = 0 THEN substr(p.body, 1, 2000)
        ELSE substr(p.body, max(1, instr(p.body, ?4) - 100), 240) END AS passage
    FROM region_search s CROSS JOIN region_item p ON p.docid = s.rowid
    WHERE s.region_search MATCH ?3 AND s.rowid < CAST(?1 AS INTEGER) ORDER BY s.rowid DESC LIMIT ?2`,
  oldest: `SELECT p.docid, p.agency_id AS agencyId, p.item_id AS id, p.index_number AS indexNumber,
      p.doc_number AS docNumber, p.title, p.summary, p.issuer, p.written_on AS writtenOn,
      p.published_at AS publishedAt, p.theme, p.genre, p.category, p.validity, p.attribute,
      CASE WHEN ?4 IS NULL THEN NULL
        WHEN instr(p.body, ?4) = 0 THEN substr(p.body, 1, 2000)
        ELSE substr(p.body, max(1, instr(p.body, ?4) - 100), 240) END AS passage
    FROM region_search s CROSS JOIN region_item p ON p.docid = s.rowid
    WHERE s.region_search MATCH ?3 AND s.rowid > CAST(?1 AS INTEGER) ORDER BY s.rowid LIMIT ?2`,
}

/** Reads a part of the listing of an office's subtree; `part.match` must name the office. */
export async function readRegionList(region: D1Database, part: ListPart): Promise<RegionListRow[]> {
  const { sql, params } = regionListStatement(part)
  const { results } = await region
    .prepare(sql)
    .bind(...params)
    .all<RegionListRow>()
  return results
}

function regionListStatement({ match, oldestFirst, after, limit, quote }: ListPart): Statement {
  const bound = after ?? (oldestFirst ? 0 : Number.MAX_SAFE_INTEGER)
  return statement(matching[oldestFirst ? 'oldest' : 'newest'], bound, limit, match, quote)
}
