import * as z from 'zod'
import type { Result } from '../../domain/shared/refusal.ts'
import { refuse, refuseField } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { toBase64Url } from '../../store/keyring.ts'
import { addSecondFactor } from '../../store/tenant/account/second-factor.ts'
import type { Ctx } from '../context.ts'
import type { Opened } from './begin-session.ts'
import { changeOwn } from './change-own.ts'
import { factorField } from './check-second-factor.ts'
import { ownAccount } from './own-account.ts'
import { isOn, openOffer } from './second-factor-offer.ts'
import type { SessionTokens } from './session-token.ts'
import { stepOfCode } from './totp.ts'

/** The offer that was shown, and the first code that the authenticator made of it. */
export const factorConfirmation = z.strictObject({
  offer: z.string().min(1).max(1000),
  otp: z.string().min(1).max(16),
})

/**
 * Turns one's own second factor on (开通动态口令) by its first code: every session that was opened without
 * ends, and who turned it on goes on in a new one.
 */
export async function turnOnSecondFactor(
  ctx: Ctx,
  tokens: SessionTokens,
  raw: unknown,
): Promise<Result<Opened>> {
  const own = await ownAccount(ctx)
  if (!own.ok) return own
  const { row, hasFactor } = own.value
  const input = parseInput(factorConfirmation, raw)
  if (!input.ok) return input
  if (hasFactor) return refuse(isOn)
  const secret = await openOffer(ctx, row.id, input.value.offer)
  if (secret === null) return refuseField('/offer', { problem: 'wrong-secret' })
  const lastStep = await stepOfCode(secret, input.value.otp, { now: ctx.now, after: 0 })
  if (lastStep === null) return refuseField('/otp', { problem: 'wrong-secret' })
  const sealed = await ctx.keys.seal(factorField(row.id), toBase64Url(secret))
  return changeOwn(ctx, tokens, row, {
    kind: 'staff.factor-on',
    hasFactor: true,
    statements: [addSecondFactor(row.id, { secret: sealed, lastStep })],
  })
}
