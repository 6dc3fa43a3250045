import type { Context, Hono } from 'hono'
import { changeStepInputs } from '../../../domain/service/input.ts'
import { isChangeAction } from '../../../domain/service/types.ts'
import type { Refusal } from '../../../domain/shared/refusal.ts'
import { actOnPowerChange } from '../../../usecases/service/act-on-change.ts'
import { draftPowerChange } from '../../../usecases/service/draft-change.ts'
import { editPowerChange } from '../../../usecases/service/edit-change.ts'
import { listPowerChanges } from '../../../usecases/service/list-changes.ts'
import { type ChangeView, showPowerChange } from '../../../usecases/service/show-change.ts'
import { may, turnAway } from '../../../usecases/permissions.ts'
import type { AppEnv } from '../../app-env.ts'
import { answerPrivatePage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import { service } from '../../ui/words/power.ts'
import type { Filled } from '../apply/form-parts.tsx'
import { submissionKey } from '../apply/submission-key.ts'
import type { Attempt } from '../desk/attempt.ts'
import { frameOf } from '../desk/frame.ts'
import { declinedOn, stepInput, type StepNotice } from '../desk/step-answer.ts'
import { readPageForm } from '../form-values.ts'
import { ChangeFormPage } from './desk-change-form.tsx'
import { DeskChangePage } from './desk-change-page.tsx'
import { DeskPowersPage } from './desk-powers-page.tsx'
import { sentEntries } from './sent-entries.ts'

type C = Context<AppEnv>
type Answer = Response | Promise<Response>

const formLimit = 4 * 1024 * 1024
const blank: Filled = { text: new Map(), errors: {} }

/** Mounts the list of powers of the desk (职权调整): list, form, page, matters, steps. */
export function mountDeskPowers(app: Hono<AppEnv>): void {
  app.get('/desk/powers', list)
  app.get('/desk/powers/new', newForm)
  app.post('/desk/powers/new', draft)
  app.get('/desk/powers/:id', show)
  app.get('/desk/powers/:id/edit', editForm)
  app.post('/desk/powers/:id/edit', edit)
  app.post('/desk/powers/:id/entries', addEntries)
  app.post('/desk/powers/:id/entries/removals', removeEntry)
  app.post('/desk/powers/:id/actions/:action', act)
}

async function list(c: C): Promise<Response> {
  const { ctx } = c.var
  const listed = await listPowerChanges(ctx)
  if (!listed.ok) return refusalResponse(c, listed.refusal)
  const mayDraft = may(ctx.actor, 'power.draft')
  return answerPrivatePage(
    c,
    <DeskPowersPage frame={frameOf(c)} changes={listed.value} mayDraft={mayDraft} />,
  )
}

function newForm(c: C): Answer {
  const { actor } = c.var.ctx
  if (!may(actor, 'power.draft')) return refusalResponse(c, turnAway(actor).refusal)
  return form(c, null, new Map([['entries.0.kind', 'added']]))
}

async function draft(c: C): Promise<Response> {
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const sent = await sentEntries(read.value, 0)
  if (!sent.ok) return form(c, null, text, sent.refusal)
  const { version: _version, ...input } = stepInput(text, ['reason', 'basis'])
  const key = submissionKey(text.get('submission'))
  const done = await draftPowerChange(c.var.ctx, { ...input, entries: sent.value }, key)
  return done.ok ? taken(c, done.value.id) : form(c, null, text, done.refusal)
}

async function editForm(c: C): Promise<Response> {
  const shown = await showPowerChange(c.var.ctx, idOf(c))
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  const { actor } = c.var.ctx
  if (!may(actor, 'power.draft')) return refusalResponse(c, turnAway(actor).refusal)
  const { reason, basis, version } = shown.value
  const text = new Map([
    ['reason', reason],
    ['basis', basis],
    ['version', String(version)],
  ])
  return form(c, shown.value.id, text)
}

async function edit(c: C): Promise<Response> {
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const shown = await showPowerChange(c.var.ctx, idOf(c))
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  const input = { ...stepInput(text, ['reason', 'basis']), entries: shown.value.entries }
  const done = await editPowerChange(c.var.ctx, idOf(c), input)
  return done.ok ? taken(c, done.value.id) : form(c, idOf(c), text, done.refusal)
}

function form(
  c: C,
  id: string | null,
  text: ReadonlyMap<string, string>,
  refusal: Refusal | null = null,
): Answer {
  const declined = refusal === null ? null : declinedOn(refusal)
  if (refusal !== null && declined === null) return refusalResponse(c, refusal)
  return answerPrivatePage(
    c,
    <ChangeFormPage
      frame={frameOf(c)}
      id={id}
      filled={{ text, errors: declined?.errors ?? {} }}
      version={id === null ? null : Number(text.get('version'))}
      submission={c.var.ctx.newId()}
      notice={declined?.notice ?? null}
    />,
    declined?.status ?? 200,
  )
}

async function show(c: C): Promise<Response> {
  const shown = await showPowerChange(c.var.ctx, idOf(c))
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  const isDone = c.req.query('done') !== undefined
  const notice: StepNotice | null = isDone ? { tone: 'success', title: service.done } : null
  return page(c, shown.value, { attempt: null, adding: blank, notice })
}

async function addEntries(c: C): Promise<Response> {
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const shown = await showPowerChange(c.var.ctx, idOf(c))
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  const { text } = read.value
  const { reason, basis, entries } = shown.value
  const sent = await sentEntries(read.value, entries.length)
  const done = sent.ok
    ? await editPowerChange(c.var.ctx, idOf(c), {
        reason,
        basis,
        entries: [...entries, ...sent.value],
        ...stepInput(text, []),
      })
    : sent
  if (done.ok) return taken(c, done.value.id)
  const declined = declinedOn(done.refusal)
  if (declined === null) return refusalResponse(c, done.refusal)
  const { errors, notice, status } = declined
  return page(c, shown.value, { attempt: null, adding: { text, errors }, notice }, status)
}

async function removeEntry(c: C): Promise<Response> {
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const shown = await showPowerChange(c.var.ctx, idOf(c))
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  const { text } = read.value
  const { reason, basis, entries } = shown.value
  const rest = entries.filter((_, at) => String(at) !== text.get('at'))
  const input = { reason, basis, entries: rest, ...stepInput(text, []) }
  const done = await editPowerChange(c.var.ctx, idOf(c), input)
  if (done.ok) return taken(c, done.value.id)
  const declined = declinedOn(done.refusal)
  if (declined === null) return refusalResponse(c, done.refusal)
  const { errors, notice, status } = declined
  return page(c, shown.value, { attempt: null, adding: { ...blank, errors }, notice }, status)
}

async function act(c: C): Promise<Response> {
  const [id, action] = [idOf(c), c.req.param('action') ?? '']
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  if (!isChangeAction(action)) return refusalResponse(c, { code: 'not-found' })
  const { text } = read.value
  const input = stepInput(text, Object.keys(changeStepInputs[action].shape))
  const done = await actOnPowerChange(c.var.ctx, id, action, input)
  if (done.ok) return taken(c, id)
  const declined = declinedOn(done.refusal)
  const shown = declined === null ? null : await showPowerChange(c.var.ctx, id)
  if (declined === null || shown === null || !shown.ok) return refusalResponse(c, done.refusal)
  const { errors, notice, status } = declined
  const attempt: Attempt = { action, text, errors }
  return page(c, shown.value, { attempt, adding: blank, notice }, status)
}

function page(
  c: C,
  view: ChangeView,
  told: { attempt: Attempt | null; adding: Filled; notice: StepNotice | null },
  status: 200 | 403 | 409 | 422 = 200,
): Answer {
  const mayEdit = view.state === 'draft' && may(c.var.ctx.actor, 'power.draft')
  const adding = mayEdit ? told.adding : null
  return answerPrivatePage(
    c,
    <DeskChangePage frame={frameOf(c)} view={view} {...told} adding={adding} />,
    status,
  )
}

function taken(c: C, id: string): Response {
  return c.redirect(c.var.site.to.deskPowerChange(id, { done: 1 }), 303)
}

function idOf(c: C): string {
  return c.req.param('id') ?? ''
}
