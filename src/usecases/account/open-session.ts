import * as z from 'zod'
import type { Actor } from '../../domain/shared/actor.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok, refuse } from '../../domain/shared/refusal.ts'
import { commit } from '../../store/commit.ts'
import { findStaff, type StaffRow } from '../../store/tenant/account/staff.ts'
import { settleTries, takeTries } from '../../store/tenant/account/login-tries.ts'
import type { Ctx } from '../context.ts'
import { fails, parseInput } from '../../domain/shared/validate/parse.ts'
import { beginSession, type Opened } from './begin-session.ts'
import { checkSecondFactor } from './check-second-factor.ts'
import { loginLimits } from './login-limits.ts'
import { nobodysHash, passwordMatches } from './password.ts'
import type { SessionTokens } from './session-token.ts'
import { tidyUsername } from '../../domain/account/username.ts'

const text = (max: number): z.ZodType<string> =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((value) => value.isWellFormed(), fails({ problem: 'text-unsafe' }))

/** What somebody shows to log in; `otp` is asked of accounts with a second factor alone. */
export const credentials = z.strictObject({
  username: text(64),
  password: text(128),
  otp: z.string().max(16).optional(),
})

/**
 * Opens a session (登录) for who knows the password and, where the account has a second factor, its code of
 * now. Unknown user, wrong password and wrong code are refused alike (`wrong-credentials`); too many tries answer `too-many-requests`, right or wrong.
 */
export async function openSession(
  ctx: Ctx,
  tokens: SessionTokens,
  raw: unknown,
  clientKey: string,
): Promise<Result<Opened>> {
  const parsed = parseInput(credentials, raw)
  if (!parsed.ok) return parsed
  const username = tidyUsername(parsed.value.username)
  const { limits, ...known } = await loginLimits(ctx, username, clientKey)
  const wait = await takeTries(ctx.db, limits, ctx.now)
  if (wait !== null) return refuse({ code: 'too-many-requests', retryAfterSeconds: wait })
  const staff = await findStaff(ctx.db, username)
  const isReady = staff !== null && staff.active && staff.password !== ''
  const stored = isReady ? staff.password : nobodysHash
  const matches = await passwordMatches(ctx.keys, parsed.value.password, stored)
  if (staff === null || !matches) return refuse({ code: 'wrong-credentials' })
  const factor = await checkSecondFactor(ctx, staff.id, parsed.value.otp ?? '')
  if (factor === 'failed') return refuse({ code: 'wrong-credentials' })
  await settleTries(ctx.db, limits, known, ctx.now)
  return ok(await begin(ctx, tokens, staff, factor === 'passed'))
}

async function begin(
  ctx: Ctx,
  tokens: SessionTokens,
  staff: StaffRow,
  hasFactor: boolean,
): Promise<Opened> {
  const { opened, sessionId, event, statements } = await beginSession(ctx, tokens, staff, hasFactor)
  const { id, name, roles } = staff
  const actor: Actor = { type: 'staff', id, name, roles, sessionId }
  const outcome = await commit({ ...ctx, actor }, { events: [event], statements })
  if (!outcome.ok) throw new Error(`session was not written: ${outcome.conflict}`)
  return opened
}
