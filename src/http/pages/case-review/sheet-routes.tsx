import type { Context, Hono } from 'hono'
import type { Refusal } from '../../../domain/shared/refusal.ts'
import { actOnSheet } from '../../../usecases/case-review/act-on-sheet.ts'
import { showSheet } from '../../../usecases/case-review/show-sheet.ts'
import type { AppEnv } from '../../app-env.ts'
import { answerPrivatePage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import { caseReviewWords as words } from '../../ui/words/case-review.ts'
import type { Attempt } from '../desk/attempt.ts'
import { frameOf } from '../desk/frame.ts'
import { declinedOn, doneNotice, stepInput } from '../desk/step-answer.ts'
import { readPageForm } from '../form-values.ts'
import { scoreErrors, scoresOf } from './form-input.ts'
import { CaseReviewSheetPage } from './sheet-page.tsx'

type C = Context<AppEnv>

const formLimit = 128 * 1024

/** Mounts the score sheets of a review (评查表). */
export function mountSheets(app: Hono<AppEnv>): void {
  app.get('/desk/case-reviews/:review/sheets/:n', (c) => sheet(c, null, null))
  app.post('/desk/case-reviews/:review/sheets/:n/actions/:action', act)
}

async function sheet(c: C, attempt: Attempt | null, refusal: Refusal | null): Promise<Response> {
  const declined = refusal === null ? null : declinedOn(refusal)
  if (refusal !== null && declined === null) return refusalResponse(c, refusal)
  const shown = await showSheet(c.var.ctx, c.req.param('review') ?? '', sheetNumber(c))
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  return answerPrivatePage(
    c,
    <CaseReviewSheetPage
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
  const [id, n, action] = [c.req.param('review') ?? '', sheetNumber(c), c.req.param('action') ?? '']
  const input = action === 'save' ? scoresOf(text) : stepInput(text, fieldsOf(action))
  const done = await actOnSheet(c.var.ctx, id, n, action, input)
  if (done.ok) return c.redirect(c.var.site.to.caseReviewSheet(id, n, { done: 1 }), 303)
  const { refusal } = done
  const errors =
    action === 'save' && refusal.code === 'invalid'
      ? scoreErrors(text, refusal.errors)
      : (declinedOn(refusal)?.errors ?? {})
  return sheet(c, { action, text, errors }, refusal)
}

function fieldsOf(action: string): string[] {
  if (action === 'object') return ['text']
  return action === 'answer' ? ['text', 'verdict'] : []
}

/** The number of a sheet as it stands in an address; what is none finds nothing. */
function sheetNumber(c: C): number {
  const text = c.req.param('n') ?? ''
  return /^\d{1,3}$/.test(text) ? Number(text) : 0
}
