import * as z from 'zod'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok, refuse } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { commit } from '../../store/commit.ts'
import { findPasswordLink, removePasswordLink } from '../../store/tenant/account/password-link.ts'
import { removeSessionsOf } from '../../store/tenant/account/session.ts'
import { findStaffById, type StaffRow, updateStaff } from '../../store/tenant/account/staff.ts'
import type { Ctx } from '../context.ts'
import { newPassword } from './new-password.ts'
import { hashPassword } from './password.ts'
import { isLinkSecret, linkDigest } from './password-link.ts'

/** The secret of a link and the password that is set by it. */
export const passwordSetting = z.strictObject({ link: z.string().max(64), newPassword })

/** Shows for whom a link is (设密码): who holds it may know that. Refuses `link-over`. */
export async function showPasswordLink(
  ctx: Ctx,
  secret: string,
): Promise<Result<{ name: string; username: string }>> {
  const row = await holderOf(ctx, secret)
  return row === null
    ? refuse({ code: 'link-over' })
    : ok({ name: row.name, username: row.username })
}

/**
 * Sets a password by a link (设密码): the link is used up and every session of the person ends. Refuses
 * `link-over` for one that was used, replaced, half an hour old or never made.
 */
export async function setPassword(ctx: Ctx, raw: unknown): Promise<Result<null>> {
  const input = parseInput(passwordSetting, raw)
  if (!input.ok) return input
  const row = await holderOf(ctx, input.value.link)
  if (row === null) return refuse({ code: 'link-over' })
  const password = await hashPassword(ctx.keys, input.value.newPassword)
  const version = row.version + 1
  const outcome = await commit(ctx, {
    events: [
      { kind: 'staff.password-set', entity: 'staff', entityId: row.id, seq: version, data: {} },
    ],
    statements: [
      updateStaff(ctx.db, row.id, { password, version }),
      removePasswordLink(row.id),
      removeSessionsOf(row.id),
    ],
  })
  if (outcome.ok) return ok(null)
  // Somebody else changed the account meanwhile, or used the link.
  const isOpen = (await holderOf(ctx, input.value.link)) !== null
  return refuse({ code: isOpen ? 'stale' : 'link-over' })
}

async function holderOf({ db, now }: Ctx, secret: string): Promise<StaffRow | null> {
  if (!isLinkSecret(secret)) return null
  const link = await findPasswordLink(db, await linkDigest(secret))
  if (link === null || now >= link.expiresAt) return null
  const row = await findStaffById(db, link.staffId)
  return row !== null && row.active ? row : null
}
