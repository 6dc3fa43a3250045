import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { commit } from '../../store/commit.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { planDues, type RecomputedDues } from './plan-dues.ts'

const maxTries = 4

/**
 * Recomputes every due day of an agency from the ledgers (重算期限), and until when applicants are
 * waited for, and says which moved; a `dryRun` writes nothing. Work going on meanwhile is read
 * again; `busy` when the cases stay contended.
 */
export async function recomputeDues(
  ctx: Ctx,
  { dryRun }: { dryRun: boolean },
): Promise<Result<RecomputedDues>> {
  if (!may(ctx.actor, 'application.recompute')) return turnAway(ctx.actor)
  for (let tries = 0; tries < maxTries; tries += 1) {
    const { events, statements, ...found } = await planDues(ctx, ctx.calendar)
    if (dryRun || statements.length === 0) return ok(found)
    const outcome = await commit(ctx, { events, statements })
    if (outcome.ok) return ok(found)
    if (outcome.conflict !== 'event') {
      throw new Error(`due days were not written: ${outcome.conflict}`)
    }
  }
  return refuse({ code: 'busy' })
}
