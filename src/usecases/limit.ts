import { ok, refuse, type Result } from '../domain/shared/refusal.ts'
import { prepare } from '../store/statement.ts'
import { type Hit, hitStatements, type Limit, retryAfter } from '../store/tenant/throttle.ts'
import type { Ctx } from './context.ts'

/** Counts one try against limits (频次限制) and refuses `too-many-requests` when one is passed. */
export async function withinLimits(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  limits: readonly Limit[],
): Promise<Result<null>> {
  if (limits.length === 0) return ok(null)
  const results = await db.batch<Hit>(prepare(db, hitStatements(limits, now)))
  const hits = results.flatMap((result) => result.results)
  const seconds = retryAfter(limits, hits, now)
  return seconds === null
    ? ok(null)
    : refuse({ code: 'too-many-requests', retryAfterSeconds: seconds })
}
