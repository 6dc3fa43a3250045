import type { Context, Hono } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import type { Refusal } from '../../../../domain/shared/refusal.ts'
import { closeSession } from '../../../../usecases/account/close-session.ts'
import { openSession } from '../../../../usecases/account/open-session.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answerPrivatePage } from '../../../page-answer.ts'
import { refusalResponse, statusOf } from '../../../refusal.tsx'
import { cookieAttributes, sessionCookie } from '../../../session-cookie.ts'
import { type FormErrors, formErrors } from '../../../ui/form-names.ts'
import { accountWords } from '../../../ui/words/account.ts'
import { desk } from '../../../ui/words/desk.ts'
import { refusalWords } from '../../../ui/words/refusal.ts'
import { inputOf, readPageForm } from '../../form-values.ts'
import { deskPath } from './local-path.ts'
import { LoginPage } from './login-page.tsx'

type C = Context<AppEnv>
type Answer = Response | Promise<Response>

/** Mounts log-in and log-out of the desk (登录、退出). */
export function mountLogin(app: Hono<AppEnv>): void {
  app.get('/desk/login', (c) => {
    const asked = c.req.query('next')
    const again = asked === undefined ? null : desk.loginAgain
    const notice = c.req.query('set') === undefined ? again : accountWords.set
    return page(c, asked ?? '', { notice })
  })
  app.post('/desk/login', logIn)
  app.post('/desk/logout', logOut)
}

async function logIn(c: C): Promise<Response> {
  const { ctx, parts, site, clientKey } = c.var
  const read = await readPageForm(c, 16 * 1024)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const next = text.get('next') ?? ''
  const raw = inputOf(text, ['username', 'password', 'otp'])
  const opened = await openSession(ctx, parts.tokens, raw, clientKey)
  if (!opened.ok) {
    const { refusal } = opened
    if (refusal.code === 'too-many-requests') {
      c.header('retry-after', String(refusal.retryAfterSeconds))
    }
    const username = text.get('username') ?? ''
    return page(c, next, { username, errors: loginErrors(refusal), status: pageStatus(refusal) })
  }
  // The session of whoever used this browser before ends here.
  if (ctx.actor.type === 'staff') await closeSession(ctx)
  setCookie(c, sessionCookie(site.agency), opened.value.token, cookieAttributes)
  return c.redirect(deskPath(site, next), 303)
}

async function logOut(c: C): Promise<Response> {
  const { ctx, site } = c.var
  if (ctx.actor.type === 'staff') await closeSession(ctx)
  deleteCookie(c, sessionCookie(site.agency), cookieAttributes)
  return c.redirect(site.to.login(), 303)
}

type Shown = {
  username?: string
  errors?: FormErrors
  notice?: string | null
  status?: 401 | 422 | 429
}

function page(c: C, next: string, shown: Shown): Answer {
  const { username = '', errors = {}, notice = null, status } = shown
  return answerPrivatePage(
    c,
    <LoginPage
      c={c}
      next={deskPath(c.var.site, next)}
      username={username}
      errors={errors}
      notice={notice}
    />,
    status ?? 200,
  )
}

function loginErrors(refusal: Refusal): FormErrors {
  if (refusal.code === 'invalid') return formErrors(refusal.errors)
  return { username: refusalWords(refusal).detail }
}

function pageStatus(refusal: Refusal): 401 | 422 | 429 {
  const status = statusOf(refusal)
  return status === 401 || status === 429 ? status : 422
}
