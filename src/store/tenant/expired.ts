import { prepare, statement } from '../statement.ts'

/** Deletes limits whose window is over, sessions that have ended and answers remembered before `answeredBefore`. */
export async function deleteExpired(
  db: D1Database,
  now: number,
  answeredBefore: number,
): Promise<void> {
  await db.batch(
    prepare(db, [
      statement('DELETE FROM throttle WHERE resets_at < ?', now),
      statement('DELETE FROM session WHERE expires_at < ?', now),
      statement('DELETE FROM idempotency WHERE at < ?', answeredBefore),
    ]),
  )
}
