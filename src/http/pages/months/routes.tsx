import type { Context, Hono } from 'hono'
import type { Refusal } from '../../../domain/shared/refusal.ts'
import { may } from '../../../usecases/permissions.ts'
import { closeMonth } from '../../../usecases/statistics/close-month.ts'
import { explainCorrection } from '../../../usecases/statistics/explain-correction.ts'
import { listMonths } from '../../../usecases/statistics/list-months.ts'
import type { AppEnv } from '../../app-env.ts'
import { answerPrivatePage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import { formErrors } from '../../ui/form-names.ts'
import { months as words } from '../../ui/words/months.ts'
import type { Attempt } from '../desk/attempt.ts'
import { frameOf } from '../desk/frame.ts'
import { declinedOn, type StepNotice } from '../desk/step-answer.ts'
import { readPageForm } from '../form-values.ts'
import { MonthsPage } from './page.tsx'

type C = Context<AppEnv>

const formLimit = 8 * 1024

/** Mounts the closing of months and the corrections (结账和更正). */
export function mountMonths(app: Hono<AppEnv>): void {
  app.get('/desk/months', (c) => page(c, c.req.query('year'), null, null))
  app.post('/desk/months', act)
}

async function act(c: C): Promise<Response> {
  const { ctx, site } = c.var
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const commit = text.get('commit')
  if (commit === undefined) {
    const month = text.get('month') ?? ''
    const done = await closeMonth(ctx, month)
    return done.ok
      ? c.redirect(site.to.months({ year: month.slice(0, 4), done: 'closed' }), 303)
      : page(c, undefined, null, done.refusal)
  }
  const year = text.get('year') ?? ''
  const done = await explainCorrection(ctx, commit, { reason: text.get('reason') ?? '' })
  if (done.ok) return c.redirect(site.to.months({ year, done: 'explained' }), 303)
  const errors = done.refusal.code === 'invalid' ? formErrors(done.refusal.errors) : {}
  return page(c, year, { action: commit, text, errors }, done.refusal)
}

async function page(
  c: C,
  year: string | undefined,
  attempt: Attempt | null,
  refusal: Refusal | null,
): Promise<Response> {
  const { ctx, region } = c.var
  const listed = await listMonths(ctx, region, year === '' ? undefined : year)
  const isBadYear = !listed.ok && listed.refusal.code === 'invalid'
  const shown = isBadYear ? await listMonths(ctx, region, undefined) : listed
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  const declined = refusal === null ? null : declinedOn(refusal)
  if (refusal !== null && declined === null) return refusalResponse(c, refusal)
  return answerPrivatePage(
    c,
    <MonthsPage
      frame={frameOf(c)}
      view={shown.value}
      attempt={attempt}
      mayClose={may(ctx.actor, 'month.close')}
      mayExplain={may(ctx.actor, 'correction.explain')}
      isBadYear={isBadYear}
      notice={declined === null ? doneNotice(c.req.query('done')) : declined.notice}
    />,
    declined?.status ?? (isBadYear ? 400 : 200),
  )
}

function doneNotice(done: string | undefined): StepNotice | null {
  if (done === 'closed') return { tone: 'success', title: words.done }
  return done === 'explained' ? { tone: 'success', title: words.explained } : null
}
