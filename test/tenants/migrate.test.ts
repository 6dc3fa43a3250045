import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { databasesOf } from '../../scripts/tenants/databases.ts'
import { localTarget, openLocalDatabases } from '../../scripts/tenants/local-databases.ts'
import { migrateAll } from '../../scripts/tenants/migrate-all.ts'
import { isBehind } from '../../scripts/tenants/migrate-report.ts'
import { runMigrate } from '../../scripts/tenants/migrate.ts'
import { readMigrations } from '../../scripts/tenants/migration-target.ts'
import { readTree } from '../../scripts/tenants/read-tree.ts'
import { remoteTarget } from '../../scripts/tenants/remote-databases.ts'
import { copyRepository, quiet, repository } from './copy.ts'

beforeEach(quiet)

const first = 'CREATE TABLE a (x INTEGER); CREATE TABLE b (x INTEGER);'
const second = `ALTER TABLE a ADD COLUMN y TEXT;
CREATE TRIGGER t AFTER INSERT ON a BEGIN INSERT INTO b VALUES (1); INSERT INTO b VALUES (2); END;
INSERT INTO a (x) VALUES (1);`

/** A copy whose migrations are the given scripts, for the region too. */
function copyWith(...scripts: string[]): string {
  const root = copyRepository()
  rmSync(join(root, 'migrations'), { recursive: true })
  for (const kind of ['tenant', 'region']) {
    mkdirSync(join(root, 'migrations', kind), { recursive: true })
    for (const [at, script] of scripts.entries()) addMigration(root, kind, at + 1, script)
  }
  return root
}

function addMigration(root: string, kind: string, number: number, script: string): void {
  writeFileSync(join(root, 'migrations', kind, `000${number}_x.sql`), script)
}

const request = { remote: false, only: ['region', 'czj', 'fuli', 'geji'], jobs: 8, dryRun: false }

test('on real databases: one with a conflict stays whole, the others move on, a second run mends it', async () => {
  const root = copyWith(first)
  const data = join(root, 'data')
  const wanted = { ...request, data }
  expect(await runMigrate(root, wanted)).toBe(0)

  addMigration(root, 'tenant', 2, second)
  const databases = databasesOf(readTree(root).entries).filter((one) =>
    wanted.only.includes(one.slug),
  )
  const migrations = readMigrations(join(root, 'migrations/tenant'))
  const local = openLocalDatabases(data, databases)
  onTestFinished(() => local.close())
  const sql = (binding: string, text: string): Promise<unknown> => {
    return local.batch(binding, [{ sql: text, values: [] }])
  }
  const targets = databases.slice(1).map(({ slug, binding }) => {
    return localTarget(slug, (statements) => local.batch(binding, statements), migrations)
  })
  await sql('DB_FULI', 'DROP TABLE b')
  await sql('DB_FULI', 'CREATE VIEW t AS SELECT 1')
  await sql('DB_FULI', 'CREATE TABLE b (x INTEGER CHECK (x < 2))')

  const outcomes = await migrateAll(targets, { jobs: 2, dryRun: false })
  expect(outcomes.filter(isBehind).map(({ name, left }) => [name, left])).toEqual([
    ['fuli', ['0002_x.sql']],
  ])
  expect(outcomes.find(({ name }) => name === 'fuli')?.failure).toContain('CHECK')
  // Nothing of the migration that failed is there: its new column and its trigger went with it.
  expect(await sql('DB_FULI', "SELECT count(*) AS n FROM pragma_table_info('a')")).toEqual([
    [{ n: 1 }],
  ])
  expect(await sql('DB_CZJ', 'SELECT sum(x) AS n FROM b')).toEqual([[{ n: 3 }]])

  await sql('DB_FULI', 'DROP TABLE b')
  await sql('DB_FULI', 'CREATE TABLE b (x INTEGER)')
  const again = await migrateAll(targets, { jobs: 2, dryRun: false })
  const moved = again.filter(({ applied }) => applied > 0).map(({ name }) => name)
  expect([again.some(isBehind), moved]).toEqual([false, ['fuli']])
})

test('a run that is killed on the way goes on where it stood', async () => {
  const root = copyWith(first, second)
  const data = join(root, 'data')
  const databases = databasesOf(readTree(root).entries).slice(0, 40)
  const only = databases.map(({ slug }) => slug)
  const words = ['migrate', '--data', data, '--jobs', '2', '--only', only.join(',')]
  // The group has the runtime in it, so the kill takes everything at once as a power cut does.
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'tenants-at.ts'), root, ...words],
    {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  const said = String(await once(child.stderr, 'data'))
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  await once(child, 'exit')
  expect(said).toContain('/40] 落后 0')

  const local = openLocalDatabases(data, databases)
  onTestFinished(() => local.close())
  const migrations = readMigrations(join(root, 'migrations/tenant'))
  const targets = databases.map(({ slug, binding }) => {
    return localTarget(slug, (statements) => local.batch(binding, statements), migrations)
  })
  const before = await migrateAll(targets, { jobs: 8, dryRun: true })
  const behind = before.filter(isBehind).length
  expect([behind > 0, behind < 40]).toEqual([true, true])
  const after = await migrateAll(targets, { jobs: 8, dryRun: false })
  expect(after.filter(isBehind)).toEqual([])
  for (const { binding } of databases) {
    const rows = await local.batch(binding, [
      { sql: 'SELECT name FROM d1_migrations ORDER BY id', values: [] },
      { sql: 'SELECT count(*) AS n FROM a', values: [] },
    ])
    expect(rows).toEqual([[{ name: '0001_x.sql' }, { name: '0002_x.sql' }], [{ n: 1 }]])
  }
})

test('wrangler reads the record that this program keeps, and this program reads wrangler’s', async () => {
  const root = copyWith(first)
  const local = { ...request, data: join(root, 'state/v3'), only: ['fuli'] }
  expect(await runMigrate(root, local)).toBe(0)
  addMigration(root, 'tenant', 2, second)
  addMigration(root, 'tenant', 3, 'THIS IS NOT SQL;')
  const wrangler = {
    script: join(repository, 'node_modules/wrangler/bin/wrangler.js'),
    root,
    where: ['--local', '--persist-to', join(root, 'state')],
  }
  const migrations = readMigrations(join(root, 'migrations/tenant'))
  const target = remoteTarget('fuli', 'yangguang-fuli', migrations, wrangler)
  const [outcome] = await migrateAll([target], { jobs: 1, dryRun: false })
  expect([outcome?.applied, outcome?.left]).toEqual([1, ['0003_x.sql']])
  expect(outcome?.failure).toContain('syntax error')

  rmSync(join(root, 'migrations/tenant/0003_x.sql'))
  expect(await runMigrate(root, { ...local, dryRun: true })).toBe(0)
})

test('a migration that was numbered before one that is there already is applied all the same', async () => {
  const root = copyWith(first)
  const local = { ...request, data: join(root, 'data'), only: ['fuli'] }
  addMigration(root, 'tenant', 3, 'CREATE TABLE late (x INTEGER);')
  expect(await runMigrate(root, local)).toBe(0)
  addMigration(root, 'tenant', 2, second)
  expect(await runMigrate(root, { ...local, dryRun: true })).toBe(1)
  expect(await runMigrate(root, local)).toBe(0)
  expect(await runMigrate(root, { ...local, dryRun: true })).toBe(0)
})
