import { prepare, type Statement } from './statement.ts'

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
