import type { Context, Hono } from 'hono'
import { stepInputs } from '../../../domain/clarification/input.ts'
import { isAction } from '../../../domain/clarification/types.ts'
import type { Refusal } from '../../../domain/shared/refusal.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { actOnClarification } from '../../../usecases/clarification/act.ts'
import { draftClarification } from '../../../usecases/clarification/draft.ts'
import { editClarification } from '../../../usecases/clarification/edit.ts'
import { listDeskClarifications } from '../../../usecases/clarification/list-desk.ts'
import {
  type DeskClarification,
  showDeskClarification,
} from '../../../usecases/clarification/show-desk.ts'
import { may, turnAway } from '../../../usecases/permissions.ts'
import type { AppEnv } from '../../app-env.ts'
import { answerPrivatePage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import { clarification } from '../../ui/words/clarification.ts'
import { submissionKey } from '../apply/submission-key.ts'
import type { Attempt } from '../desk/attempt.ts'
import { frameOf } from '../desk/frame.ts'
import { declinedOn, linesOf, stepInput, type StepNotice } from '../desk/step-answer.ts'
import { readPageForm } from '../form-values.ts'
import { ClarificationFormPage } from './desk-form-page.tsx'
import { type ClarificationPart, DeskClarificationsPage } from './desk-list-page.tsx'
import { DeskClarificationPage } from './desk-page.tsx'

type C = Context<AppEnv>
type Answer = Response | Promise<Response>

const formLimit = 256 * 1024
const names = ['claim', 'source', 'sourceUrl', 'seenOn', 'checkedBy', 'facts']

/** Mounts the clarifications of the desk (澄清办理): list, form, page, steps. */
export function mountDeskClarifications(app: Hono<AppEnv>): void {
  app.get('/desk/clarifications', list)
  app.get('/desk/clarifications/new', blank)
  app.post('/desk/clarifications/new', draft)
  app.get('/desk/clarifications/:id', show)
  app.get('/desk/clarifications/:id/edit', editForm)
  app.post('/desk/clarifications/:id/edit', edit)
  app.post('/desk/clarifications/:id/actions/:action', act)
}

async function list(c: C): Promise<Response> {
  const { state, cursor } = c.req.query()
  const part: ClarificationPart = state === 'published' || state === 'withdrawn' ? state : 'open'
  const listed = await listDeskClarifications(c.var.ctx, {
    state: part,
    ...(cursor === undefined ? {} : { cursor }),
  })
  if (!listed.ok) return refusalResponse(c, listed.refusal)
  return answerPrivatePage(
    c,
    <DeskClarificationsPage
      frame={frameOf(c)}
      part={part}
      list={listed.value}
      mayDraft={may(c.var.ctx.actor, 'clarification.draft')}
      isFirst={cursor === undefined}
    />,
  )
}

function blank(c: C): Answer {
  const { ctx } = c.var
  if (!may(ctx.actor, 'clarification.draft')) return refusalResponse(c, turnAway(ctx.actor).refusal)
  return form(c, null, new Map([['seenOn', localDateOf(ctx.now)]]))
}

async function draft(c: C): Promise<Response> {
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const key = submissionKey(text.get('submission'))
  const { version: _version, ...input } = inputFrom(text)
  const done = await draftClarification(c.var.ctx, input, key)
  if (done.ok) return c.redirect(c.var.site.to.deskClarification(done.value.id, { done: 1 }), 303)
  return form(c, null, text, done.refusal)
}

async function editForm(c: C): Promise<Response> {
  const shown = await showDeskClarification(c.var.ctx, idOf(c))
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  if (!may(c.var.ctx.actor, 'clarification.draft')) {
    return refusalResponse(c, turnAway(c.var.ctx.actor).refusal)
  }
  return form(c, shown.value.id, textOf(shown.value))
}

async function edit(c: C): Promise<Response> {
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const done = await editClarification(c.var.ctx, idOf(c), inputFrom(text))
  if (done.ok) return c.redirect(c.var.site.to.deskClarification(done.value.id, { done: 1 }), 303)
  return form(c, idOf(c), text, done.refusal)
}

function form(
  c: C,
  id: string | null,
  text: ReadonlyMap<string, string>,
  refusal: Refusal | null = null,
): Answer {
  const declined = refusal === null ? null : declinedOn(refusal)
  if (refusal !== null && declined === null) return refusalResponse(c, refusal)
  const { ctx } = c.var
  return answerPrivatePage(
    c,
    <ClarificationFormPage
      frame={frameOf(c)}
      id={id}
      filled={{ text, errors: declined?.errors ?? {} }}
      version={id === null ? null : Number(text.get('version'))}
      submission={ctx.newId()}
      today={localDateOf(ctx.now)}
      notice={declined?.notice ?? null}
    />,
    declined?.status ?? 200,
  )
}

async function show(c: C): Promise<Response> {
  const shown = await showDeskClarification(c.var.ctx, idOf(c))
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  const isDone = c.req.query('done') !== undefined
  return page(c, shown.value, null, isDone ? { tone: 'success', title: clarification.done } : null)
}

async function act(c: C): Promise<Response> {
  const [id, action] = [idOf(c), c.req.param('action') ?? '']
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  if (!isAction(action)) return refusalResponse(c, { code: 'not-found' })
  const { text } = read.value
  const input = stepInput(text, Object.keys(stepInputs[action].shape))
  const done = await actOnClarification(c.var.ctx, id, action, input)
  if (done.ok) return c.redirect(c.var.site.to.deskClarification(id, { done: 1 }), 303)
  const declined = declinedOn(done.refusal)
  const shown = declined === null ? null : await showDeskClarification(c.var.ctx, id)
  if (declined === null || shown === null || !shown.ok) return refusalResponse(c, done.refusal)
  const { errors, notice, status } = declined
  return page(c, shown.value, { action, text, errors }, notice, status)
}

function page(
  c: C,
  view: DeskClarification,
  attempt: Attempt | null,
  notice: StepNotice | null,
  status: 200 | 403 | 409 | 422 = 200,
): Answer {
  const shown = (
    <DeskClarificationPage frame={frameOf(c)} view={view} attempt={attempt} notice={notice} />
  )
  return answerPrivatePage(c, shown, status)
}

function inputFrom(text: ReadonlyMap<string, string>): Record<string, unknown> {
  const items = linesOf(text.get('items'))
  return { ...stepInput(text, names), ...(items.length === 0 ? {} : { items }) }
}

function textOf(view: DeskClarification): ReadonlyMap<string, string> {
  return new Map([
    ['claim', view.claim],
    ['source', view.source],
    ['sourceUrl', view.sourceUrl ?? ''],
    ['seenOn', view.seenOn],
    ['checkedBy', view.checkedBy],
    ['facts', view.facts],
    ['items', view.items.map(({ id }) => id).join('\n')],
    ['version', String(view.version)],
  ])
}

function idOf(c: C): string {
  return c.req.param('id') ?? ''
}
