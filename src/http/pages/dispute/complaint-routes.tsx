import type { Context, Hono } from 'hono'
import { localDateOf } from '../../../domain/time/instant.ts'
import { answerComplaint } from '../../../usecases/dispute/answer-complaint.ts'
import type { Complaint } from '../../../usecases/dispute/complaint-view.ts'
import { enterComplaint } from '../../../usecases/dispute/enter-complaint.ts'
import { listComplaints } from '../../../usecases/dispute/list-complaints.ts'
import { showComplaint } from '../../../usecases/dispute/show-complaint.ts'
import { may, turnAway } from '../../../usecases/permissions.ts'
import type { AppEnv } from '../../app-env.ts'
import { answerPrivatePage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import type { FormErrors } from '../../ui/form-names.ts'
import { complaint } from '../../ui/words/dispute.ts'
import { submissionKey } from '../apply/submission-key.ts'
import type { Attempt } from '../desk/attempt.ts'
import { frameOf } from '../desk/frame.ts'
import { declinedOn, stepInput, type StepNotice } from '../desk/step-answer.ts'
import { inputOf, readPageForm } from '../form-values.ts'
import { ComplaintPage, EnterComplaintPage } from './complaint-page.tsx'
import { ComplaintsPage } from './complaints-page.tsx'

type C = Context<AppEnv>
type Answer = Response | Promise<Response>
type Code = 200 | 403 | 409 | 422

const formLimit = 64 * 1024

/** Mounts the complaints of the desk (投诉): list, form, page, answer. */
export function mountComplaints(app: Hono<AppEnv>): void {
  app.get('/desk/complaints', list)
  app.get('/desk/complaints/new', blank)
  app.post('/desk/complaints/new', enter)
  app.get('/desk/complaints/:complaint', show)
  app.post('/desk/complaints/:complaint/answer', act)
}

async function list(c: C): Promise<Response> {
  const { ctx } = c.var
  const { state, cursor, done, period, finding } = c.req.query()
  const part = state === 'answered' ? 'answered' : 'open'
  const filter = part === 'answered' ? given({ period, finding }) : {}
  const asked = { state: part, ...filter, ...given({ cursor }) }
  const listed = await listComplaints(ctx, asked)
  if (!listed.ok) return refusalResponse(c, listed.refusal)
  return answerPrivatePage(
    c,
    <ComplaintsPage
      frame={frameOf(c)}
      part={part}
      filter={filter}
      list={listed.value}
      mayEnter={may(ctx.actor, 'complaint.enter')}
      hasDisputes={may(ctx.actor, 'dispute.list')}
      isFirst={cursor === undefined}
      isEntered={done !== undefined}
    />,
  )
}

function given(query: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

function blank(c: C): Answer {
  const { actor } = c.var.ctx
  if (!may(actor, 'complaint.enter')) return refusalResponse(c, turnAway(actor).refusal)
  const application = c.req.query('application')?.slice(0, 80) ?? ''
  return form(c, new Map([['case', application]]), {}, 200)
}

async function enter(c: C): Promise<Response> {
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const input = inputOf(text, ['case', 'text', 'madeOn'])
  const done = await enterComplaint(c.var.ctx, input, submissionKey(text.get('submission')))
  if (done.ok) return c.redirect(c.var.site.to.complaints({ done: 1 }), 303)
  const declined = declinedOn(done.refusal)
  return declined === null
    ? refusalResponse(c, done.refusal)
    : form(c, text, declined.errors, declined.status)
}

function form(c: C, text: ReadonlyMap<string, string>, errors: FormErrors, code: Code): Answer {
  const { newId, now } = c.var.ctx
  const shown = (
    <EnterComplaintPage
      frame={frameOf(c)}
      filled={{ text, errors }}
      submission={newId()}
      today={localDateOf(now)}
    />
  )
  return answerPrivatePage(c, shown, code)
}

async function show(c: C): Promise<Response> {
  const shown = await showComplaint(c.var.ctx, idOf(c))
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  const isDone = c.req.query('done') !== undefined
  return page(c, shown.value, null, isDone ? { tone: 'success', title: complaint.done } : null, 200)
}

async function act(c: C): Promise<Response> {
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const input = stepInput(text, ['finding', 'reply'])
  const done = await answerComplaint(c.var.ctx, idOf(c), input)
  if (done.ok) return c.redirect(c.var.site.to.complaint(idOf(c), { done: 1 }), 303)
  const declined = declinedOn(done.refusal)
  const shown = declined === null ? null : await showComplaint(c.var.ctx, idOf(c))
  if (declined === null || shown === null || !shown.ok) return refusalResponse(c, done.refusal)
  const { errors, notice, status } = declined
  return page(c, shown.value, { action: 'answer', text, errors }, notice, status)
}

function page(
  c: C,
  view: Complaint,
  attempt: Attempt | null,
  notice: StepNotice | null,
  code: Code,
): Answer {
  const mayAnswer = may(c.var.ctx.actor, 'complaint.answer')
  const shown = <ComplaintPage frame={frameOf(c)} {...{ view, mayAnswer, attempt, notice }} />
  return answerPrivatePage(c, shown, code)
}

function idOf(c: C): string {
  return c.req.param('complaint') ?? ''
}
