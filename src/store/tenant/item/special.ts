import { statement, type Statement } from '../../statement.ts'
import type { Searchable } from './reindex.ts'

/** Reads published items whose last day before the public is over (公示期满), the longest over first. */
export function selectOver(today: string, limit: number): Statement {
  return statement(
    `SELECT id, shown_until AS shownUntil FROM published WHERE shown_until < ?1
     ORDER BY shown_until, docid LIMIT ?2 + 0`,
    today,
    limit,
  )
}

/** A special item that the index does not know as one yet; `seq` is its last event's. */
export type UnlistedItem = Searchable & { id: string; fields: string; seq: number }

/** Reads special items that were published before lists knew their kinds, the newest first. */
export function selectUnlisted(limit: number): Statement {
  return statement(
    `SELECT id, title, doc_number AS docNumber, summary, body, issuer, written_on AS writtenOn,
       published_at AS publishedAt, category, theme, genre, validity, attribute, kind,
       files_text AS filesText, fields,
       (SELECT max(seq) FROM event WHERE entity = 'item' AND entity_id = p.id) AS seq
     FROM published p WHERE listed IS NULL AND kind <> 'document' ORDER BY docid DESC LIMIT ? + 0`,
    limit,
  )
}

/** Plans what lists show of a special item and until when, and its search index with its kind. */
export function listSpecial(
  id: string,
  row: { listed: string; shownUntil: string | null; facets: string; grams: string },
): Statement[] {
  return [
    statement(
      'UPDATE published SET listed = ?2, shown_until = ?3 WHERE id = ?1',
      id,
      row.listed,
      row.shownUntil,
    ),
    statement(
      'DELETE FROM published_search WHERE rowid IN (SELECT docid FROM published WHERE id = ?)',
      id,
    ),
    statement(
      `INSERT INTO published_search (rowid, facet, grams)
       SELECT docid, ?2 || ' x' || lower(hex(index_number))
         || coalesce(' u' || lower(hex(substr(lower(source_url), -32))), ''), ?3 FROM published WHERE id = ?1`,
      id,
      row.facets,
      row.grams,
    ),
  ]
}
