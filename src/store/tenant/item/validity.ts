import type { PublishedItem } from '../../../domain/item/item.ts'
import { statement, type Statement } from '../../statement.ts'

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
       attribute, kind, body, files_text AS filesText,
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
    statement(
      'DELETE FROM published_search WHERE rowid IN (SELECT docid FROM published WHERE id = ?)',
      itemId,
    ),
    statement(
      `INSERT INTO published_search (rowid, facet, grams)
       SELECT docid, ?2 || ' x' || lower(hex(index_number))
         || coalesce(' u' || lower(hex(substr(lower(source_url), -32))), ''), ?3 FROM published WHERE id = ?1`,
      itemId,
      facets,
      grams,
    ),
    statement(
      `INSERT INTO counter (name, n) VALUES ('content', 1) ON CONFLICT DO UPDATE SET n = n + 1`,
    ),
  ]
}

/** An item's row as far as its validity goes; `content` is JSON. */
export type DraftValidity = { state: string; content: string }

/** Reads what the desk has of a published item; nothing of one that has never been there. */
export function selectDraftValidity(itemId: string): Statement {
  return statement('SELECT state, content FROM item WHERE id = ? AND is_live = 1', itemId)
}

/** Plans that the text at the desk says the validity that readers are told, under its new digest. */
export function setDraftValidity(
  itemId: string,
  row: { state: string; content: string; digest: string },
): Statement {
  return statement(
    `UPDATE item SET state = ?2, content = ?3, digest = ?4, findings = NULL,
       publish_at = CASE ?2 WHEN 'draft' THEN NULL ELSE publish_at END WHERE id = ?1`,
    itemId,
    row.state,
    row.content,
    row.digest,
  )
}
