/** Reads how far an agency's journal has come: the id of its last event, 0 before the first. */
export async function readEpoch(db: D1Database): Promise<number> {
  const row = await db
    .prepare('SELECT max(id) AS epoch FROM event')
    .first<{ epoch: number | null }>()
  return row?.epoch ?? 0
}
