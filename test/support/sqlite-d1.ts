import { DatabaseSync, type SQLInputValue } from 'node:sqlite'

type Row = Record<string, unknown>
type Held = { sql: string; params: readonly unknown[] }

/**
 * A database in this process that answers the product's calls as D1 does, batches as one
 * transaction: the same SQL, hundreds of times as fast. It knows none of D1's limits. It is in memory
 * unless a path is given.
 */
export function sqliteD1(path = ':memory:'): { db: D1Database; close(): void } {
  const sqlite = new DatabaseSync(path)
  const held = new WeakMap<object, Held>()
  const runOne = ({ sql, params }: Held): D1Result<Row> => {
    const results = sqlite.prepare(sql).all(...params.map(valueOf))
    return { success: true, results, meta } as unknown as D1Result<Row>
  }
  const run = async (statements: readonly Held[]): Promise<D1Result<Row>[]> => {
    // D1 is another process: whoever waits lets others go first.
    await new Promise(setImmediate)
    sqlite.exec('BEGIN IMMEDIATE')
    try {
      const results = statements.map(runOne)
      sqlite.exec('COMMIT')
      return results
    } catch (error) {
      sqlite.exec('ROLLBACK')
      const text = error instanceof Error ? error.message : String(error)
      throw new Error(`D1_ERROR: ${text}`, { cause: error })
    }
  }
  const prepared = (sql: string, params: readonly unknown[]): D1PreparedStatement => {
    const rows = async (): Promise<Row[]> => (await run([{ sql, params }]))[0]?.results ?? []
    const one = async (): Promise<Row> => ({ success: true, results: await rows(), meta })
    const made = {
      bind: (...values: unknown[]) => prepared(sql, values),
      all: one,
      run: one,
      first: async (column?: string) => {
        const row = (await rows())[0] ?? null
        return row === null || column === undefined ? row : (row[column] ?? null)
      },
      raw: async () => (await rows()).map((row) => Object.values(row)),
    }
    held.set(made, { sql, params })
    // The calls that the product makes are all here; sessions are not among them.
    return made as unknown as D1PreparedStatement
  }
  const db = {
    prepare: (sql: string) => prepared(sql, []),
    batch: (statements: D1PreparedStatement[]) =>
      run(statements.map((one) => held.get(one) ?? { sql: '', params: [] })),
  }
  return { db: db as unknown as D1Database, close: () => sqlite.close() }
}

const meta = { rows_read: 0, rows_written: 0, changes: 0, duration: 0 }

function valueOf(param: unknown): SQLInputValue {
  if (typeof param === 'boolean') return Number(param)
  if (param === null || typeof param === 'string' || typeof param === 'number') return param
  if (param instanceof Uint8Array) return param
  throw new Error(`D1 binds no ${typeof param}`)
}
