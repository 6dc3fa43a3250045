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

/** So many rows go one by one: beyond, what is saved in rows read is lost in statements. */
const fewRows = 8

/**
 * Like {@link bulk}, for what is mostly done to a handful of rows: each then has a statement of its
 * own, because every element of a JSON list counts as a row read. `sql` asks for no `key`.
 */
export function spread(sql: string, rows: readonly unknown[], ...params: Param[]): Statement[] {
  if (rows.length > fewRows) return bulk(sql, rows, ...params)
  const single = sql.replaceAll('json_each(?1)', '(SELECT ?1 AS value)')
  return rows.map((row) => ({ sql: single, params: [textOf(row), ...params] }))
}

function textOf(row: unknown): unknown {
  return typeof row === 'string' ? row : JSON.stringify(row)
}

/** Turns statements into D1's prepared form. */
export function prepare(db: D1Database, statements: readonly Statement[]): D1PreparedStatement[] {
  return statements.map(({ sql, params }) => db.prepare(sql).bind(...params))
}
