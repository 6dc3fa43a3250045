import { prepare, statement } from '../statement.ts'

/** Zeros of one statement, in bytes; a value may have 2 MB. */
const step = 1_000_000
/** Most of them at once: 200 MB of freed pages. */
const most = 200
/** So many more go round the write-ahead log, which begins anew after a thousand pages of 4 KB. */
const rounds = 6

/**
 * Writes zeros over what deleted rows left in the database file and its write-ahead log (覆写空闲页):
 * freed pages are filled before the file grows, so that none is left once it has grown by a whole
 * step. What was filled is free again at the end. Repeating it changes nothing. Remains within pages
 * that are in use are not reached: they are sealed, and go with the operator's VACUUM.
 */
export async function overwriteFreed(db: D1Database): Promise<void> {
  let before = await run(db, 'DELETE FROM filler')
  for (let n = 1; n <= most; n += 1) {
    const size = await run(db, insert, n, step)
    if (size - before >= step) break
    before = size
  }
  await overwriteLog(db)
}

/** Goes round the write-ahead log (覆写日志), so that no page image of before stands in it. */
export async function overwriteLog(db: D1Database): Promise<void> {
  for (let n = 0; n < rounds; n += 1) await run(db, insert, 1, step)
  await run(db, 'DELETE FROM filler')
}

const insert = 'INSERT OR REPLACE INTO filler (id, zeros) VALUES (?, zeroblob(?))'

/** Runs one statement; answers the size of the database in bytes after it. */
async function run(db: D1Database, sql: string, ...params: number[]): Promise<number> {
  const [result] = await db.batch(prepare(db, [statement(sql, ...params)]))
  return result?.meta.size_after ?? 0
}
