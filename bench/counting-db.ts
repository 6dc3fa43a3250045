/** What the routes asked of the databases: rows by D1's own account, and round trips. */
export type Tally = { rowsRead: number; rowsWritten: number; roundTrips: number }

/** A database that keeps account: every round trip adds what D1 says of it to the tally. */
export function countingDatabase(db: D1Database, tally: Tally): D1Database {
  const inner = new WeakMap<D1PreparedStatement, D1PreparedStatement>()
  const add = (metas: readonly D1Meta[]): void => {
    tally.roundTrips += 1
    for (const meta of metas) {
      tally.rowsRead += meta.rows_read
      tally.rowsWritten += meta.rows_written
    }
  }
  const wrap = (statement: D1PreparedStatement): D1PreparedStatement => {
    const all = async (): Promise<D1Result<Record<string, unknown>>> => {
      const result = await statement.all<Record<string, unknown>>()
      add([result.meta])
      return result
    }
    // `first` and `raw` tell nothing of the rows they read, so both are made from `all`.
    const calls: Readonly<Record<string | symbol, unknown>> = {
      bind: (...values: unknown[]) => wrap(statement.bind(...values)),
      all,
      run: all,
      first: async (column?: string) => {
        const [row] = (await all()).results
        return row === undefined ? null : column === undefined ? row : row[column]
      },
      raw: async () => (await all()).results.map((row) => Object.values(row)),
    }
    const wrapped = new Proxy(statement, { get: (_, name) => calls[name] })
    inner.set(wrapped, statement)
    return wrapped
  }
  const calls: Readonly<Record<string | symbol, unknown>> = {
    prepare: (sql: string) => wrap(db.prepare(sql)),
    batch: async (statements: D1PreparedStatement[]) => {
      const results = await db.batch(statements.map((one) => inner.get(one) ?? one))
      add(results.map(({ meta }) => meta))
      return results
    },
  }
  return new Proxy(db, { get: (_, name) => calls[name], has: (_, name) => name in calls })
}
