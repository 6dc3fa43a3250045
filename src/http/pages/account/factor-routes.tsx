import type { Context, Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import type { Refusal, Result } from '../../../domain/shared/refusal.ts'
import { ok } from '../../../domain/shared/refusal.ts'
import type { Opened } from '../../../usecases/account/begin-session.ts'
import {
  type FactorOffer,
  offerSecondFactor,
  showOffer,
} from '../../../usecases/account/second-factor-offer.ts'
import { turnOffSecondFactor } from '../../../usecases/account/turn-off-second-factor.ts'
import { turnOnSecondFactor } from '../../../usecases/account/turn-on-second-factor.ts'
import type { AppEnv } from '../../app-env.ts'
import { answerPrivatePage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import { cookieAttributes, sessionCookie } from '../../session-cookie.ts'
import { accountWords as words } from '../../ui/words/account.ts'
import { frameOf } from '../desk/frame.ts'
import { type Declined, declinedOn } from '../desk/step-answer.ts'
import { inputOf, readPageForm } from '../form-values.ts'
import { FactorPage } from './factor-page.tsx'

type C = Context<AppEnv>

/** Mounts the second factor of one's own account (动态口令). */
export function mountSecondFactor(app: Hono<AppEnv>): void {
  app.get('/desk/account/second-factor', (c) => page(c, null, ''))
  app.post('/desk/account/second-factor/confirmation', (c) => act(c, 'on'))
  app.post('/desk/account/second-factor/removal', (c) => act(c, 'off'))
}

const verbs = {
  on: { fields: ['offer', 'otp'], run: turnOnSecondFactor },
  off: { fields: ['password', 'otp'], run: turnOffSecondFactor },
} as const

async function act(c: C, way: 'on' | 'off'): Promise<Response> {
  const { ctx, parts } = c.var
  const read = await readPageForm(c, 16 * 1024)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const { fields, run } = verbs[way]
  const done: Result<Opened> = await run(ctx, parts.tokens, inputOf(text, fields))
  if (!done.ok) return page(c, done.refusal, text.get('offer') ?? '')
  const { agency, to } = c.var.site
  setCookie(c, sessionCookie(agency), done.value.token, cookieAttributes)
  return c.redirect(to.account({ done: way }), 303)
}

async function page(c: C, refusal: Refusal | null, former: string): Promise<Response> {
  const declined = refusal === null ? null : declinedOn(refusal)
  if (refusal !== null && declined === null) return refusalResponse(c, refusal)
  const offer = await offered(c, former)
  if (!offer.ok) return refusalResponse(c, offer.refusal)
  const isOver = former !== '' && offer.value !== null && offer.value.offer !== former
  const { errors, notice } = isOver ? over : (declined ?? untold)
  return answerPrivatePage(
    c,
    <FactorPage frame={frameOf(c)} offer={offer.value} errors={errors} notice={notice} />,
    declined?.status ?? 200,
  )
}

type Told = Pick<Declined, 'errors' | 'notice'>
const untold: Told = { errors: {}, notice: null }
const over: Told = { errors: {}, notice: { tone: 'warning', title: words.offerOver } }

/** The offer that the form brought back while it stands, otherwise a new one; null where a factor is on. */
async function offered(c: C, former: string): Promise<Result<FactorOffer | null>> {
  const again = former === '' ? null : await showOffer(c.var.ctx, former)
  if (again !== null) return ok(again)
  const fresh = await offerSecondFactor(c.var.ctx)
  return !fresh.ok && fresh.refusal.code === 'step-not-open' ? ok(null) : fresh
}
