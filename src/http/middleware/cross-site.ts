import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../app-env.ts'
import { refusalResponse } from '../refusal.tsx'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses changes that another site asks for (跨站请求): the Origin (or, where a browser leaves
 * it out, the Referer) must be this very host; sibling agencies are other sites. Where a browser
 * tells of neither, its cookie is not taken either. A bearer token or a receipt secret is never
 * sent by a browser on its own, so such calls pass.
 */
export const crossSite = createMiddleware<AppEnv>(async function crossSite(c, next) {
  if (safe.has(c.req.method)) return next()
  return isOwn(c.req.raw) ? next() : refusalResponse(c, { code: 'cross-site' })
})

function isOwn({ headers, url }: Request): boolean {
  const { host } = new URL(url)
  const asked = headers.get('sec-fetch-site')
  if (asked !== null && asked !== 'same-origin' && asked !== 'none') return false
  const from = headers.get('origin') ?? headers.get('referer')
  if (from !== null) return hostOf(from) === host
  return headers.get('cookie') === null || headers.get('authorization') !== null
}

function hostOf(address: string): string | null {
  try {
    return new URL(address).host
  } catch {
    return null
  }
}
