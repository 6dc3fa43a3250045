import { cleanupRows } from '../../domain/norm/cleanup.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { refuse } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { commit } from '../../store/commit.ts'
import { proposeRows } from '../../store/tenant/norm/cleanup.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { type CleanupView, showCleanup } from './show-cleanup.ts'

/** Notes what is proposed for documents of an open cleanup (清理意见); nothing changes yet. */
export async function proposeCleanup(
  ctx: Ctx,
  id: string,
  raw: unknown,
): Promise<Result<CleanupView>> {
  if (!may(ctx.actor, 'norm.cleanup')) return turnAway(ctx.actor)
  const shown = await showCleanup(ctx, id)
  if (!shown.ok) return shown
  const { state, version } = shown.value
  if (state !== 'open') return refuse({ code: 'step-not-open', state, action: 'propose' })
  const input = parseInput(cleanupRows, raw)
  if (!input.ok) return input
  if (input.value.version !== undefined && input.value.version !== version) {
    return refuse({ code: 'stale' })
  }
  const rows = input.value.rows.map(({ document, decision, reason = null }) => ({
    document,
    decision,
    reason,
  }))
  const outcome = await commit(ctx, {
    events: [
      {
        entity: 'cleanup',
        entityId: id,
        seq: version + 1,
        kind: 'cleanup.proposed',
        data: { documents: rows.length },
      },
    ],
    statements: proposeRows(id, version + 1, rows),
  })
  return outcome.ok ? showCleanup(ctx, id) : refuse({ code: 'stale' })
}
