import { join } from 'node:path'
import { checkTree } from './check-tree.ts'
import { databasesOf, type DeployedDatabase } from './databases.ts'
import { localTarget, openLocalDatabases } from './local-databases.ts'
import { migrateAll, type MigrationOutcome } from './migrate-all.ts'
import { describeOutcomes, isBehind, progressLine } from './migrate-report.ts'
import { readMigrations, type MigrationTarget } from './migration-target.ts'
import { readTree } from './read-tree.ts'
import { describeProblem } from './problem.ts'
import { platformWrangler, remoteTarget } from './remote-databases.ts'

/** What `tenants migrate` was asked: where the databases are, which, how many at a time. */
export type MigrateRequest = {
  remote: boolean
  /** data folder of local databases */
  data: string
  /** slugs, or `region`; empty for every database */
  only: readonly string[]
  jobs: number
  dryRun: boolean
}

/** `tenants migrate`: brings databases to the current schema; answers the exit status. */
export async function runMigrate(root: string, request: MigrateRequest): Promise<number> {
  const tree = readTree(root)
  const problems = checkTree(tree)
  if (problems.length > 0) {
    for (const problem of problems) console.error(describeProblem(problem))
    console.error('机关清单有错，没有改动任何数据库。')
    return 1
  }
  const databases = databasesOf(tree.entries)
  const missing = request.only.filter((slug) => !databases.some((one) => one.slug === slug))
  if (missing.length > 0) {
    console.error(`没有这些机关（--only）：${missing.join('、')}`)
    return 1
  }
  const wanted = databases.filter(({ slug }) => {
    return request.only.length === 0 || request.only.includes(slug)
  })
  const outcomes = await (request.remote
    ? run(remoteTargets(root, wanted), request)
    : runLocally(root, wanted, request))
  const lines = describeOutcomes(outcomes)
  for (const line of lines) console.log(line)
  return outcomes.some(isBehind) ? 1 : 0
}

function remoteTargets(
  root: string,
  databases: readonly DeployedDatabase[],
): readonly MigrationTarget[] {
  const read = migrationReader(root)
  const wrangler = platformWrangler(root)
  return databases.map((one) => remoteTarget(one.slug, one.name, read(one), wrangler))
}

async function runLocally(
  root: string,
  databases: readonly DeployedDatabase[],
  request: MigrateRequest,
): Promise<readonly MigrationOutcome[]> {
  const read = migrationReader(root)
  const local = openLocalDatabases(request.data, databases)
  try {
    const targets = databases.map((one) => {
      return localTarget(one.slug, (statements) => local.batch(one.binding, statements), read(one))
    })
    return await run(targets, request)
  } finally {
    await local.close()
  }
}

function run(
  targets: readonly MigrationTarget[],
  { jobs, dryRun }: MigrateRequest,
): Promise<readonly MigrationOutcome[]> {
  const screen = {
    isTTY: process.stderr.isTTY,
    write: (text: string) => void process.stderr.write(text),
  }
  return migrateAll(targets, { jobs, dryRun, onDone: progressLine(targets.length, screen) })
}

function migrationReader(
  root: string,
): (database: DeployedDatabase) => MigrationTarget['migrations'] {
  const region = readMigrations(join(root, 'migrations/region'))
  const tenant = readMigrations(join(root, 'migrations/tenant'))
  return ({ migrations }) => (migrations === 'migrations/region' ? region : tenant)
}
