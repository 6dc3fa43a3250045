import type { Result } from '../../domain/shared/refusal.ts'
import { ok, refuse } from '../../domain/shared/refusal.ts'
import { commit } from '../../store/commit.ts'
import type { Statement } from '../../store/statement.ts'
import { removeSessionsOf } from '../../store/tenant/account/session.ts'
import { type StaffRow, updateStaff } from '../../store/tenant/account/staff.ts'
import type { Ctx } from '../context.ts'
import { beginSession, type Opened } from './begin-session.ts'
import type { SessionTokens } from './session-token.ts'

/** What somebody changes in his own account; `hasFactor` is how it stands afterwards. */
type OwnChange = {
  kind: 'staff.password-changed' | 'staff.factor-on' | 'staff.factor-off'
  hasFactor: boolean
  password?: string
  statements: readonly Statement[]
}

/**
 * Writes a change that somebody makes in his own account (本人变更账号): every session ends, and who made it
 * goes on in a new one. Refuses `stale` where the account changed meanwhile.
 */
export async function changeOwn(
  ctx: Ctx,
  tokens: SessionTokens,
  row: StaffRow,
  { kind, hasFactor, password = row.password, statements }: OwnChange,
): Promise<Result<Opened>> {
  const version = row.version + 1
  const session = await beginSession(ctx, tokens, { ...row, password }, hasFactor)
  const outcome = await commit(ctx, {
    events: [{ kind, entity: 'staff', entityId: row.id, seq: version, data: {} }, session.event],
    statements: [
      updateStaff(ctx.db, row.id, { password, version }),
      ...statements,
      removeSessionsOf(row.id),
      ...session.statements,
    ],
  })
  return outcome.ok ? ok(session.opened) : refuse({ code: 'stale' })
}
