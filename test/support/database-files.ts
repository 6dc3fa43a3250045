import { createHash, createHmac } from 'node:crypto'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from './migrate.ts'
import { sqliteD1 } from './sqlite-d1.ts'

/** The two kinds of database: an agency's own, and the region's. */
export type DatabaseKind = 'tenant' | 'region'

/** A new folder that is gone when this process ends. */
export function passingFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`))
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

/**
 * Lays the file of a database, as all migrations of its kind leave it, into the folder where a runtime
 * keeps its D1 databases; the runtime must not have opened it yet. The suite opens hundreds of
 * databases: the migrations run once, and each database is a copy.
 */
export async function layDatabase(folder: string, id: string, kind: DatabaseKind): Promise<void> {
  const template = templates.get(kind) ?? makeTemplate(kind)
  templates.set(kind, template)
  const place = join(folder, objectClass)
  mkdirSync(place, { recursive: true })
  copyFileSync(await template, join(place, `${objectIdOf(id)}.sqlite`))
}

const templates = new Map<DatabaseKind, Promise<string>>()

async function makeTemplate(kind: DatabaseKind): Promise<string> {
  const path = join(passingFolder('schema'), `${kind}.sqlite`)
  const made = sqliteD1(path)
  await migrate(made.db, kind)
  made.close()
  return path
}

/** The class of the runtime's objects that are D1 databases. */
const objectClass = 'miniflare-D1DatabaseObject'

/** The name that the runtime gives to the object of a database, and so to its file. */
function objectIdOf(id: string): string {
  const key = createHash('sha256').update(objectClass).digest()
  const sign = (text: string | Buffer): Buffer =>
    createHmac('sha256', key).update(text).digest().subarray(0, 16)
  const name = sign(id)
  return Buffer.concat([name, sign(name)]).toString('hex')
}
