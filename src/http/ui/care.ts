import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { AppEnv } from '../app-env.ts'

/** Name of the cookie that remembers the care view (关怀版); it holds a preference and nothing else. */
export const careCookie = 'yg-care'

/** Says whether the visitor has chosen the care view. */
export function isCare(c: Context<AppEnv>): boolean {
  return c.req.header('cookie') !== undefined && getCookie(c, careCookie) === '1'
}
