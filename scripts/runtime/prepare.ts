import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { databasesOf } from '../tenants/databases.ts'
import { localTarget } from '../tenants/local-databases.ts'
import { migrateAll } from '../tenants/migrate-all.ts'
import { readMigrations } from '../tenants/migration-target.ts'
import { readTree } from '../tenants/read-tree.ts'
import type { Operator } from './operator-client.ts'
import { progress } from './progress.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const rows = z.object({ rows: z.array(z.array(z.record(z.string(), z.unknown()))) })

/** Brings every database of the folder to the current schema; answers those left behind. */
export async function prepareDatabases(operator: Operator): Promise<string[]> {
  const databases = databasesOf(readTree(root).entries)
  const tenant = readMigrations(join(root, 'migrations/tenant'))
  const region = readMigrations(join(root, 'migrations/region'))
  const targets = databases.map(({ slug, binding, migrations }) =>
    localTarget(
      slug,
      async (statements) => {
        const answer = await operator('/batch', JSON.stringify({ binding, statements }))
        return rows.parse(answer).rows
      },
      migrations === 'migrations/region' ? region : tenant,
    ),
  )
  const line = progress('准备数据库', targets.length)
  const outcomes = await migrateAll(targets, { jobs: 6, dryRun: false, onDone: () => line.step() })
  line.end()
  return outcomes
    .filter((outcome) => outcome.left.length > 0 || outcome.failure !== null)
    .map((outcome) => `${outcome.name}：${outcome.failure ?? '结构版本不认识'}`)
}
