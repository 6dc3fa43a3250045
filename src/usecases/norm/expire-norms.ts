import { localDateOf } from '../../domain/time/instant.ts'
import { selectExpired } from '../../store/tenant/norm/list.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok } from '../../domain/shared/refusal.ts'
import { addDays, localDate } from '../../domain/time/local-date.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { commitNorm } from './commit-norm.ts'
import { planEnding } from './plan-ending.ts'
import { readNorms } from './read-norm.ts'

/** Most documents that one run expires; the next run does the rest. */
const limit = 50

/**
 * Ends the force of documents whose last day has passed (自动失效), on the day after it, whenever the
 * job may run. Any number of runs expires each once; answers how many this one did.
 */
export async function expireNorms(ctx: Ctx): Promise<Result<{ expired: number }>> {
  if (!may(ctx.actor, 'norm.expire')) return turnAway(ctx.actor)
  const due = await readNorms(ctx, selectExpired(localDateOf(ctx.now), limit))
  let expired = 0
  for (const norm of due) {
    const on = addDays(localDate(norm.expiresOn ?? ''), 1)
    const act = { ending: 'expired', on, reason: null, isTold: true } as const
    const { change, besides } = await planEnding(ctx, norm, act)
    const done = await commitNorm(ctx, change, besides)
    if (done.ok) expired += 1
    else if (done.refusal.code !== 'stale') return done
  }
  return ok({ expired })
}
