import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { commit } from '../../store/commit.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { planItemDues } from '../item/plan-item-dues.ts'
import { planDues, type RecomputedDues } from './plan-dues.ts'

const maxTries = 4

/**
 * Recomputes every due day of an agency from the ledgers (重算期限), until when applicants are
 * waited for, and by when items must be public, and says which moved; a `dryRun` writes nothing. Work going on meanwhile is read
 * again; `busy` when the cases stay contended.
 */
export async function recomputeDues(
  ctx: Ctx,
  { dryRun }: { dryRun: boolean },
): Promise<Result<RecomputedDues & { items: number }>> {
  if (!may(ctx.actor, 'application.recompute')) return turnAway(ctx.actor)
  for (let tries = 0; tries < maxTries; tries += 1) {
    const { events, statements, ...dues } = await planDues(ctx, ctx.calendar)
    const owed = await planItemDues(ctx, ctx.calendar)
    const found = { ...dues, items: owed.items }
    const writes = [...statements, ...owed.statements]
    if (dryRun || writes.length === 0) return ok(found)
    const outcome = await commit(ctx, { events, statements: writes })
    if (outcome.ok) return ok(found)
    if (outcome.conflict !== 'event') {
      throw new Error(`due days were not written: ${outcome.conflict}`)
    }
  }
  return refuse({ code: 'busy' })
}
