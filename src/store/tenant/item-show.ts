import type { ItemFile, PublishedItem } from '../../domain/item/item.ts'
import { readBatch } from '../read.ts'
import { statement } from '../statement.ts'

/** A published item with everything its page shows beside the metadata. */
export type FullItem = PublishedItem & { docid: number; body: string; sourceUrl: string | null }

/** A neighbour in the order of publication. */
export type ItemLink = { id: string; title: string }

/** What the page of one item needs, read in one round trip. */
export type ItemReading = {
  item: FullItem | null
  files: ItemFile[]
  previous: ItemLink | null
  next: ItemLink | null
  related: PublishedItem[]
}

const relatedRows = 4

/** Reads an item with its attachments, neighbours and the newest of its theme (or of its column). */
export async function readItem(db: D1Database, id: string): Promise<ItemReading> {
  const [items, files, previous, next, related] = await readBatch<
    [FullItem, ItemFile, ItemLink, ItemLink, PublishedItem]
  >(db, [
    statement(
      `SELECT docid, id, index_number AS indexNumber, doc_number AS docNumber, title, summary, issuer,
         written_on AS writtenOn, published_at AS publishedAt, theme, genre, category, validity,
         attribute, body, source_url AS sourceUrl
       FROM published WHERE id = ?`,
      id,
    ),
    statement(
      `SELECT f.id, f.name, f.bytes, f.media_type AS mediaType, f.sha256
       FROM published p JOIN item_file f ON f.item_id = p.id WHERE p.id = ? ORDER BY f.id LIMIT 50`,
      id,
    ),
    statement(
      `SELECT id, title FROM published
       WHERE docid < (SELECT docid FROM published WHERE id = ?) ORDER BY docid DESC LIMIT 1`,
      id,
    ),
    statement(
      `SELECT id, title FROM published
       WHERE docid > (SELECT docid FROM published WHERE id = ?) ORDER BY docid LIMIT 1`,
      id,
    ),
    statement(
      `SELECT p.id, p.index_number AS indexNumber, p.doc_number AS docNumber, p.title, p.summary,
         p.issuer, p.written_on AS writtenOn, p.published_at AS publishedAt, p.theme, p.genre,
         p.category, p.validity, p.attribute
       FROM published_search s CROSS JOIN published p ON p.docid = s.rowid
       WHERE s.published_search MATCH coalesce(
         (SELECT 'facet : ' || coalesce('t' || lower(hex(theme)), 'c' || lower(hex(category)))
            FROM published WHERE id = ?1),
         'facet : none')
       ORDER BY s.rowid DESC LIMIT ?2`,
      id,
      relatedRows,
    ),
  ])
  return {
    item: items[0] ?? null,
    files,
    previous: previous[0] ?? null,
    next: next[0] ?? null,
    related,
  }
}
