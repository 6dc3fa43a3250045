import type { PublishedItem } from '../../../domain/item/item.ts'
import { readBatch } from '../../read.ts'
import { bulk, statement, type Statement } from '../../statement.ts'

/** A published item that is to be moved, with the last event that says what counts it. */
export type MovableItem = PublishedItem & {
  docid: number
  body: string
  filesText: string | null
  seq: number
  counted: string | null
}

/** An item in its new column. */
export type MovedItem = { id: string; category: string; facets: string; grams: string }

const movable = `SELECT p.docid, p.id, p.index_number AS indexNumber, p.doc_number AS docNumber, p.title,
    p.summary, p.issuer, p.written_on AS writtenOn, p.published_at AS publishedAt, p.theme, p.genre,
    p.category, p.validity, p.attribute, p.kind, p.body, p.files_text AS filesText,
    coalesce((SELECT max(seq) FROM event WHERE entity = 'item' AND entity_id = p.id), 0) AS seq,
    (SELECT data FROM event WHERE entity = 'item' AND entity_id = p.id
       AND kind IN ('item.published', 'item.edition-published', 'item.refiled') ORDER BY seq DESC LIMIT 1) AS counted
  FROM json_each(?1) CROSS JOIN published p ON p.id = value`

/** Reads the published ones of some items with what a move needs to know. */
export async function readMovable(
  db: D1Database,
  ids: readonly string[],
): Promise<readonly MovableItem[]> {
  const [rows] = await readBatch<[MovableItem]>(db, [statement(movable, JSON.stringify(ids))])
  return rows
}

/** Reads the first items that a full-text query finds, to be filed where they belong. */
export function selectMisfiled(match: string, limit: number): Statement {
  return statement(
    `SELECT p.id FROM published_search s CROSS JOIN published p ON p.docid = s.rowid
     WHERE s.published_search MATCH ?1 LIMIT ?2 + 0`,
    match,
    limit,
  )
}

/** Plans that items stand in other columns (调整栏目): number, address and day of publication stay. */
export function refileItems(moved: readonly MovedItem[]): Statement[] {
  return [
    ...bulk(
      `UPDATE published SET category = j.value->>'category' FROM json_each(?1) j
       WHERE published.id = j.value->>'id'`,
      moved.map(({ id, category }) => ({ id, category })),
    ),
    // An item that came by import has no row of work until somebody edits it.
    ...bulk(
      `UPDATE item SET category = j.value->>'category' FROM json_each(?1) j
       WHERE item.id = j.value->>'id'`,
      moved.map(({ id, category }) => ({ id, category })),
    ),
    ...bulk(
      `DELETE FROM published_search WHERE rowid IN (
         SELECT p.docid FROM json_each(?1) CROSS JOIN published p ON p.id = value)`,
      moved.map(({ id }) => id),
    ),
    ...bulk(
      `INSERT INTO published_search (rowid, facet, grams)
       SELECT p.docid, (value->>'facets') || ' x' || lower(hex(index_number))
         || coalesce(' u' || lower(hex(substr(lower(source_url), -32))), ''), value->>'grams'
       FROM json_each(?1) CROSS JOIN published p ON p.id = value->>'id'`,
      moved.map(({ id, facets, grams }) => ({ id, facets, grams })),
    ),
  ]
}

/** Plans that columns learn anew when their last item came; `match` is the filter of each. */
export function newestOfColumns(columns: readonly { id: string; match: string }[]): Statement[] {
  return [
    ...bulk(
      `DELETE FROM column_state WHERE column_id IN (SELECT value FROM json_each(?1))`,
      columns.map(({ id }) => id),
    ),
    ...columns.map(({ id, match }) =>
      statement(
        `INSERT INTO column_state (column_id, last_published_at)
         SELECT ?1, p.published_at FROM published_search s CROSS JOIN published p ON p.docid = s.rowid
         WHERE s.published_search MATCH ?2 ORDER BY s.rowid DESC LIMIT 1`,
        id,
        match,
      ),
    ),
  ]
}
