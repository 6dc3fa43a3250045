import type { Result } from '../../domain/shared/refusal.ts'
import { ok } from '../../domain/shared/refusal.ts'
import { findStaff } from '../../store/tenant/account/staff.ts'
import type { AccountCtx } from './account-ctx.ts'
import { may, turnAway } from '../permissions.ts'
import { actOnStaff } from './act-on-staff.ts'
import { type MadeLink, makePasswordLink } from './make-password-link.ts'
import { takeOnStaff } from './take-on-staff.ts'
import { tidyUsername } from '../../domain/account/username.ts'

/** Whom the operator wants let in, and whether the second factor is lost. */
export type AdminWanted = { username: string; name: string; dropFactor: boolean }

/** A link, and whether the account was made for it. */
export type Appointed = MadeLink & { made: boolean }

/**
 * The operator's way in (首名管理员): makes an administrator without a password where the user name is new,
 * and a link for the account in either case; takes the second factor off where its owner has lost it. Nobody's
 * roles change by it.
 */
export async function appointAdmin(
  ctx: AccountCtx,
  { username, name, dropFactor }: AdminWanted,
): Promise<Result<Appointed>> {
  if (!may(ctx.actor, 'staff.create')) return turnAway(ctx.actor)
  const known = await findStaff(ctx.db, tidyUsername(username))
  const person =
    known === null ? await takeOnStaff(ctx, { username, name, roles: ['admin'] }) : ok(known)
  if (!person.ok) return person
  const { id } = person.value
  if (dropFactor) {
    const dropped = await actOnStaff(ctx, id, 'drop-factor', {})
    if (!dropped.ok && dropped.refusal.code !== 'step-not-open') return dropped
  }
  const link = await makePasswordLink(ctx, id, {})
  return link.ok ? ok({ ...link.value, made: known === null }) : link
}
