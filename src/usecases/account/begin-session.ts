import type { Role } from '../../domain/shared/actor.ts'
import type { NewEvent } from '../../domain/shared/journal.ts'
import { toRfc3339 } from '../../domain/time/instant.ts'
import type { Statement } from '../../store/statement.ts'
import { addSession, removeExpired } from '../../store/tenant/account/session.ts'
import type { StaffRow } from '../../store/tenant/account/staff.ts'
import type { Ctx } from '../context.ts'
import { sessionLife, sessionRowId } from './session-life.ts'
import type { SessionTokens } from './session-token.ts'

/** A session that was opened: the token to show, until when (RFC 3339), and who it is. */
export type Opened = {
  token: string
  expiresAt: string
  actor: { id: string; name: string; roles: readonly Role[] }
}

/** A session that is to be opened: what is shown, and what belongs to the batch that opens it. */
export type Beginning = {
  opened: Opened
  sessionId: string
  event: NewEvent
  statements: readonly Statement[]
}

/** Draws a new session (新会话) for a person whose password was just checked or set. */
export async function beginSession(
  ctx: Ctx,
  tokens: SessionTokens,
  staff: Pick<StaffRow, 'id' | 'name' | 'roles' | 'password'>,
  hasFactor: boolean,
): Promise<Beginning> {
  const { id: staffId, name, roles, password } = staff
  const secret = ctx.newId()
  const sessionId = await sessionRowId(secret)
  const exp = Math.floor((ctx.now + sessionLife.absolute) / 1000)
  const claims = { sessionId: secret, staffId, agencyId: ctx.agency.id, exp }
  const [entity, expiresAt] = ['session', exp * 1000] as const
  return {
    opened: {
      token: await tokens.issue(claims, ctx.now),
      expiresAt: toRfc3339(expiresAt),
      actor: { id: staffId, name, roles },
    },
    sessionId,
    event: {
      kind: 'session.opened',
      entity,
      entityId: sessionId,
      seq: 1,
      data: { staff: staffId },
    },
    statements: [
      addSession({ id: sessionId, staffId, createdAt: ctx.now, expiresAt, password, hasFactor }),
      removeExpired(ctx.db, staffId, ctx.now),
    ],
  }
}
