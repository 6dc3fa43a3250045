import * as z from 'zod'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok, refuse, refuseField } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { commit } from '../../store/commit.ts'
import { removePasswordLink } from '../../store/tenant/account/password-link.ts'
import { removeSessionsOf } from '../../store/tenant/account/session.ts'
import { updateStaff } from '../../store/tenant/account/staff.ts'
import type { Ctx } from '../context.ts'
import { beginSession, type Opened } from './begin-session.ts'
import { limitedCheck, ownPassword } from './limited-check.ts'
import { newPassword } from './new-password.ts'
import { ownAccount } from './own-account.ts'
import { hashPassword } from './password.ts'
import type { SessionTokens } from './session-token.ts'

/** The present password and the one that follows it. */
export const passwordChange = z.strictObject({
  oldPassword: z.string().min(1).max(128),
  newPassword,
})

/**
 * Changes one's own password (修改密码): every session ends, an open link too, and who changed it goes on
 * in a new session.
 */
export async function changePassword(
  ctx: Ctx,
  tokens: SessionTokens,
  raw: unknown,
): Promise<Result<Opened>> {
  const own = await ownAccount(ctx)
  if (!own.ok) return own
  const input = parseInput(passwordChange, raw)
  if (!input.ok) return input
  const { row, hasFactor } = own.value
  const { oldPassword, newPassword: chosen } = input.value
  const checked = await limitedCheck(ctx, row.id, () =>
    ownPassword(ctx, row, oldPassword, '/oldPassword'),
  )
  if (!checked.ok) return checked
  if (chosen === oldPassword) return refuseField('/newPassword', { problem: 'duplicate' })
  const password = await hashPassword(ctx.keys, chosen)
  const version = row.version + 1
  const session = await beginSession(ctx, tokens, { ...row, password }, hasFactor)
  const outcome = await commit(ctx, {
    events: [
      { kind: 'staff.password-changed', entity: 'staff', entityId: row.id, seq: version, data: {} },
      session.event,
    ],
    statements: [
      updateStaff(ctx.db, row.id, { password, version }),
      removePasswordLink(row.id),
      removeSessionsOf(row.id),
      ...session.statements,
    ],
  })
  return outcome.ok ? ok(session.opened) : refuse({ code: 'stale' })
}
