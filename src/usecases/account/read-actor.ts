import type { Actor } from '../../domain/shared/actor.ts'
import { findSession, touchSession } from '../../store/tenant/session.ts'
import type { Tenant } from '../context.ts'
import { sessionLife, sessionRowId } from './session-life.ts'
import type { SessionTokens } from './session-token.ts'

/**
 * Says who shows a token (识别操作人): staff of this agency while token, session row and account
 * are all in order now, else the public. Whatever ended a session ends it at the next request.
 */
export async function readActor(
  { agency, db, now }: Pick<Tenant, 'agency' | 'db'> & { now: number },
  tokens: SessionTokens,
  token: string | null,
): Promise<Actor> {
  const nobody: Actor = { type: 'public' }
  if (token === null) return nobody
  const claims = await tokens.read(token, agency.id, now)
  if (claims === null) return nobody
  const session = await findSession(db, await sessionRowId(claims.sessionId))
  if (session === null || session.staffId !== claims.staffId) return nobody
  if (now >= session.expiresAt || now >= session.seenAt + sessionLife.idle) return nobody
  if (now >= session.seenAt + sessionLife.touchEvery) await touchSession(db, session.id, now)
  const { staffId, name, roles, id } = session
  return { type: 'staff', id: staffId, name, roles, sessionId: id }
}
