import { type Statement, statement } from '../statement.ts'

/** A limit (频次限制): at most `limit` times within a window of `windowMs`, counted under `bucket`. */
export type Limit = { bucket: string; limit: number; windowMs: number }

/** How often a bucket was hit in its window, and when the window ends (epoch ms). */
export type Hit = { bucket: string; n: number; resets_at: number }

/**
 * Counts one hit in each limit's bucket, check and act in one statement each: a later bucket is left
 * alone when an earlier one is full, so that one client cannot use up everybody's share.
 */
export function hitStatements(limits: readonly Limit[], now: number): Statement[] {
  return limits.map(({ bucket, limit, windowMs }, index) =>
    statement(
      `INSERT INTO throttle (bucket, n, resets_at)
       SELECT ?1, 1, ?2 WHERE NOT EXISTS (
         SELECT 1 FROM json_each(?5) JOIN throttle ON throttle.bucket = value->>'bucket'
         WHERE throttle.n > value->>'limit' AND throttle.resets_at > ?3)
       ON CONFLICT DO UPDATE SET
         n = CASE WHEN resets_at <= ?3 THEN 1 ELSE min(n + 1, ?4) END,
         resets_at = CASE WHEN resets_at <= ?3 THEN excluded.resets_at ELSE resets_at END
       RETURNING bucket, n, resets_at`,
      bucket,
      now + windowMs,
      now,
      limit + 1,
      JSON.stringify(limits.slice(0, index)),
    ),
  )
}

/** Reads how often buckets were hit, without counting. */
export function selectHits(limits: readonly Limit[]): Statement {
  return statement(
    `SELECT bucket, n, resets_at FROM throttle WHERE bucket IN (SELECT value FROM json_each(?))`,
    JSON.stringify(limits.map(({ bucket }) => bucket)),
  )
}

/** Seconds until a full bucket opens again, or null when none of the limits is passed. */
export function retryAfter(
  limits: readonly Limit[],
  hits: readonly Hit[],
  now: number,
): number | null {
  for (const { bucket, limit } of limits) {
    const hit = hits.find((row) => row.bucket === bucket)
    if (hit !== undefined && hit.n > limit)
      return Math.max(1, Math.ceil((hit.resets_at - now) / 1000))
  }
  return null
}
