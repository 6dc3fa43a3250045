import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrationNames } from './generate.ts'
import { splitStatements } from './split-statements.ts'

/** One migration file (迁移) cut into statements; the name is the file's, `.sql` included. */
export type Migration = { name: string; statements: readonly string[] }

/** A database to be brought to the current schema: where it stands and how to move it on. */
export type MigrationTarget = {
  name: string
  /** every migration that it should have, in order */
  migrations: readonly Migration[]
  /** names of the migrations that it has */
  applied(): Promise<readonly string[]>
  /** applies migrations in order, each with its record as one atomic step, or all as one where there is none yet; throws at the first that fails */
  apply(pending: readonly Migration[]): Promise<void>
}

/** Reads every migration of a folder in order. */
export function readMigrations(folder: string): readonly Migration[] {
  return migrationNames(folder).map((name) => {
    return { name, statements: splitStatements(readFileSync(join(folder, name), 'utf8')) }
  })
}
