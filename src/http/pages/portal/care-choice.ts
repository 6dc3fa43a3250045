import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import type { AppEnv } from '../../app-env.ts'
import { careCookie } from '../../ui/care.ts'

const year = 365 * 24 * 60 * 60

/** Remembers the care view (关怀版) or the usual one and goes back to where the visitor was. */
export function chooseCare(c: Context<AppEnv>): Response {
  setCookie(c, careCookie, c.req.query('on') === '1' ? '1' : '0', {
    path: '/',
    maxAge: year,
    httpOnly: true,
    sameSite: 'Lax',
    secure: new URL(c.req.url).protocol === 'https:',
  })
  c.header('cache-control', 'no-store')
  return c.redirect(localPath(c.req.query('back'), c.get('site').to.home()), 303)
}

/** A path of this very site, or `otherwise`: nothing that a browser could read as another host. */
export function localPath(text: string | undefined, otherwise: string): string {
  if (text === undefined || text.length > 2000 || !/^\/(?![/\\])/.test(text)) return otherwise
  const here = 'http://here.invalid'
  if (!URL.canParse(text, here)) return otherwise
  const url = new URL(text, here)
  return url.origin === here && !url.pathname.startsWith('//')
    ? url.pathname + url.search
    : otherwise
}
