import { statement, type Statement } from '../../statement.ts'

/** What the search index of a published item is made from. */
export type Searchable = {
  title: string
  docNumber: string | null
  summary: string | null
  body: string
  issuer: string
  writtenOn: string | null
  publishedAt: number
  category: string
  theme: string | null
  genre: string | null
  validity: string
  attribute: string
  kind: string
  filesText: string | null
}

/** Reads what a published item is found by; null when the public may not read it. */
export async function readSearchable(db: D1Database, id: string): Promise<Searchable | null> {
  return db
    .prepare(
      `SELECT title, doc_number AS docNumber, summary, body, issuer, written_on AS writtenOn,
         published_at AS publishedAt, category, theme, genre, validity, attribute, kind,
         files_text AS filesText
       FROM published WHERE id = ?`,
    )
    .bind(id)
    .first<Searchable>()
}

/** Plans new words inside the attachments of a published item, and its search index with them (重建索引). */
export function reindexItem(
  id: string,
  { filesText, facets, grams }: { filesText: string; facets: string; grams: string },
): Statement[] {
  return [
    statement('UPDATE published SET files_text = ?2 WHERE id = ?1', id, filesText),
    statement(
      'DELETE FROM published_search WHERE rowid IN (SELECT docid FROM published WHERE id = ?)',
      id,
    ),
    statement(
      `INSERT INTO published_search (rowid, facet, grams)
       SELECT docid, ?2 || ' x' || lower(hex(index_number))
         || coalesce(' u' || lower(hex(substr(lower(source_url), -32))), ''), ?3 FROM published WHERE id = ?1`,
      id,
      facets,
      grams,
    ),
  ]
}
