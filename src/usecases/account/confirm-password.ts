import type { Result } from '../../domain/shared/refusal.ts'
import { ok, refuse, refuseField } from '../../domain/shared/refusal.ts'
import { settleTries, takeTries } from '../../store/tenant/login-tries.ts'
import type { StaffRow } from '../../store/tenant/staff.ts'
import type { Ctx } from '../context.ts'
import { passwordMatches } from './password.ts'

/**
 * Asks once more for the password of somebody who is logged in (复核密码): ten wrong ones in a quarter of
 * an hour and no more, whoever sits at the machine.
 */
export async function confirmPassword(
  ctx: Ctx,
  row: Pick<StaffRow, 'id' | 'password'>,
  password: string,
  pointer: '/password' | '/oldPassword' = '/password',
): Promise<Result<null>> {
  const limits = [{ bucket: `password:${row.id}`, limit: 10, windowMs: 15 * 60_000 }]
  const wait = await takeTries(ctx.db, limits, ctx.now)
  if (wait !== null) return refuse({ code: 'too-many-requests', retryAfterSeconds: wait })
  const isRight = await passwordMatches(ctx.keys, password, row.password)
  if (!isRight) return refuseField(pointer, { problem: 'wrong-secret' })
  await settleTries(ctx.db, limits, { knownAs: null, knownUntil: 0 }, ctx.now)
  return ok(null)
}
