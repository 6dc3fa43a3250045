/** A message that was given up (死信); `body` is JSON text without personal data. */
export type DeadLetter = { id: number; body: string; reason: string; at: number }

/** Keeps letters; one that waits with the same body already is not kept again. `at` is epoch ms. */
export async function insertDeadLetters(
  region: D1Database,
  letters: readonly Pick<DeadLetter, 'body' | 'reason'>[],
  at: number,
): Promise<void> {
  await region
    .prepare(
      `INSERT INTO dead_letter (body, reason, at)
       SELECT value->>'body', value->>'reason', ?2 FROM json_each(?1)
       WHERE NOT EXISTS (
         SELECT 1 FROM dead_letter WHERE replayed_at IS NULL AND body = value->>'body')`,
    )
    .bind(JSON.stringify(letters), at)
    .run()
}

/** Reads letters that nobody has sent again, oldest first. */
export async function readDeadLetters(region: D1Database, limit: number): Promise<DeadLetter[]> {
  const { results } = await region
    .prepare(
      'SELECT id, body, reason, at FROM dead_letter WHERE replayed_at IS NULL ORDER BY id LIMIT ? + 0',
    )
    .bind(limit)
    .all<DeadLetter>()
  return results
}

/** Marks letters as sent again at `at` (epoch ms). */
export async function markReplayed(
  region: D1Database,
  ids: readonly number[],
  at: number,
): Promise<void> {
  await region
    .prepare(
      'UPDATE dead_letter SET replayed_at = ?2 WHERE id IN (SELECT value FROM json_each(?1)) AND replayed_at IS NULL',
    )
    .bind(JSON.stringify(ids), at)
    .run()
}
