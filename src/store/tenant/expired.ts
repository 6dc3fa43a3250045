import { prepare, statement } from '../statement.ts'
import { forgetMisses } from './item/search-miss.ts'
import { forgetContacts } from './topic.ts'

/**
 * Deletes limits whose window is over, sessions that have ended, answers remembered before
 * `answeredBefore`, words missed before the day `missedBefore`, and how to reach those whose topic
 * was decided before `contactsBefore`.
 */
export async function deleteExpired(
  db: D1Database,
  now: number,
  answeredBefore: number,
  missedBefore: string,
  contactsBefore: number,
): Promise<void> {
  await db.batch(
    prepare(db, [
      statement('DELETE FROM throttle WHERE resets_at < ?', now),
      statement('DELETE FROM session WHERE expires_at < ?', now),
      statement('DELETE FROM idempotency WHERE at < ?', answeredBefore),
      forgetMisses(missedBefore),
      forgetContacts(contactsBefore),
    ]),
  )
}
