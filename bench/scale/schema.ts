import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Operator } from '../../scripts/runtime/operator-client.ts'
import { overAll } from '../../scripts/runtime/progress.ts'
import type { DeployedDatabase } from '../../scripts/tenants/databases.ts'
import { localTarget, type Statement } from '../../scripts/tenants/local-databases.ts'
import { readMigrations } from '../../scripts/tenants/migration-target.ts'
import { batch } from './lag.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Gives every new database the current schema: all migrations as one batch each, because a thousand
 * databases with a batch for every migration take a quarter of an hour.
 */
export async function prepareSchema(
  operator: Operator,
  databases: readonly DeployedDatabase[],
): Promise<void> {
  const folders = {
    'migrations/tenant': readMigrations(join(root, 'migrations/tenant')),
    'migrations/region': readMigrations(join(root, 'migrations/region')),
  }
  await overAll('准备数据库', databases, 3, async ({ slug, binding, migrations: folder }) => {
    const migrations = folders[folder]
    const target = localTarget(slug, (one) => batch(operator, binding, one), migrations)
    const had = await target.applied()
    if (had.length === migrations.length) return
    if (had.length > 0) throw new Error(`${slug} 的结构是旧的；请换一个 --data`)
    const statements: Statement[] = []
    // The target says what belongs to each migration; here it is only gathered.
    const gather = async (one: readonly Statement[]): Promise<[]> => {
      statements.push(...one)
      return []
    }
    await localTarget(slug, gather, migrations).apply(migrations)
    await batch(operator, binding, statements)
  })
}
