import type { Actor } from '../../domain/shared/actor.ts'
import { findSession, touchSession } from '../../store/tenant/account/session.ts'
import type { Tenant } from '../context.ts'
import { sessionLife, sessionRowId } from './session-life.ts'
import type { SessionTokens } from './session-token.ts'

/** Who acts, and what the clocks of the agency go by at that moment, as its database keeps it. */
export type Presence = {
  actor: Actor
  editions: string | null
  /** has yet to turn on the second factor that the agency requires (动态口令必须开通) */
  needsFactor: boolean
}

/**
 * Says who shows a token (识别操作人): staff of this agency while token, session row and account
 * are all in order now, else the public. Whatever ended a session ends it at the next request.
 */
export async function readActor(
  { agency, db, now }: Pick<Tenant, 'agency' | 'db'> & { now: number },
  tokens: SessionTokens,
  token: string | null,
): Promise<Presence> {
  const nobody: Presence = {
    actor: { type: 'public' },
    editions: null,
    needsFactor: false,
  }
  if (token === null) return nobody
  const claims = await tokens.read(token, agency.id, now)
  if (claims === null) return nobody
  const session = await findSession(db, await sessionRowId(claims.sessionId))
  if (session === null || session.staffId !== claims.staffId) return nobody
  if (now >= session.expiresAt || now >= session.seenAt + sessionLife.idle) return nobody
  if (now >= session.seenAt + sessionLife.touchEvery) await touchSession(db, session.id, now)
  const { staffId, name, roles, id, editions } = session
  return {
    actor: { type: 'staff', id: staffId, name, roles, sessionId: id },
    editions,
    needsFactor: agency.settings.secondFactor === 'required' && !session.hasFactor,
  }
}
