import { Miniflare } from 'miniflare'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { layDatabase, passingFolder } from '../support/database-files.ts'
import { directD1, type DirectLine, directScript, openDirectLine } from '../support/direct-d1.ts'
import { migrate } from '../support/migrate.ts'

const kinds = ['tenant', 'region'] as const

let mf: Miniflare
let line: DirectLine
beforeAll(async () => {
  const folder = passingFolder('migrations')
  for (const kind of kinds) await layDatabase(folder, `laid-${kind}`, kind)
  mf = new Miniflare({
    modules: true,
    script: directScript,
    compatibilityDate: '2026-07-30',
    d1Databases: kinds.flatMap((kind) => [`empty-${kind}`, `laid-${kind}`]),
    d1Persist: folder,
    unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
  })
  line = await openDirectLine(mf)
})
afterAll(async () => {
  line.close()
  await mf.dispose()
})

/** What stands in a database: its schema, and the rows of every table without instants and what is drawn by lot. */
async function contentOf(db: D1Database): Promise<Record<string, unknown>> {
  const { results: schema } = await db
    .prepare(
      "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE '\\_cf\\_%' ESCAPE '\\' ORDER BY rowid",
    )
    .all<{ type: string; name: string; sql: string | null }>()
  const rows: Record<string, unknown> = {}
  for (const { type, name } of schema) {
    if (type !== 'table') continue
    const { results } = await db.prepare(`SELECT * FROM "${name}"`).all()
    for (const row of results) {
      row['applied_at'] = null
      if (name === 'counter' && row['name'] === 'feed') row['n'] = null
    }
    rows[name] = results
  }
  return { schema, rows }
}

test.each(kinds)(
  'every migration of a %s runs on the real D1, and leaves what the houses of the tests are laid with',
  async (kind) => {
    const empty = directD1(line, `empty-${kind}`)
    await migrate(empty, kind)
    const migrated = await contentOf(empty)
    expect(JSON.stringify(migrated)).toContain('0001_base.sql')
    expect(await contentOf(directD1(line, `laid-${kind}`))).toEqual(migrated)
  },
)
