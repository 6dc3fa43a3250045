import type { Context, Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import type { Refusal } from '../../../domain/shared/refusal.ts'
import { changePassword } from '../../../usecases/account/change-password.ts'
import { endOtherSessions } from '../../../usecases/account/end-other-sessions.ts'
import { showAccount } from '../../../usecases/account/show-account.ts'
import type { AppEnv } from '../../app-env.ts'
import { answerPrivatePage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import { cookieAttributes, sessionCookie } from '../../session-cookie.ts'
import { accountWords as words } from '../../ui/words/account.ts'
import { frameOf } from '../desk/frame.ts'
import { declinedOn, type StepNotice } from '../desk/step-answer.ts'
import { readPageForm } from '../form-values.ts'
import { AccountPage } from './account-page.tsx'
import { readNewPassword } from './read-new-password.ts'

type C = Context<AppEnv>

/** Mounts one's own account (我的账号), which everybody at the desk has. */
export function mountAccount(app: Hono<AppEnv>): void {
  app.get('/desk/account', (c) => page(c, null))
  app.post('/desk/account/password', password)
  app.post('/desk/account/sessions', async (c) => {
    const done = await endOtherSessions(c.var.ctx)
    return done.ok ? back(c, 'sessions') : page(c, done.refusal)
  })
}

async function password(c: C): Promise<Response> {
  const read = await readPageForm(c, 16 * 1024)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const input = readNewPassword(read.value.text, ['oldPassword'])
  if (!input.ok) return page(c, input.refusal)
  const { ctx, parts, site } = c.var
  const done = await changePassword(ctx, parts.tokens, input.value)
  if (!done.ok) return page(c, done.refusal)
  setCookie(c, sessionCookie(site.agency), done.value.token, cookieAttributes)
  return back(c, 'password')
}

function back(c: C, done: string): Response {
  return c.redirect(c.var.site.to.account({ done }), 303)
}

async function page(c: C, refusal: Refusal | null): Promise<Response> {
  const declined = refusal === null ? null : declinedOn(refusal)
  if (refusal !== null && declined === null) return refusalResponse(c, refusal)
  const account = await showAccount(c.var.ctx)
  if (!account.ok) return refusalResponse(c, account.refusal)
  return answerPrivatePage(
    c,
    <AccountPage
      frame={frameOf(c)}
      account={account.value}
      errors={declined?.errors ?? {}}
      notice={declined?.notice ?? doneOf(c)}
    />,
    declined?.status ?? 200,
  )
}

function doneOf(c: C): StepNotice | null {
  const title = words.done[c.req.query('done') ?? '']
  return title === undefined ? null : { tone: 'success', title }
}
