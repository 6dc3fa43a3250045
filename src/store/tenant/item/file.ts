import type { ItemFile } from '../../../domain/item/item.ts'
import { statement, type Statement } from '../../statement.ts'

/** An attachment of an item and where its object lies. */
export type StoredItemFile = ItemFile & { itemId: string; objectKey: string }

/** An attachment that the public may read, with the title and column of its item. */
export type PublishedFile = StoredItemFile & {
  itemTitle: string
  category: string
  /** last day of the item before the public */ shownUntil: string | null
}

/** Reads an attachment of a published item; null when the public may not read that item. */
export async function readPublishedFile(
  db: D1Database,
  itemId: string,
  fileId: string,
): Promise<PublishedFile | null> {
  return db
    .prepare(
      `SELECT f.id, f.item_id AS itemId, f.name, f.bytes, f.media_type AS mediaType, f.sha256,
         f.object_key AS objectKey, p.title AS itemTitle, p.category,
         p.shown_until AS shownUntil
       FROM item_file f JOIN published p ON p.id = f.item_id WHERE f.id = ?1 AND f.item_id = ?2
         AND f.live = 1 AND f.scan = 'clean'`,
    )
    .bind(fileId, itemId)
    .first<PublishedFile>()
}

/** A file that the public may read, as its bytes are found. */
export type OpenFile = { id: string; bytes: number; objectKey: string }

/** Reads the files of a published item that the public may read by now. */
export function selectOpenFiles(itemId: string): Statement {
  return statement(
    `SELECT f.id, f.bytes, f.object_key AS objectKey FROM item_file f
     JOIN published p ON p.id = f.item_id
     WHERE f.item_id = ? AND f.live = 1 AND f.scan = 'clean' LIMIT 50`,
    itemId,
  )
}

/** What adding a file to a published item needs to know: the last event of the item, its files. */
export type FileSlot = { seq: number; files: { sha256: string; id: string }[] }

/** Reads where a new attachment of an item would stand; null when the item is not published. */
export async function readFileSlot(db: D1Database, itemId: string): Promise<FileSlot | null> {
  const { results } = await db
    .prepare(
      `SELECT (SELECT max(seq) FROM event WHERE entity = 'item' AND entity_id = p.id) AS seq,
         f.id, f.sha256
       FROM published p LEFT JOIN item_file f ON f.item_id = p.id WHERE p.id = ?`,
    )
    .bind(itemId)
    .all<{ seq: number | null; id: string | null; sha256: string | null }>()
  const [first] = results
  if (first === undefined) return null
  const files = results.flatMap(({ id, sha256 }) =>
    id === null || sha256 === null ? [] : [{ id, sha256 }],
  )
  return { seq: first.seq ?? 0, files }
}

/** Plans the row of an attachment (附件). */
export function addItemFileRow(file: StoredItemFile): Statement[] {
  return [
    statement(
      `INSERT INTO item_file (id, item_id, name, bytes, media_type, sha256, object_key)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      file.id,
      file.itemId,
      file.name,
      file.bytes,
      file.mediaType,
      file.sha256,
      file.objectKey,
    ),
    statement(
      `INSERT INTO counter (name, n) VALUES ('content', 1) ON CONFLICT DO UPDATE SET n = n + 1`,
    ),
  ]
}

/** A file of an item, live or not, as the desk knows it (稿件附件). */
export type DraftFileRow = ItemFile & {
  objectKey: string
  live: 0 | 1
  scan: string
  /** JSON: what was found in it on arrival; null when nobody looked */ inspection: string | null
  /** words inside it, for the search index */ words: string | null
}

/** Reads the files of an item, those of drafts included. */
export function selectItemFiles(itemId: string): Statement {
  return statement(
    `SELECT id, name, bytes, media_type AS mediaType, sha256, object_key AS objectKey, live, scan,
       inspection, substr(words, 1, 100000) AS words
     FROM item_file WHERE item_id = ? ORDER BY id LIMIT 200`,
    itemId,
  )
}

/** Plans the row of a file that only the desk reads until its edition goes out. */
export function addDraftFile(file: StoredItemFile): Statement {
  return statement(
    `INSERT INTO item_file (id, item_id, name, bytes, media_type, sha256, object_key, live)
     VALUES (?, ?, ?, ?, ?, ?, ?, 0)`,
    file.id,
    file.itemId,
    file.name,
    file.bytes,
    file.mediaType,
    file.sha256,
    file.objectKey,
  )
}

/** Lets go of the files that no edition of an item ever had (放弃的附件); a sweep takes their objects. */
export function dropDraftFiles(itemId: string): Statement {
  return statement(
    `DELETE FROM item_file WHERE item_id = ?1 AND live = 0 AND NOT EXISTS (
       SELECT 1 FROM edition e, json_each(e.content, '$.attachments') a
       WHERE e.item_id = ?1 AND a.value->>'id' = item_file.id)`,
    itemId,
  )
}
