import { prepare, type Statement } from './statement.ts'

/**
 * Reads rows that a statement writes as JSON, one text a row: a row of many columns costs the way
 * from the database several times as much. The caller names their shape, which the SQL fixes.
 */
export async function readJson<T>(
  db: D1Database,
  { sql, params }: Statement,
): Promise<readonly T[]> {
  const rows = await db
    .prepare(sql)
    .bind(...params)
    .raw<[string]>()
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the shape of a row follows from its SQL alone
  return rows.map(([text]) => JSON.parse(text) as T)
}

/**
 * Runs reading statements in one round trip and answers their rows; the caller names the shape of
 * each, which its own column list fixes.
 */
export async function readBatch<T extends readonly object[]>(
  db: D1Database,
  statements: { readonly [K in keyof T]: Statement },
): Promise<{ [K in keyof T]: T[K][] }> {
  const results = await db.batch(prepare(db, statements))
  // D1 answers as many results as it was given statements, in their order.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the shape of a row follows from its SQL alone
  return results.map(({ results: rows }) => rows) as { [K in keyof T]: T[K][] }
}
