import { createHash } from 'node:crypto'

/**
 * How many rows every table of a database has, and a digest of them; two are equal when nothing has
 * changed. All tables are read in one call. `except` names tables that may change.
 */
export async function everyRow(
  db: D1Database,
  except: readonly string[] = [],
): Promise<Record<string, string>> {
  const { results } = await db
    .prepare(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'`,
    )
    .all<{ name: string }>()
  // A contentless index has no rows to show; its own tables are listed beside it.
  const names = results
    .map(({ name }) => name)
    .filter((name) => !name.endsWith('_search') && !except.includes(name))
  const tables = await db.batch(names.map((name) => db.prepare(`SELECT * FROM "${name}"`)))
  return Object.fromEntries(
    tables.map(({ results: rows }, index) => {
      const digest = createHash('sha256').update(JSON.stringify(rows)).digest('hex')
      return [names[index] ?? '', `${rows.length} ${digest}`]
    }),
  )
}
