import type { Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Refusal } from '../../../domain/shared/refusal.ts'
import { isLinkSecret, linkLifeMs } from '../../../usecases/account/password-link.ts'
import { setPassword, showPasswordLink } from '../../../usecases/account/set-password.ts'
import type { AppEnv } from '../../app-env.ts'
import { answerPrivatePage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import { cookieAttributes, linkCookie } from '../../session-cookie.ts'
import { formErrors } from '../../ui/form-names.ts'
import { readPageForm } from '../form-values.ts'
import { PasswordPage } from './password-page.tsx'
import { readNewPassword } from './read-new-password.ts'

type C = Context<AppEnv>

/** Mounts the page on which a password is set by a link (设定密码); nobody is logged in there. */
export function mountPasswordLink(app: Hono<AppEnv>): void {
  app.get('/desk/password', (c) => {
    const link = c.req.query('link')
    return link === undefined ? page(c, null) : take(c, link)
  })
  app.post('/desk/password', set)
}

/**
 * Takes the secret out of the address at once: it goes on in a cookie, so that no history, no Referer
 * and no shoulder sees it. Nothing is used up by looking.
 */
function take(c: C, link: string): Response | Promise<Response> {
  if (!isLinkSecret(link)) return refusalResponse(c, { code: 'link-over' })
  const { agency, to } = c.var.site
  setCookie(c, linkCookie(agency), link, { ...cookieAttributes, maxAge: linkLifeMs / 1000 })
  c.header('cache-control', 'no-store')
  return c.redirect(to.passwordLink(), 303)
}

async function set(c: C): Promise<Response> {
  const { ctx, site } = c.var
  const read = await readPageForm(c, 16 * 1024)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const input = readNewPassword(read.value.text, [])
  if (!input.ok) return page(c, input.refusal)
  const done = await setPassword(ctx, { ...input.value, link: secretOf(c) })
  if (!done.ok) return page(c, done.refusal)
  deleteCookie(c, linkCookie(site.agency), cookieAttributes)
  return c.redirect(site.to.login(undefined, 'password'), 303)
}

async function page(c: C, refusal: Refusal | null): Promise<Response> {
  if (refusal !== null && refusal.code !== 'invalid') return refusalResponse(c, refusal)
  const whose = await showPasswordLink(c.var.ctx, secretOf(c))
  if (!whose.ok) return refusalResponse(c, whose.refusal)
  const errors = refusal === null ? {} : formErrors(refusal.errors)
  const shown = <PasswordPage c={c} whose={whose.value} errors={errors} />
  return answerPrivatePage(c, shown, refusal === null ? 200 : 422)
}

function secretOf(c: C): string {
  return getCookie(c, linkCookie(c.var.site.agency)) ?? ''
}
