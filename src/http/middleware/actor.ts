import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { calendarFrom } from '../../usecases/calendar/in-use.ts'
import { readActor } from '../../usecases/account/read-actor.ts'
import type { AppEnv } from '../app-env.ts'
import { sessionCookie } from '../session-cookie.ts'

/**
 * Finds out who acts (识别操作人) from the bearer token or this agency's session cookie; a token
 * that is not in order leaves the public as actor, and the verb refuses.
 */
export const actor = createMiddleware<AppEnv>(async function actor(c, next) {
  const { ctx, parts } = c.var
  const { actor: who, editions, needsFactor } = await readActor(ctx, parts.tokens, tokenOf(c))
  c.set('ctx', { ...ctx, actor: who, calendar: calendarFrom(ctx.agency, editions) })
  c.set('needsFactor', needsFactor)
  return next()
})

function tokenOf(c: Context<AppEnv>): string | null {
  const given = c.req.header('authorization')
  if (given !== undefined) return /^Bearer ([\w.-]+)$/i.exec(given)?.[1] ?? null
  return getCookie(c, sessionCookie(c.get('site').agency)) ?? null
}
