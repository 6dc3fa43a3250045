import { prepare, statement } from '../../statement.ts'
import { hitStatements, retryAfter, type Hit, type Limit } from '../throttle.ts'

/**
 * Takes one log-in try from each limit (登录限次) in one atomic batch and before the password is
 * looked at, so that parallel guesses cannot slip past; answers the seconds to wait, or null.
 */
export async function takeTries(
  db: D1Database,
  limits: readonly Limit[],
  now: number,
): Promise<number | null> {
  const answers = await db.batch<Hit>(prepare(db, hitStatements(limits, now)))
  return retryAfter(
    limits,
    answers.flatMap(({ results }) => results),
    now,
  )
}

/**
 * Gives tries back, because what succeeded was no failure; remembers under `knownAs` until
 * `knownUntil` (epoch ms) that the client logged in, and clears counters whose time is over.
 */
export async function settleTries(
  db: D1Database,
  limits: readonly Limit[],
  { knownAs, knownUntil }: { knownAs: string | null; knownUntil: number },
  now: number,
): Promise<void> {
  const give = limits.map(({ bucket }) =>
    statement('UPDATE throttle SET n = n - 1 WHERE bucket = ? AND n > 0', bucket),
  )
  const mark =
    knownAs === null
      ? []
      : [
          statement(
            `INSERT INTO throttle (bucket, n, resets_at) VALUES (?1, 1, ?2)
             ON CONFLICT DO UPDATE SET resets_at = excluded.resets_at`,
            knownAs,
            knownUntil,
          ),
        ]
  const clear = statement('DELETE FROM throttle WHERE resets_at <= ?', now)
  await db.batch(prepare(db, [...give, ...mark, clear]))
}

/** Says whether a client has logged in to the account before (see {@link settleTries}). */
export async function isKnown(db: D1Database, knownAs: string, now: number): Promise<boolean> {
  const row = await db
    .prepare('SELECT 1 FROM throttle WHERE bucket = ?1 AND resets_at > ?2')
    .bind(knownAs, now)
    .first()
  return row !== null
}
