import * as z from 'zod'
import { otpauthUri, toBase32 } from '../../domain/account/second-factor.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok, refuse } from '../../domain/shared/refusal.ts'
import { fromBase64Url, toBase64Url } from '../../store/keyring.ts'
import type { Ctx } from '../context.ts'
import { ownAccount } from './own-account.ts'
import { drawTotpSecret } from './totp.ts'

const lifeMs = 30 * 60_000
const sealed = z.object({ secret: z.string(), until: z.number() })

/**
 * A secret that is offered (待开通的密钥): as text, as an address for authenticators, and sealed, to come back
 * with the first code. Nothing is stored before.
 */
export type FactorOffer = { secret: string; uri: string; offer: string }

/** Offers a second factor to who acts (开通动态口令); refuses `step-not-open` where one is on. */
export async function offerSecondFactor(ctx: Ctx): Promise<Result<FactorOffer>> {
  const own = await ownAccount(ctx)
  if (!own.ok) return own
  const { row, hasFactor } = own.value
  if (hasFactor) return refuse(isOn)
  const secret = toBase64Url(drawTotpSecret())
  const offer = { secret, until: ctx.now + lifeMs }
  return ok(
    shown(ctx, row.username, {
      bytes: fromBase64Url(secret),
      offer: await ctx.keys.seal(offerField(row.id), JSON.stringify(offer)),
    }),
  )
}

/** What is said to who turns on what is on. */
export const isOn = { code: 'step-not-open', state: 'on', action: 'turn-on' } as const

/** Opens an offer that came back (核对待开通的密钥); null for one that is over, another's, or none of ours. */
export async function openOffer(
  { keys, now }: Pick<Ctx, 'keys' | 'now'>,
  staffId: string,
  offer: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const { secret, until } = sealed.parse(JSON.parse(await keys.open(offerField(staffId), offer)))
    return now < until ? fromBase64Url(secret) : null
  } catch {
    return null
  }
}

/** Shows an offer once more, whose first code was wrong (再次显示密钥); null for one that is over. */
export async function showOffer(ctx: Ctx, offer: string): Promise<FactorOffer | null> {
  const own = await ownAccount(ctx)
  if (!own.ok) return null
  const { id, username } = own.value.row
  const bytes = await openOffer(ctx, id, offer)
  return bytes === null ? null : shown(ctx, username, { bytes, offer })
}

function shown(
  { agency }: Ctx,
  username: string,
  { bytes, offer }: { bytes: Uint8Array; offer: string },
): FactorOffer {
  const secret = toBase32(bytes)
  return { secret, uri: otpauthUri(agency.shortName, username, secret), offer }
}

function offerField(staffId: string): string {
  return `second-factor-offer|${staffId}`
}
