/** A parameter that D1 binds as it is. */
export type Param = string | number | null

/** One SQL statement as data: what a verb plans and `commit` runs. */
export type Statement = { sql: string; params: readonly unknown[] }

/** Largest JSON text bound as one parameter; D1 refuses strings over 2 MB. */
const chunkCharacters = 500_000

/** Writes a statement down as data. */
export function statement(sql: string, ...params: Param[]): Statement {
  return { sql, params }
}

/**
 * Spreads rows over as few statements as D1's limits allow: `sql` reads them by
 * `json_each(?1)`, so their number is not bound by the 100-parameter limit.
 */
export function bulk(sql: string, rows: readonly unknown[], ...params: Param[]): Statement[] {
  const statements: Statement[] = []
  let chunk: string[] = []
  let size = 0
  const flush = (): void => {
    if (chunk.length > 0) statements.push({ sql, params: [`[${chunk.join(',')}]`, ...params] })
    chunk = []
    size = 0
  }
  for (const row of rows) {
    const text = JSON.stringify(row)
    if (size + text.length > chunkCharacters) flush()
    chunk.push(text)
    size += text.length
  }
  flush()
  return statements
}

/** Turns statements into D1's prepared form. */
export function prepare(db: D1Database, statements: readonly Statement[]): D1PreparedStatement[] {
  return statements.map(({ sql, params }) => db.prepare(sql).bind(...params))
}
