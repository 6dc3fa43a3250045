import type { Result } from '../../domain/shared/refusal.ts'
import { ok, refuse } from '../../domain/shared/refusal.ts'
import { commit } from '../../store/commit.ts'
import { removeSessionsOf } from '../../store/tenant/account/session.ts'
import { updateStaff } from '../../store/tenant/account/staff.ts'
import type { Ctx } from '../context.ts'
import { ownAccount } from './own-account.ts'

/** Ends every session of one's own but this one (退出其他登录). */
export async function endOtherSessions(ctx: Ctx): Promise<Result<null>> {
  const own = await ownAccount(ctx)
  if (!own.ok) return own
  const { row, sessionId } = own.value
  const version = row.version + 1
  const outcome = await commit(ctx, {
    events: [
      { kind: 'staff.sessions-ended', entity: 'staff', entityId: row.id, seq: version, data: {} },
    ],
    statements: [updateStaff(ctx.db, row.id, { version }), removeSessionsOf(row.id, sessionId)],
  })
  return outcome.ok ? ok(null) : refuse({ code: 'stale' })
}
