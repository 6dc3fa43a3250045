import { prepare, statement, type Statement } from '../statement.ts'
import { shownOn } from '../tenant/shown-on.ts'
import { exactRows, type ListPart, type ListRead, type ListRow } from '../tenant/item-list.ts'

/** A row of the region's listing: an item and the agency that published it. */
export type RegionListRow = ListRow & { agencyId: string }

const facts = `p.docid, p.agency_id AS agencyId, p.item_id AS id, p.index_number AS indexNumber,
    p.doc_number AS docNumber, p.title, p.summary, p.issuer, p.written_on AS writtenOn,
    p.published_at AS publishedAt, p.theme, p.genre, p.category, p.validity, p.attribute, p.kind,
    p.listed`

const quoted = `CASE WHEN ?4 IS NULL THEN NULL
    WHEN instr(p.body, ?4) > 0 THEN substr(p.body, max(1, instr(p.body, ?4) - 100), 240)
    WHEN instr(p.title, ?4) = 0 AND instr(p.files_text, ?4) > 0
      THEN substr(p.files_text, max(1, instr(p.files_text, ?4) - 100), 240)
    ELSE substr(p.body, 1, 2000) END AS passage,
  CASE WHEN ?4 IS NOT NULL AND instr(p.body, ?4) = 0 AND instr(p.title, ?4) = 0
    AND instr(p.files_text, ?4) > 0 THEN '' END AS inFile`

/** The order and the casts are those of an agency's own listing. */
const matching = {
  newest: `SELECT ${facts}, ${quoted}
    FROM region_search s CROSS JOIN region_item p ON p.docid = s.rowid
    WHERE s.region_search MATCH ?3 AND s.rowid < CAST(?1 AS INTEGER) AND ${shownOn('?5')}
    ORDER BY s.rowid DESC LIMIT ?2`,
  oldest: `SELECT ${facts}, ${quoted}
    FROM region_search s CROSS JOIN region_item p ON p.docid = s.rowid
    WHERE s.region_search MATCH ?3 AND s.rowid > CAST(?1 AS INTEGER) AND ${shownOn('?5')}
    ORDER BY s.rowid LIMIT ?2`,
}

/** What the newest matches count by. */
const sampling = `SELECT p.docid, p.category, p.theme, p.genre, p.validity, p.issuer,
    p.published_at AS publishedAt
  FROM region_search s CROSS JOIN region_item p ON p.docid = s.rowid
  WHERE s.region_search MATCH ?1 AND ${shownOn('?3')} ORDER BY s.rowid DESC LIMIT ?2`

/**
 * Reads a part of the listing of an office's subtree and what stands above and beside it;
 * `part.match` must name the office.
 */
export async function readRegionList(
  region: D1Database,
  part: ListPart,
): Promise<ListRead<RegionListRow>> {
  const { match, exact, quote, beside, today } = part
  const isSampled = beside !== null && 'sample' in beside
  const read = await region.batch<RegionListRow>(
    prepare(region, [
      listStatement(part),
      ...(exact === null
        ? []
        : [statement(matching.newest, Number.MAX_SAFE_INTEGER, exactRows, exact, quote, today)]),
      ...(isSampled ? [statement(sampling, match, beside.sample, today)] : []),
    ]),
  )
  return {
    rows: read[0]?.results ?? [],
    exact: exact === null ? [] : (read[1]?.results ?? []),
    counts: null,
    sampled: isSampled ? (read.at(-1)?.results ?? []) : null,
  }
}

function listStatement({ match, oldestFirst, after, limit, quote, today }: ListPart): Statement {
  const bound = after ?? (oldestFirst ? 0 : Number.MAX_SAFE_INTEGER)
  return statement(matching[oldestFirst ? 'oldest' : 'newest'], bound, limit, match, quote, today)
}
