import { statement, type Statement } from '../../statement.ts'

/** An edition that was published (版本); times are epoch ms, `content` JSON of an ItemContent. */
export type EditionRow = {
  n: number
  isOpen: 0 | 1
  note: string | null
  publishedAt: number
  committedAt: number
  publishedBy: string
  backdateReason: string | null
  digest: string
  content: string
}

/** An edition that the public may read, and whether it is the one that counts. */
export type OpenEdition = EditionRow & {
  isCurrent: 0 | 1
  /** fields of the item as it is read now, as JSON */ fields: string
  /** its last day before the public */ shownUntil: string | null
  /** JSON: ids of the files of the item that the public may read now */ openFiles: string
}

/** What a list of editions tells: everything but the text. */
export type EditionLine = Omit<EditionRow, 'content' | 'publishedBy' | 'backdateReason'>

/** Plans the record of an edition that goes out; the same edition is recorded once. */
export function addEdition(itemId: string, row: EditionRow): Statement {
  return statement(
    `INSERT INTO edition (item_id, n, is_open, note, published_at, committed_at, published_by,
       backdate_reason, digest, content)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (item_id, n) DO NOTHING`,
    itemId,
    row.n,
    row.isOpen,
    row.note,
    row.publishedAt,
    row.committedAt,
    row.publishedBy,
    row.backdateReason,
    row.digest,
    row.content,
  )
}

/** Plans that earlier editions are kept from the public (旧版本不公开). */
export function closeEditions(itemId: string, before: number): Statement {
  return statement(
    'UPDATE edition SET is_open = 0 WHERE item_id = ? AND n < ? AND is_open = 1',
    itemId,
    before,
  )
}

/** Reads the editions of an item, newest first, at most fifty. */
export function selectEditions(itemId: string): Statement {
  return statement(
    `SELECT n, is_open AS isOpen, note, published_at AS publishedAt, committed_at AS committedAt, digest
     FROM edition WHERE item_id = ? ORDER BY n DESC LIMIT 50`,
    itemId,
  )
}

/** Reads one edition of an item that the public reads now; what was withdrawn has none. */
export function selectOpenEdition(itemId: string, n: number): Statement {
  return statement(
    `SELECT e.n, e.is_open AS isOpen, e.note, e.published_at AS publishedAt,
       e.committed_at AS committedAt, e.published_by AS publishedBy,
       e.backdate_reason AS backdateReason, e.digest, e.content,
       p.edition = e.n AS isCurrent, p.fields, p.shown_until AS shownUntil,
       (SELECT json_group_array(f.id) FROM item_file f
        WHERE f.item_id = e.item_id AND f.live = 1 AND f.scan = 'clean') AS openFiles
     FROM edition e JOIN published p ON p.id = e.item_id
     WHERE e.item_id = ? AND e.n = ? AND e.is_open = 1`,
    itemId,
    n,
  )
}
