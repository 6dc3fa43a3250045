import type { Context, Hono } from 'hono'
import type { Refusal } from '../../../domain/shared/refusal.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { actOnOrder } from '../../../usecases/case-review/order/act.ts'
import { listOrders, showOrder } from '../../../usecases/case-review/order/show.ts'
import { agenciesBelow, orderReviews } from '../../../usecases/case-review/order/start.ts'
import type { AppEnv } from '../../app-env.ts'
import { orderFile } from '../../case-review-order-file.ts'
import { answerPrivatePage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import { caseReviewWords as words } from '../../ui/words/case-review.ts'
import type { Attempt } from '../desk/attempt.ts'
import { frameOf } from '../desk/frame.ts'
import { declinedOn, doneNotice } from '../desk/step-answer.ts'
import { type FormValues, readPageForm } from '../form-values.ts'
import { noticeInput, orderOf } from './form-input.ts'
import { CaseReviewOrderPage } from './order-page.tsx'
import { CaseReviewOrdersPage } from './orders-page.tsx'

type C = Context<AppEnv>

const formLimit = 64 * 1024

/** Mounts the reviews that an office orders of agencies below it (抽查下级案卷). */
export function mountOrders(app: Hono<AppEnv>): void {
  app.get('/desk/case-review-orders', (c) => list(c, null, null))
  app.post('/desk/case-review-orders', start)
  app.get('/desk/case-review-orders/:order', (c) => order(c, null, null))
  app.post('/desk/case-review-orders/:order/actions/:action', act)
  app.get('/desk/case-review-orders/:order/papers/:document', file)
}

async function list(c: C, sent: FormValues | null, refusal: Refusal | null): Promise<Response> {
  const declined = refusal === null ? null : declinedOn(refusal)
  if (refusal !== null && declined === null) return refusalResponse(c, refusal)
  const { ctx, region } = c.var
  const listed = await listOrders(ctx)
  if (!listed.ok) return refusalResponse(c, listed.refusal)
  const errors = declined?.errors ?? {}
  return answerPrivatePage(
    c,
    <CaseReviewOrdersPage
      frame={frameOf(c)}
      items={listed.value.items}
      below={agenciesBelow(ctx, region)}
      attempt={attemptOf(sent, errors)}
      chosen={chosenIn(sent)}
      notice={declined?.notice ?? null}
      today={localDateOf(ctx.now)}
    />,
    declined?.status ?? 200,
  )
}

function chosenIn(sent: FormValues | null): readonly string[] {
  return sent?.lists.get('agencies') ?? []
}

function attemptOf(sent: FormValues | null, errors: Attempt['errors']): Attempt | null {
  return sent === null ? null : { action: 'order', text: sent.text, errors }
}

async function start(c: C): Promise<Response> {
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const done = await orderReviews(c.var.ctx, c.var.region, orderOf(read.value))
  if (done.ok) return c.redirect(c.var.site.to.caseReviewOrder(done.value.id, { done: 1 }), 303)
  return list(c, read.value, done.refusal)
}

async function order(c: C, attempt: Attempt | null, refusal: Refusal | null): Promise<Response> {
  const declined = refusal === null ? null : declinedOn(refusal)
  if (refusal !== null && declined === null) return refusalResponse(c, refusal)
  const shown = await showOrder(c.var.ctx, c.var.region, idOf(c))
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  return answerPrivatePage(
    c,
    <CaseReviewOrderPage
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
  const done = await actOnOrder(c.var.ctx, c.var.region, idOf(c), action, input)
  if (done.ok) return c.redirect(c.var.site.to.caseReviewOrder(idOf(c), { done: 1 }), 303)
  const errors = declinedOn(done.refusal)?.errors ?? {}
  return order(c, { action, text, errors }, done.refusal)
}

async function file(c: C): Promise<Response> {
  const { ctx, region, parts } = c.var
  const name = c.req.param('document') ?? ''
  const made = await orderFile(ctx, region, idOf(c), name, parts.assets)
  return made.ok ? made.value : refusalResponse(c, made.refusal)
}

function idOf(c: C): string {
  return c.req.param('order') ?? ''
}
