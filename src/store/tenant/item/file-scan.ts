import { statement, type Statement } from '../../statement.ts'
import { fileList } from './file-list.ts'

/** Where the scan of a file stands (扫描状态): 待检, 正常, 有害. */
export type ScanState = 'pending' | 'clean' | 'infected'

/** A file as its scan needs it. */
export type ScanRow = {
  itemId: string
  name: string
  mediaType: string
  objectKey: string
  scan: ScanState
  live: 0 | 1
  /** words inside it, for the search index */ words: string | null
  /** number of the last event of its item */ seq: number
}

/** Reads a file for its scan; null when there is none. */
export async function readScan(db: D1Database, fileId: string): Promise<ScanRow | null> {
  return db
    .prepare(
      `SELECT item_id AS itemId, name, media_type AS mediaType, object_key AS objectKey, scan, live,
         substr(words, 1, 100000) AS words, coalesce((SELECT max(seq) FROM event
           WHERE entity = 'item' AND entity_id = f.item_id), 0) AS seq
       FROM item_file f WHERE id = ?`,
    )
    .bind(fileId)
    .first<ScanRow>()
}

/** Reads what was found in a file of an item, as JSON; null when the item has no such file. */
export async function readInspection(
  db: D1Database,
  itemId: string,
  fileId: string,
): Promise<{ name: string; scan: ScanState; inspection: string | null } | null> {
  return db
    .prepare('SELECT name, scan, inspection FROM item_file WHERE id = ? AND item_id = ?')
    .bind(fileId, itemId)
    .first<{ name: string; scan: ScanState; inspection: string | null }>()
}

/** Plans to keep a verdict; what readers see of the agency changes with it. */
export function keepVerdict(fileId: string, verdict: Exclude<ScanState, 'pending'>): Statement[] {
  return [
    statement(`UPDATE item_file SET scan = ?, scan_since = NULL WHERE id = ?`, verdict, fileId),
    statement(
      `UPDATE published SET file_list = ${fileList}
       WHERE id = (SELECT item_id FROM item_file WHERE id = ?)`,
      fileId,
    ),
    statement(
      `INSERT INTO counter (name, n) VALUES ('content', 1) ON CONFLICT DO UPDATE SET n = n + 1`,
    ),
  ]
}

/** Most characters of words that a row keeps: D1 has room for 2 MB in one, three bytes a character. */
const storedWords = 500_000

/** Plans to keep what was found in a new file, in the batch that makes its row. */
export function keepInspection(
  fileId: string,
  found: { inspection: string; words: string; scan: ScanState; now: number },
): Statement {
  return statement(
    `UPDATE item_file SET inspection = ?1, words = ?2, scan = ?3,
       scan_since = CASE WHEN ?3 = 'pending' THEN ?4 END WHERE id = ?5`,
    found.inspection,
    found.words.slice(0, storedWords).toWellFormed(),
    found.scan,
    found.now,
    fileId,
  )
}
