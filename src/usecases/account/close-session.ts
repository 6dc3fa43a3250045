import type { Result } from '../../domain/shared/refusal.ts'
import { ok } from '../../domain/shared/refusal.ts'
import { commit } from '../../store/commit.ts'
import { removeSession } from '../../store/tenant/account/session.ts'
import type { Ctx } from '../context.ts'
import { turnAway } from '../permissions.ts'

/** Ends the actor's session at once (退出登录); refuses `unauthenticated` when there is none. */
export async function closeSession(ctx: Ctx): Promise<Result<null>> {
  const { actor } = ctx
  if (actor.type !== 'staff') return turnAway(actor)
  const { id: staff, sessionId: entityId } = actor
  // A conflict means that another tab was faster: the session is closed all the same.
  await commit(ctx, {
    events: [{ kind: 'session.closed', entity: 'session', entityId, seq: 2, data: { staff } }],
    statements: [removeSession(ctx.db, entityId)],
  })
  return ok(null)
}
