import type { Result } from '../../domain/shared/refusal.ts'
import { ok, refuse } from '../../domain/shared/refusal.ts'
import { findSecondFactor } from '../../store/tenant/account/second-factor.ts'
import { findStaffById, type StaffRow } from '../../store/tenant/account/staff.ts'
import type { Ctx } from '../context.ts'
import { turnAway } from '../permissions.ts'

/** Who acts on an account of his own: the row, whether a second factor is on, and the session that he acts in. */
export type Own = { row: StaffRow; hasFactor: boolean; sessionId: string }

/** Reads the actor's own account (本人账号); refuses `unauthenticated` where nobody is logged in. */
export async function ownAccount({ actor, db }: Ctx): Promise<Result<Own>> {
  if (actor.type !== 'staff') return turnAway(actor)
  const [row, factor] = await Promise.all([
    findStaffById(db, actor.id),
    findSecondFactor(db, actor.id),
  ])
  return row === null
    ? refuse({ code: 'unauthenticated' })
    : ok({ row, hasFactor: factor !== null, sessionId: actor.sessionId })
}
