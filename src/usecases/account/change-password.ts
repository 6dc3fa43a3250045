import * as z from 'zod'
import type { Result } from '../../domain/shared/refusal.ts'
import { refuseField } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { removePasswordLink } from '../../store/tenant/account/password-link.ts'
import type { Ctx } from '../context.ts'
import type { Opened } from './begin-session.ts'
import { changeOwn } from './change-own.ts'
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
  return changeOwn(ctx, tokens, row, {
    kind: 'staff.password-changed',
    hasFactor,
    password: await hashPassword(ctx.keys, chosen),
    statements: [removePasswordLink(row.id)],
  })
}
