/** Reads how far an agency's journal has come: the id of its last event, 0 before the first. */
export async function readEpoch(db: D1Database): Promise<number> {
  const row = await db
    .prepare('SELECT max(id) AS epoch FROM event')
    .first<{ epoch: number | null }>()
  return row?.epoch ?? 0
}

/** Reads the same with the fields of the newest version of the guide, as JSON; null before the first. */
export async function readFrame(db: D1Database): Promise<{ epoch: number; guide: string | null }> {
  const row = await db
    .prepare(
      `SELECT (SELECT max(id) FROM event) AS epoch,
         (SELECT fields FROM guide_version ORDER BY n DESC LIMIT 1) AS guide`,
    )
    .first<{ epoch: number | null; guide: string | null }>()
  return { epoch: row?.epoch ?? 0, guide: row?.guide ?? null }
}
