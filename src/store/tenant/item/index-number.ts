import { statement } from '../../statement.ts'
import { readBatch } from '../../read.ts'

/** Reads which item an index number belongs to (索引号查找), also of one that is no longer public; null when it was never given. */
export async function readNumberOwner(db: D1Database, number: string): Promise<string | null> {
  const [[row]] = await readBatch<[{ itemId: string }]>(db, [
    statement('SELECT item_id AS itemId FROM index_number WHERE number = ?', number),
  ])
  return row?.itemId ?? null
}
