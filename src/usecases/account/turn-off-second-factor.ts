import * as z from 'zod'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok, refuse, refuseField } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { removeSecondFactor } from '../../store/tenant/account/second-factor.ts'
import type { Ctx } from '../context.ts'
import type { Opened } from './begin-session.ts'
import { changeOwn } from './change-own.ts'
import { checkSecondFactor } from './check-second-factor.ts'
import { limitedCheck, ownPassword } from './limited-check.ts'
import { ownAccount } from './own-account.ts'
import type { SessionTokens } from './session-token.ts'

/** The password and a code, which together say that it is the owner. */
export const factorRemoval = z.strictObject({
  password: z.string().min(1).max(128),
  otp: z.string().min(1).max(16),
})

/** Turns one's own second factor off (关闭动态口令); who did goes on in a new session. */
export async function turnOffSecondFactor(
  ctx: Ctx,
  tokens: SessionTokens,
  raw: unknown,
): Promise<Result<Opened>> {
  const own = await ownAccount(ctx)
  if (!own.ok) return own
  const { row } = own.value
  const input = parseInput(factorRemoval, raw)
  if (!input.ok) return input
  const { password, otp } = input.value
  const checked = await limitedCheck(ctx, row.id, async () => {
    const known = await ownPassword(ctx, row, password, '/password')
    if (!known.ok) return known
    const factor = await checkSecondFactor(ctx, row.id, otp)
    if (factor === 'off') return refuse({ code: 'step-not-open', state: 'off', action: 'turn-off' })
    return factor === 'passed' ? ok(null) : refuseField('/otp', { problem: 'wrong-secret' })
  })
  if (!checked.ok) return checked
  return changeOwn(ctx, tokens, row, {
    kind: 'staff.factor-off',
    hasFactor: false,
    statements: [removeSecondFactor(row.id)],
  })
}
