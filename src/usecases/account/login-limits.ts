import type { Keyring } from '../../store/keyring.ts'
import { isKnown } from '../../store/tenant/account/login-tries.ts'
import type { Limit } from '../../store/tenant/throttle.ts'

const windowMs = 15 * 60_000
const knownForMs = 30 * 24 * 3_600_000

/** What limits the tries of one log-in (登录限次), and how a success is remembered. */
export type LoginLimits = {
  limits: readonly Limit[]
  /** Name under which this client is remembered for this account; null when the client has no address */
  knownAs: string | null
  knownUntil: number
}

/**
 * Ten failures per account and thirty per client in a quarter of an hour. A client from which
 * the account has logged in before has ten of its own, so strangers cannot lock its owner out.
 */
export async function loginLimits(
  { db, keys, now }: { db: D1Database; keys: Keyring; now: number },
  username: string,
  clientKey: string,
): Promise<LoginLimits> {
  const account = await keys.mac('login', username)
  const isNobody = clientKey === 'unknown'
  const knownAs = isNobody ? null : `login-known:${account}:${clientKey}`
  const trusted = knownAs !== null && (await isKnown(db, knownAs, now))
  const perAccount: Limit = {
    bucket: trusted ? `login:${account}:${clientKey}` : `login:${account}`,
    limit: 10,
    windowMs,
  }
  // Clients without an address share no bucket: one of them could lock out all others.
  const perClient: Limit[] = isNobody
    ? []
    : [{ bucket: `login-client:${clientKey}`, limit: 30, windowMs }]
  // The client's own limit comes first: one that is blocked can use up nobody's account.
  return { limits: [...perClient, perAccount], knownAs, knownUntil: now + knownForMs }
}
