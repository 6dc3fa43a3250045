import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { localTarget } from '../scripts/tenants/local-databases.ts'
import { migrateAll } from '../scripts/tenants/migrate-all.ts'
import { readMigrations } from '../scripts/tenants/migration-target.ts'

const folder = fileURLToPath(new URL('../migrations', import.meta.url))

/** Brings a database of the bench to the current schema, as the migration command does. */
export async function applyMigrations(db: D1Database, kind: 'tenant' | 'region'): Promise<void> {
  const target = localTarget(
    kind,
    async (statements) => {
      const answers = await db.batch<Record<string, unknown>>(
        statements.map(({ sql, values }) => db.prepare(sql).bind(...values)),
      )
      return answers.map(({ results }) => results)
    },
    readMigrations(join(folder, kind)),
  )
  const [outcome] = await migrateAll([target], { jobs: 1, dryRun: false, onDone: () => {} })
  if (outcome === undefined || outcome.failure !== null)
    throw new Error(outcome?.failure ?? 'no outcome')
}
