import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../../app-env.ts'
import { readPageForm } from '../form-values.ts'
import { UnsavedPage } from './login/login-page.tsx'

const open = new Set(['/desk/login', '/desk/logout', '/desk/password'])
/** Fields that hold what somebody wrote and would not like to lose. */
const written = ['text', 'request.subject', 'request.description', 'claim', 'facts', 'reason']

/**
 * Sends those without a session to the log-in page (登录检查), with the way back. What was written
 * into a form that came too late is shown once more, because the form is not taken.
 */
export const staffOnly = createMiddleware<AppEnv>(async function staffOnly(c, next) {
  const { ctx, site } = c.var
  if (ctx.actor.type === 'staff' || open.has(c.req.path)) return next()
  const { pathname, search } = new URL(c.req.url)
  if (c.req.method !== 'POST') return c.redirect(site.to.login(`${pathname}${search}`), 303)
  const back = pathname.replace(/\/(actions\/[^/]+|identity)$/, '')
  const read = await readPageForm(c, 256 * 1024)
  const texts = read.ok ? written.flatMap((name) => read.value.text.get(name) ?? []) : []
  const typed = texts.filter((text) => text.trim() !== '')
  return typed.length === 0
    ? c.redirect(site.to.login(back), 303)
    : c.html(<UnsavedPage c={c} typed={typed} login={site.to.login(back)} />, 401)
})
