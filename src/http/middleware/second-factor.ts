import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../app-env.ts'
import { refusalResponse } from '../refusal.tsx'

/** What is open to who still has to turn a second factor on: to see oneself, to do it, and to leave. */
const open: ReadonlySet<string> = new Set([
  '/desk/login',
  '/desk/logout',
  '/desk/password',
  '/desk/account',
  '/desk/account/second-factor',
  '/desk/account/second-factor/confirmation',
  '/api/v1/session',
  '/api/v1/desk/account',
  '/api/v1/desk/account/second-factor',
  '/api/v1/desk/account/second-factor/confirmation',
])

/**
 * Keeps those at the account page who have no second factor where the agency requires one (动态口令必须开通):
 * by the path alone, so that a route that is added is closed until it is written here.
 */
export const secondFactor = createMiddleware<AppEnv>(async function secondFactor(c, next) {
  return c.get('needsFactor') === true && !open.has(c.req.path)
    ? refusalResponse(c, { code: 'second-factor-required' })
    : next()
})
