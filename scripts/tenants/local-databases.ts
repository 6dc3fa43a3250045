import { join } from 'node:path'
import { Miniflare } from 'miniflare'
import * as z from 'zod'
import type { DeployedDatabase } from './databases.ts'
import type { Migration, MigrationTarget } from './migration-target.ts'

/** A statement with its values, and the rows that a batch answers for each statement. */
export type Statement = { sql: string; values: readonly string[] }
type Rows = readonly Record<string, unknown>[]

/** Databases in a data folder, opened through the open-source runtime; close them when done. */
export type LocalDatabases = {
  /** runs statements as one atomic batch; throws with the database's own words */
  batch(binding: string, statements: readonly Statement[]): Promise<readonly Rows[]>
  close(): Promise<void>
}

const record = `CREATE TABLE IF NOT EXISTS d1_migrations(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT UNIQUE,
  applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
)`

// The batch is put together inside the runtime: handing over each statement by itself is slow.
const script = `export default {
  async fetch(request, env) {
    const { binding, statements } = await request.json()
    const database = env[binding]
    try {
      const batch = statements.map(({ sql, values }) => database.prepare(sql).bind(...values))
      const answers = await database.batch(batch)
      return Response.json({ rows: answers.map(({ results }) => results) })
    } catch (error) {
      return Response.json({ failure: String(error) })
    }
  },
}`

const answer = z.union([
  z.object({ rows: z.array(z.array(z.record(z.string(), z.unknown()))) }),
  z.object({ failure: z.string() }),
])

/** Opens the deployment's databases under `<data>/d1`, each by its database_id. */
export function openLocalDatabases(
  data: string,
  databases: readonly DeployedDatabase[],
): LocalDatabases {
  const runtime = new Miniflare({
    modules: true,
    script,
    compatibilityDate: '2026-07-30',
    d1Databases: Object.fromEntries(databases.map(({ binding, id }) => [binding, id])),
    d1Persist: join(data, 'd1'),
  })
  return {
    async batch(binding, statements) {
      const body = JSON.stringify({ binding, statements })
      const response = await runtime.dispatchFetch('http://local', { method: 'POST', body })
      const told = answer.parse(await response.json())
      if ('failure' in told) throw new Error(told.failure)
      return told.rows
    },
    close: () => runtime.dispose(),
  }
}

/** A migration target on an opened database; the record table is the one wrangler keeps. */
export function localTarget(
  name: string,
  batch: (statements: readonly Statement[]) => Promise<readonly Rows[]>,
  migrations: readonly Migration[],
): MigrationTarget {
  async function names(sql: string): Promise<readonly string[]> {
    const [rows = []] = await batch([{ sql, values: [] }])
    return rows.map((row) => String(row['name']))
  }
  return {
    name,
    migrations,
    async applied() {
      // Only looked at, so that a dry run writes nothing.
      const tables = await names("SELECT name FROM sqlite_master WHERE name = 'd1_migrations'")
      return tables.length === 0 ? [] : names('SELECT name FROM d1_migrations ORDER BY id')
    },
    async apply(pending) {
      // A new database has nothing to lose: all at once is a third of the work, times every agency.
      const isNew = pending.length === migrations.length
      const steps = isNew ? [pending] : pending.map((migration) => [migration])
      for (const step of steps) {
        await batch([{ sql: record, values: [] }, ...step.flatMap(statementsOf)])
      }
    },
  }
}

/** A migration with its record. */
function statementsOf({ name, statements }: Migration): Statement[] {
  return [
    ...statements.map((sql) => ({ sql, values: [] })),
    { sql: 'INSERT INTO d1_migrations (name) VALUES (?)', values: [name] },
  ]
}
