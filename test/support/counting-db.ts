/** What was asked of a database since the last {@link CountedDb.reset}. */
export type Cost = { roundTrips: number; statements: number; rowsRead: number; rowsWritten: number }

/** A database that keeps count: every call goes on to the real one. */
export type CountedDb = { db: D1Database; cost: () => Cost; reset: () => void }

/** Wraps a database so that round trips, statements and rows are counted. */
export function countingDb(real: D1Database): CountedDb {
  const zero: Cost = { roundTrips: 0, statements: 0, rowsRead: 0, rowsWritten: 0 }
  let cost: Cost = { ...zero }

  const note = (results: readonly D1Result[]): void => {
    cost.roundTrips += 1
    for (const { meta } of results) {
      cost.statements += 1
      cost.rowsRead += meta.rows_read
      cost.rowsWritten += meta.rows_written
    }
  }
  const inner = new WeakMap<object, D1PreparedStatement>()
  const wrap = (statement: D1PreparedStatement): D1PreparedStatement => {
    const all = async <T>(): Promise<D1Result<T>> => {
      const result = await statement.all<T>()
      note([result])
      return result
    }
    const counted = {
      bind: (...values: unknown[]) => wrap(statement.bind(...values)),
      all,
      run: all,
      first: async (column?: string) => {
        const [row] = (await all<Record<string, unknown>>()).results
        return column === undefined ? (row ?? null) : (row?.[column] ?? null)
      },
      raw: async () =>
        (await all<Record<string, unknown>>()).results.map((row) => Object.values(row)),
    }
    inner.set(counted, statement)
    // Only what the product calls is there; the platform's type has overloads that no object literal has.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion, typescript/no-unnecessary-type-assertion -- a stand-in for a class of the platform
    return counted as unknown as D1PreparedStatement
  }
  const db = {
    prepare: (sql: string) => wrap(real.prepare(sql)),
    batch: async <T>(statements: D1PreparedStatement[]) => {
      const results = await real.batch<T>(statements.map((s) => inner.get(s) ?? s))
      note(results)
      return results
    },
  }
  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a stand-in for a class of the platform
    db: db as unknown as D1Database,
    cost: () => ({ ...cost }),
    reset: () => {
      cost = { ...zero }
    },
  }
}
