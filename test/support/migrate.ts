import { readdirSync, readFileSync } from 'node:fs'

/** Applies every migration of a kind to a fresh database, each file as one batch, as the migration command does. */
export async function migrate(db: D1Database, kind: 'tenant' | 'region'): Promise<void> {
  const folder = new URL(`../../migrations/${kind}/`, import.meta.url)
  await db
    .prepare(
      'CREATE TABLE IF NOT EXISTS d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)',
    )
    .run()
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .toSorted()) {
    const statements = readFileSync(new URL(name, folder), 'utf8')
      .replaceAll(/^--.*$/gm, '')
      .split(/;\s*\n/)
      .map((text) => text.trim())
      .filter((text) => text !== '')
    await db.batch([
      ...statements.map((text) => db.prepare(text)),
      db.prepare('INSERT INTO d1_migrations (name) VALUES (?)').bind(name),
    ])
  }
}
