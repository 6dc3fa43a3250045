import type { Result } from '../../domain/shared/refusal.ts'
import { ok, refuse, refuseField } from '../../domain/shared/refusal.ts'
import { settleTries, takeTries } from '../../store/tenant/account/login-tries.ts'
import type { StaffRow } from '../../store/tenant/account/staff.ts'
import type { Ctx } from '../context.ts'
import { passwordMatches } from './password.ts'

/**
 * Asks once more who somebody is that is logged in (本人复核): ten failures in a quarter of an hour and no
 * more, whoever sits at the machine.
 */
export async function limitedCheck(
  ctx: Ctx,
  staffId: string,
  check: () => Promise<Result<null>>,
): Promise<Result<null>> {
  const limits = [{ bucket: `password:${staffId}`, limit: 10, windowMs: 15 * 60_000 }]
  const wait = await takeTries(ctx.db, limits, ctx.now)
  if (wait !== null) return refuse({ code: 'too-many-requests', retryAfterSeconds: wait })
  const checked = await check()
  if (checked.ok) await settleTries(ctx.db, limits, { knownAs: null, knownUntil: 0 }, ctx.now)
  return checked
}

/** Checks a password against its owner's (核对密码), naming the field where it is wrong. */
export async function ownPassword(
  { keys }: Pick<Ctx, 'keys'>,
  row: Pick<StaffRow, 'password'>,
  password: string,
  pointer: '/password' | '/oldPassword',
): Promise<Result<null>> {
  const isRight = await passwordMatches(keys, password, row.password)
  return isRight ? ok(null) : refuseField(pointer, { problem: 'wrong-secret' })
}
