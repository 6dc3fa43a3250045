import { createMiddleware } from 'hono/factory'
import type { Agency } from '../../domain/agency/agency.ts'
import type { Resolver } from '../../tenancy/resolve.ts'
import type { AppEnv, Site } from '../app-env.ts'
import { calendarFrom } from '../../usecases/calendar/in-use.ts'
import { pathsUnder } from '../paths.ts'
import { isApi, plainNotFound, problem, refusalResponse } from '../refusal.tsx'

/**
 * Finds out whose house is asked (机关识别) from host and channel prefix alone and opens it
 * once; nobody's host gets the same 404, whatever is wrong with it.
 */
export const tenant = createMiddleware<AppEnv>(async function tenant(c, next) {
  const parts = c.get('parts')
  const { url, found } = c.env
  if (found === null) return isApi(c) ? problem(c, { code: 'not-found' }) : plainNotFound()
  const { agency, base, movedTo } = found
  if (movedTo !== null) {
    // A method that changes something must come again as it was.
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'
    return c.redirect(`${movedTo}${url.pathname}${url.search}`, isRead ? 301 : 308)
  }
  c.set('site', siteOf(parts.resolver, agency, base))
  const opened = await parts.tenancy.open(agency.id)
  if (!opened.ok) return refusalResponse(c, opened.refusal)
  const now = parts.now()
  c.set('ctx', {
    ...opened.value,
    actor: { type: 'public' },
    // What is counted for the public reads the calendar in use; see the middleware of that name.
    calendar: calendarFrom(agency, null),
    now,
    newId: parts.newId,
    post: parts.post,
    scanner: parts.scanner,
  })
  c.set('region', { region: parts.region, agencies: parts.resolver.all, now })
  return next()
})

/** Faces of agencies by the resolver that found them: there are as many as agencies, and they never change. */
const sites = new WeakMap<Resolver, Map<string, Site>>()

function siteOf(resolver: Resolver, agency: Agency, base: string): Site {
  const known = sites.get(resolver) ?? new Map<string, Site>()
  sites.set(resolver, known)
  const found = known.get(agency.id)
  if (found !== undefined) return found
  const site = { agency, base, origin: resolver.originOf(agency), to: pathsUnder(base) }
  known.set(agency.id, site)
  return site
}
