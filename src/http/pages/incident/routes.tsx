import type { Context, Hono } from 'hono'
import { isAction } from '../../../domain/incident/types.ts'
import { actOnIncident } from '../../../usecases/incident/act.ts'
import { listIncidents } from '../../../usecases/incident/list.ts'
import { openIncident } from '../../../usecases/incident/open.ts'
import { type IncidentView, showIncident } from '../../../usecases/incident/show.ts'
import type { AppEnv } from '../../app-env.ts'
import { answerPrivatePage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import type { FormErrors } from '../../ui/form-names.ts'
import { incident } from '../../ui/words/incident.ts'
import { submissionKey } from '../apply/submission-key.ts'
import type { Attempt } from '../desk/attempt.ts'
import { frameOf } from '../desk/frame.ts'
import { declinedOn, stepInput, type StepNotice } from '../desk/step-answer.ts'
import { inputOf, readPageForm } from '../form-values.ts'
import { IncidentsPage } from './list-page.tsx'
import { IncidentPage } from './show-page.tsx'

type C = Context<AppEnv>
type Answer = Response | Promise<Response>
type Code = 200 | 403 | 409 | 422

const formLimit = 64 * 1024

/** Mounts the incident log of the desk (应急处置): list and report, page, steps. */
export function mountIncidents(app: Hono<AppEnv>): void {
  app.get('/desk/incidents', (c) => list(c, new Map(), {}, 200))
  app.post('/desk/incidents', report)
  app.get('/desk/incidents/:incident', show)
  app.post('/desk/incidents/:incident/actions/:action', act)
}

async function list(
  c: C,
  text: ReadonlyMap<string, string>,
  errors: FormErrors,
  code: Code,
): Promise<Response> {
  const listed = await listIncidents(c.var.ctx)
  if (!listed.ok) return refusalResponse(c, listed.refusal)
  return answerPrivatePage(
    c,
    <IncidentsPage
      frame={frameOf(c)}
      items={listed.value.items}
      filled={{ text, errors }}
      submission={c.var.ctx.newId()}
    />,
    code,
  )
}

async function report(c: C): Promise<Response> {
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const input = inputOf(text, ['what', 'level', 'item'])
  const done = await openIncident(c.var.ctx, input, submissionKey(text.get('submission')))
  if (done.ok) return c.redirect(c.var.site.to.incident(done.value.id, { done: 1 }), 303)
  const declined = declinedOn(done.refusal)
  return declined === null
    ? refusalResponse(c, done.refusal)
    : list(c, text, declined.errors, declined.status)
}

async function show(c: C): Promise<Response> {
  const shown = await showIncident(c.var.ctx, idOf(c))
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  const isDone = c.req.query('done') !== undefined
  return page(c, shown.value, null, isDone ? { tone: 'success', title: incident.done } : null, 200)
}

async function act(c: C): Promise<Response> {
  const [id, action] = [idOf(c), c.req.param('action') ?? '']
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  if (!isAction(action)) return refusalResponse(c, { code: 'not-found' })
  const { text } = read.value
  const done = await actOnIncident(c.var.ctx, id, action, stepInput(text, ['note']))
  if (done.ok) return c.redirect(c.var.site.to.incident(id, { done: 1 }), 303)
  const declined = declinedOn(done.refusal)
  const shown = declined === null ? null : await showIncident(c.var.ctx, id)
  if (declined === null || shown === null || !shown.ok) return refusalResponse(c, done.refusal)
  const { errors, notice, status } = declined
  return page(c, shown.value, { action, text, errors }, notice, status)
}

function page(
  c: C,
  view: IncidentView,
  attempt: Attempt | null,
  notice: StepNotice | null,
  code: Code,
): Answer {
  const shown = <IncidentPage frame={frameOf(c)} view={view} attempt={attempt} notice={notice} />
  return answerPrivatePage(c, shown, code)
}

function idOf(c: C): string {
  return c.req.param('incident') ?? ''
}
