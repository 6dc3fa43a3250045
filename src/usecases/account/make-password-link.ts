import { staffStep } from '../../domain/account/input.ts'
import {
  type StaffAction,
  staffLifecycle,
  type StaffState,
} from '../../domain/account/lifecycle.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok, refuse } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { toRfc3339 } from '../../domain/time/instant.ts'
import { commit } from '../../store/commit.ts'
import { putPasswordLink } from '../../store/tenant/account/password-link.ts'
import { findStaffById, updateStaff } from '../../store/tenant/account/staff.ts'
import { openStep } from '../open-step.ts'
import type { AccountCtx } from './account-ctx.ts'
import { may, turnAway } from '../permissions.ts'
import { drawLinkSecret, linkDigest, linkLifeMs } from './password-link.ts'
import { rolesOf, stateOf } from './staff-view.ts'

/** The secret of a link, told once, and until when it may be used (RFC 3339). */
export type MadeLink = { secret: string; expiresAt: string }

/**
 * Makes a link by which a person sets a password once (设密码链接), in place of one that was open; the
 * password and the sessions that are stay until it is used.
 */
export async function makePasswordLink(
  ctx: AccountCtx,
  id: string,
  raw: unknown,
): Promise<Result<MadeLink>> {
  if (!may(ctx.actor, 'staff.manage')) return turnAway(ctx.actor)
  const row = await findStaffById(ctx.db, id)
  if (row === null) return refuse({ code: 'not-found' })
  const input = parseInput(staffStep, raw)
  if (!input.ok) return input
  const open = openStep<StaffState, StaffAction>(
    staffLifecycle,
    { state: stateOf(row), version: row.version },
    'make-link',
    rolesOf(ctx.actor),
    input.value.version,
  )
  if (!open.ok) return open
  const secret = drawLinkSecret()
  const [version, expiresAt] = [row.version + 1, ctx.now + linkLifeMs]
  const digest = await linkDigest(secret)
  const outcome = await commit(ctx, {
    events: [{ kind: 'staff.link-made', entity: 'staff', entityId: id, seq: version, data: {} }],
    statements: [
      updateStaff(ctx.db, id, { version }),
      putPasswordLink({ staffId: id, digest, expiresAt }),
    ],
  })
  return outcome.ok ? ok({ secret, expiresAt: toRfc3339(expiresAt) }) : refuse({ code: 'stale' })
}
