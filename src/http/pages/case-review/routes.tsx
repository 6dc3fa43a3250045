import type { Context, Hono } from 'hono'
import type { Refusal } from '../../../domain/shared/refusal.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { actOnReview } from '../../../usecases/case-review/act-on-review.ts'
import { agenciesBelow } from '../../../usecases/case-review/order/start.ts'
import { listReviews } from '../../../usecases/case-review/list.ts'
import { showReview } from '../../../usecases/case-review/show.ts'
import { startReview } from '../../../usecases/case-review/start.ts'
import type { AppEnv } from '../../app-env.ts'
import { noticeFile } from '../../case-review-notice.ts'
import { fileResponse } from '../../file-response.ts'
import { answerPrivatePage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import { caseReviewWords as words } from '../../ui/words/case-review.ts'
import type { Attempt } from '../desk/attempt.ts'
import { frameOf } from '../desk/frame.ts'
import { declinedOn, doneNotice } from '../desk/step-answer.ts'
import { readPageForm } from '../form-values.ts'
import { noticeInput, startOf } from './form-input.ts'
import { CaseReviewListPage } from './list-page.tsx'
import { CaseReviewPage } from './review-page.tsx'
import { mountOrders } from './order-routes.tsx'
import { mountSheets } from './sheet-routes.tsx'

type C = Context<AppEnv>

const formLimit = 64 * 1024

/** Mounts the reviews of closed cases (案卷评查): start, progress, result, notice, sheets. */
export function mountCaseReviews(app: Hono<AppEnv>): void {
  app.get('/desk/case-reviews', (c) => list(c, null, null))
  app.post('/desk/case-reviews', start)
  app.get('/desk/case-reviews/:review', (c) => review(c, null, null))
  app.post('/desk/case-reviews/:review/actions/:action', act)
  app.get('/desk/case-reviews/:review/notices/:document', notice)
  mountSheets(app)
  mountOrders(app)
}

async function list(c: C, attempt: Attempt | null, refusal: Refusal | null): Promise<Response> {
  const declined = refusal === null ? null : declinedOn(refusal)
  if (refusal !== null && declined === null) return refusalResponse(c, refusal)
  const { ctx } = c.var
  const listed = await listReviews(ctx)
  if (!listed.ok) return refusalResponse(c, listed.refusal)
  return answerPrivatePage(
    c,
    <CaseReviewListPage
      frame={frameOf(c)}
      items={listed.value.items}
      attempt={attempt}
      notice={declined?.notice ?? null}
      hasBelow={agenciesBelow(ctx, c.var.region).length > 0}
      today={localDateOf(ctx.now)}
    />,
    declined?.status ?? 200,
  )
}

async function start(c: C): Promise<Response> {
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const done = await startReview(c.var.ctx, startOf(text))
  if (done.ok) return c.redirect(c.var.site.to.caseReview(done.value.id, { done: 1 }), 303)
  return list(c, attemptOf('start', text, done.refusal), done.refusal)
}

async function review(c: C, attempt: Attempt | null, refusal: Refusal | null): Promise<Response> {
  const declined = refusal === null ? null : declinedOn(refusal)
  if (refusal !== null && declined === null) return refusalResponse(c, refusal)
  const shown = await showReview(c.var.ctx, idOf(c))
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  return answerPrivatePage(
    c,
    <CaseReviewPage
      frame={frameOf(c)}
      view={shown.value}
      attempt={attempt}
      notice={declined?.notice ?? doneNotice(c, words.done)}
    />,
    declined?.status ?? 200,
  )
}

async function act(c: C): Promise<Response> {
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const action = c.req.param('action') ?? ''
  const input = noticeInput(action, text)
  const done = await actOnReview(c.var.ctx, idOf(c), action, input)
  if (done.ok) return c.redirect(c.var.site.to.caseReview(idOf(c), { done: 1 }), 303)
  return review(c, attemptOf(action, text, done.refusal), done.refusal)
}

async function notice(c: C): Promise<Response> {
  const { ctx, parts } = c.var
  const file = await noticeFile(ctx, idOf(c), c.req.param('document') ?? '', parts.assets)
  return file.ok ? fileResponse(file.value) : refusalResponse(c, file.refusal)
}

function attemptOf(action: string, text: ReadonlyMap<string, string>, refusal: Refusal): Attempt {
  return { action, text, errors: declinedOn(refusal)?.errors ?? {} }
}

function idOf(c: C): string {
  return c.req.param('review') ?? ''
}
