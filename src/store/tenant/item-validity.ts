import type { PublishedItem } from '../../domain/item/item.ts'
import { statement, type Statement } from '../statement.ts'

/** What must be known of a published item before its validity changes; `seq` is its last event's. */
export type ValidityRow = PublishedItem & {
  body: string
  filesText: string | null
  seq: number
}

/** Reads a published item by its id or its index number, with what the change of its validity needs. */
export function selectForValidity(word: string): Statement {
  return statement(
    `SELECT id, index_number AS indexNumber, doc_number AS docNumber, title, summary, issuer,
       written_on AS writtenOn, published_at AS publishedAt, theme, genre, category, validity,
       attribute, body, files_text AS filesText,
       (SELECT max(seq) FROM event WHERE entity = 'item' AND entity_id = p.id) AS seq
     FROM published p
     WHERE id = ?1 OR id = (SELECT item_id FROM index_number WHERE number = ?1)
     ORDER BY id = ?1 DESC LIMIT 1`,
    word,
  )
}

/**
 * Plans that a published item has another validity (有效性) at once: its row, its place in the search
 * index and the content's counter; `facets` and `grams` are those of the item as it then is.
 */
export function setValidity(
  itemId: string,
  validity: string,
  facets: string,
  grams: string,
): Statement[] {
  return [
    statement('UPDATE published SET validity = ?2 WHERE id = ?1', itemId, validity),
    // The next edition begins with what readers are told now.
    statement(
      `UPDATE item SET content = json_set(content, '$.validity', ?2)
       WHERE id = ?1 AND state = 'published'`,
      itemId,
      validity,
    ),
    statement(
      'DELETE FROM published_search WHERE rowid IN (SELECT docid FROM published WHERE id = ?)',
      itemId,
    ),
    statement(
      `INSERT INTO published_search (rowid, facet, grams)
       SELECT docid, ?2 || ' x' || lower(hex(index_number)), ?3 FROM published WHERE id = ?1`,
      itemId,
      facets,
      grams,
    ),
    statement(
      `INSERT INTO counter (name, n) VALUES ('content', 1) ON CONFLICT DO UPDATE SET n = n + 1`,
    ),
  ]
}
