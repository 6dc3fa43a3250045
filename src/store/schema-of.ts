/** Name of the newest migration that a database has, or '' when it has none. */
export async function schemaOf(db: D1Database): Promise<string> {
  try {
    const row = await db
      .prepare('SELECT name FROM d1_migrations ORDER BY name DESC LIMIT 1')
      .first<{ name: string }>()
    return row?.name ?? ''
  } catch (error) {
    if (error instanceof Error && error.message.includes('no such table')) return ''
    throw error
  }
}
