import type { Role } from '../../domain/shared/actor.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok } from '../../domain/shared/refusal.ts'
import { toRfc3339 } from '../../domain/time/instant.ts'
import { readSessions } from '../../store/tenant/account/session.ts'
import type { Ctx } from '../context.ts'
import { ownAccount } from './own-account.ts'
import { sessionLife } from './session-life.ts'

/** An open session as its owner sees it; the last use is known to within five minutes. */
export type SessionView = { since: string; lastUsedAt: string; current: boolean }

/** One's own account (我的账号). */
export type AccountView = {
  username: string
  name: string
  roles: readonly Role[]
  /** 动态口令: whether it is on, and whether the agency requires it */
  secondFactor: { on: boolean; required: boolean }
  sessions: readonly SessionView[]
}

/** Shows one's own account and where it is logged in (我的账号). */
export async function showAccount(ctx: Ctx): Promise<Result<AccountView>> {
  const own = await ownAccount(ctx)
  if (!own.ok) return own
  const { row, hasFactor, sessionId } = own.value
  const times = { now: ctx.now, restingSince: ctx.now - sessionLife.idle }
  const sessions = await readSessions(ctx.db, row.id, times)
  return ok({
    username: row.username,
    name: row.name,
    roles: row.roles,
    secondFactor: { on: hasFactor, required: ctx.agency.settings.secondFactor === 'required' },
    sessions: sessions.map(({ id, createdAt, seenAt }) => ({
      since: toRfc3339(createdAt),
      lastUsedAt: toRfc3339(seenAt),
      current: id === sessionId,
    })),
  })
}
