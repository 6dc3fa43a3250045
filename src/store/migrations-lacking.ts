/** How many of these migrations, by name, a database lacks. */
export async function migrationsLacking(db: D1Database, names: readonly string[]): Promise<number> {
  try {
    const row = await db
      .prepare(
        'SELECT count(*) AS n FROM d1_migrations WHERE name IN (SELECT value FROM json_each(?))',
      )
      .bind(JSON.stringify(names))
      .first<{ n: number }>()
    return names.length - (row?.n ?? 0)
  } catch (error) {
    if (error instanceof Error && error.message.includes('no such table')) return names.length
    throw error
  }
}
