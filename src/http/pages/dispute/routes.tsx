import type { Context, Hono } from 'hono'
import { stepInputs } from '../../../domain/dispute/input.ts'
import { isAction } from '../../../domain/dispute/types.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { refuse, refuseField, type Result } from '../../../domain/shared/refusal.ts'
import { actOnDispute } from '../../../usecases/dispute/act.ts'
import { addDisputeFile } from '../../../usecases/dispute/add-file.ts'
import { listDisputes } from '../../../usecases/dispute/list.ts'
import { readDisputeFile } from '../../../usecases/dispute/read-file.ts'
import { registerDispute } from '../../../usecases/dispute/register.ts'
import { type DisputeView, showDispute } from '../../../usecases/dispute/show.ts'
import { maxFileBytes } from '../../../usecases/application/attachments.ts'
import { may, turnAway } from '../../../usecases/permissions.ts'
import type { AppEnv } from '../../app-env.ts'
import { fileResponse } from '../../file-response.ts'
import { answerPrivatePage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import type { FormErrors } from '../../ui/form-names.ts'
import { dispute } from '../../ui/words/dispute.ts'
import { submissionKey } from '../apply/submission-key.ts'
import type { Attempt } from '../desk/attempt.ts'
import { frameOf } from '../desk/frame.ts'
import { declinedOn, stepInput, type StepNotice } from '../desk/step-answer.ts'
import { inputOf, readPageForm, uploadsOf } from '../form-values.ts'
import { askedOf, headingOf } from './asked.ts'
import { DisputeFormPage, disputeFields } from './form-page.tsx'
import { DisputesPage } from './list-page.tsx'
import { DisputePage } from './show-page.tsx'

type C = Context<AppEnv>
type Answer = Response | Promise<Response>
type Code = 200 | 403 | 409 | 422

const formLimit = 64 * 1024
const fileLimit = maxFileBytes + formLimit

/** Mounts the disputes of the desk (复议诉讼): list, form, page, steps, papers. */
export function mountDisputes(app: Hono<AppEnv>): void {
  app.get('/desk/disputes', list)
  app.get('/desk/disputes/new', blank)
  app.post('/desk/disputes/new', register)
  app.get('/desk/disputes/:dispute', show)
  app.post('/desk/disputes/:dispute/actions/:action', act)
  app.post('/desk/disputes/:dispute/files', addFile)
  app.get('/desk/disputes/:dispute/files/:file', openFile)
}

async function list(c: C): Promise<Response> {
  const { ctx } = c.var
  const { cursor } = c.req.query()
  const asked = askedOf(c.req.query())
  const listed = await listDisputes(ctx, cursor === undefined ? asked : { ...asked, cursor })
  if (!listed.ok) return refusalResponse(c, listed.refusal)
  return answerPrivatePage(
    c,
    <DisputesPage
      frame={frameOf(c)}
      asked={asked}
      heading={headingOf(asked)}
      list={listed.value}
      mayAct={may(ctx.actor, 'dispute.act')}
      hasComplaints={may(ctx.actor, 'complaint.list')}
      isFirst={cursor === undefined}
    />,
  )
}

async function blank(c: C): Promise<Response> {
  const { actor } = c.var.ctx
  if (!may(actor, 'dispute.act')) return refusalResponse(c, turnAway(actor).refusal)
  const { follows, application } = c.req.query()
  const text = new Map<string, string>()
  if (application !== undefined) text.set('case', application.slice(0, 80))
  const before = follows === undefined ? null : await showDispute(c.var.ctx, follows)
  if (before?.ok === true) {
    text.set('follows', before.value.id)
    text.set('kind', 'litigationAfterReview')
    text.set('case', before.value.case?.receipt ?? '')
    text.set('about', before.value.about ?? '')
    text.set('party', before.value.party ?? '')
  }
  return form(c, text, {}, 200)
}

async function register(c: C): Promise<Response> {
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const key = submissionKey(text.get('submission'))
  const done = await registerDispute(c.var.ctx, inputOf(text, disputeFields), key)
  if (done.ok) return c.redirect(c.var.site.to.dispute(done.value.id, { done: 1 }), 303)
  const declined = declinedOn(done.refusal)
  return declined === null
    ? refusalResponse(c, done.refusal)
    : form(c, text, declined.errors, declined.status)
}

function form(c: C, text: ReadonlyMap<string, string>, errors: FormErrors, code: Code): Answer {
  const { newId, now } = c.var.ctx
  const shown = (
    <DisputeFormPage
      frame={frameOf(c)}
      filled={{ text, errors }}
      submission={newId()}
      today={localDateOf(now)}
    />
  )
  return answerPrivatePage(c, shown, code)
}

async function show(c: C): Promise<Response> {
  const shown = await showDispute(c.var.ctx, idOf(c))
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  const isDone = c.req.query('done') !== undefined
  return page(c, shown.value, null, isDone ? { tone: 'success', title: dispute.done } : null, 200)
}

async function act(c: C): Promise<Response> {
  const action = c.req.param('action') ?? ''
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  if (!isAction(action)) return refusalResponse(c, { code: 'not-found' })
  const { text } = read.value
  const input = stepInput(text, Object.keys(stepInputs[action].shape))
  const done = await actOnDispute(c.var.ctx, idOf(c), action, input)
  return settled(c, done, action, text)
}

async function addFile(c: C): Promise<Response> {
  const read = await readPageForm(c, fileLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text, files } = read.value
  const [upload] = await uploadsOf(files.get('file') ?? [])
  const input = inputOf(text, ['purpose'])
  const { ctx } = c.var
  const lacking = may(ctx.actor, 'dispute.act')
    ? refuseField('/file', { problem: 'required' })
    : refuse(turnAway(ctx.actor).refusal)
  const done = upload === undefined ? lacking : await addDisputeFile(ctx, idOf(c), upload, input)
  return settled(c, done, 'file', text)
}

/** Goes on to the page after a step, or shows it with what was typed and why it was not taken. */
async function settled(
  c: C,
  done: Result<DisputeView>,
  action: string,
  text: ReadonlyMap<string, string>,
): Promise<Response> {
  if (done.ok) return c.redirect(c.var.site.to.dispute(idOf(c), { done: 1 }), 303)
  const declined = declinedOn(done.refusal)
  const shown = declined === null ? null : await showDispute(c.var.ctx, idOf(c))
  if (declined === null || shown === null || !shown.ok) return refusalResponse(c, done.refusal)
  const { errors, notice, status } = declined
  return page(c, shown.value, { action, text, errors }, notice, status)
}

async function openFile(c: C): Promise<Response> {
  const read = await readDisputeFile(c.var.ctx, idOf(c), c.req.param('file') ?? '')
  return read.ok ? fileResponse(read.value) : refusalResponse(c, read.refusal)
}

function page(
  c: C,
  view: DisputeView,
  attempt: Attempt | null,
  notice: StepNotice | null,
  code: Code,
): Answer {
  const { actor, now } = c.var.ctx
  const shown = (
    <DisputePage
      frame={frameOf(c)}
      view={view}
      today={localDateOf(now)}
      mayAct={may(actor, 'dispute.act')}
      attempt={attempt}
      notice={notice}
    />
  )
  return answerPrivatePage(c, shown, code)
}

function idOf(c: C): string {
  return c.req.param('dispute') ?? ''
}
