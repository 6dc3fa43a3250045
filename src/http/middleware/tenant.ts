import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../app-env.ts'
import { calendarFrom } from '../../usecases/calendar/in-use.ts'
import { pathsUnder } from '../paths.ts'
import { isApi, plainNotFound, problem, refusalResponse } from '../refusal.tsx'

/**
 * Finds out whose house is asked (机关识别) from host and channel prefix alone and opens it
 * once; nobody's host gets the same 404, whatever is wrong with it.
 */
export const tenant = createMiddleware<AppEnv>(async function tenant(c, next) {
  const parts = c.var.parts
  const url = new URL(c.req.url)
  const host = c.req.header('host') ?? null
  const found =
    host !== null && host.split(':')[0] === url.hostname
      ? parts.resolver.resolve(host, url.pathname)
      : null
  if (found === null) return isApi(c) ? problem(c, { code: 'not-found' }) : plainNotFound()
  const { agency, base, movedTo } = found
  if (movedTo !== null) {
    // A method that changes something must come again as it was.
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'
    return c.redirect(`${movedTo}${url.pathname}${url.search}`, isRead ? 301 : 308)
  }
  c.set('site', {
    agency,
    base,
    origin: parts.resolver.originOf(agency),
    to: pathsUnder(base),
  })
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
