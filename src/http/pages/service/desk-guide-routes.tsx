import type { Context, Hono } from 'hono'
import { guideStepInputs } from '../../../domain/service/input.ts'
import { isGuideAction } from '../../../domain/service/types.ts'
import { actOnServiceGuide } from '../../../usecases/service/act-on-guide.ts'
import { listDeskServices } from '../../../usecases/service/list-desk-guides.ts'
import { type DeskService, showDeskService } from '../../../usecases/service/show-desk-guide.ts'
import { writeServiceGuide } from '../../../usecases/service/write-guide.ts'
import { may, turnAway } from '../../../usecases/permissions.ts'
import type { AppEnv } from '../../app-env.ts'
import { answerPrivatePage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import { service } from '../../ui/words/power.ts'
import type { Attempt } from '../desk/attempt.ts'
import { frameOf } from '../desk/frame.ts'
import { declinedOn, stepInput, type StepNotice } from '../desk/step-answer.ts'
import { readPageForm } from '../form-values.ts'
import { DeskServicePage } from './desk-service-page.tsx'
import { DeskServicesPage, type GuidePart } from './desk-services-page.tsx'
import { GuideFormPage } from './guide-form-page.tsx'
import { guideFields, guideFrom } from './guide-form-values.ts'

type C = Context<AppEnv>
type Answer = Response | Promise<Response>

const formLimit = 256 * 1024

/** Mounts the service guides of the desk (办事指南): gaps, page, form, steps. */
export function mountDeskServices(app: Hono<AppEnv>): void {
  app.get('/desk/services', list)
  app.get('/desk/services/:id', show)
  app.get('/desk/services/:id/edit', editForm)
  app.post('/desk/services/:id/edit', edit)
  app.post('/desk/services/:id/actions/:action', act)
}

async function list(c: C): Promise<Response> {
  const { part: asked, cursor } = c.req.query()
  const part: GuidePart = asked === 'all' ? 'all' : 'lacking'
  const query = { part, ...(cursor === undefined ? {} : { cursor }) }
  const listed = await listDeskServices(c.var.ctx, query)
  if (!listed.ok) return refusalResponse(c, listed.refusal)
  const isFirst = cursor === undefined
  return answerPrivatePage(
    c,
    <DeskServicesPage frame={frameOf(c)} part={part} list={listed.value} isFirst={isFirst} />,
  )
}

async function show(c: C): Promise<Response> {
  const shown = await showDeskService(c.var.ctx, idOf(c))
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  const isDone = c.req.query('done') !== undefined
  return page(c, shown.value, null, isDone ? { tone: 'success', title: service.done } : null)
}

async function editForm(c: C): Promise<Response> {
  const { actor } = c.var.ctx
  const shown = await showDeskService(c.var.ctx, idOf(c))
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  if (!may(actor, 'service-guide.write')) return refusalResponse(c, turnAway(actor).refusal)
  const { text, version } = shown.value
  return answerPrivatePage(
    c,
    <GuideFormPage
      frame={frameOf(c)}
      matter={shown.value}
      filled={{ text: guideFields(text), errors: {} }}
      version={version ?? 0}
      notice={null}
    />,
  )
}

async function edit(c: C): Promise<Response> {
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const input = { guide: guideFrom(text), ...stepInput(text, []) }
  const done = await writeServiceGuide(c.var.ctx, idOf(c), input)
  if (done.ok) return c.redirect(c.var.site.to.deskService(idOf(c), { done: 1 }), 303)
  const declined = declinedOn(done.refusal)
  const shown = declined === null ? null : await showDeskService(c.var.ctx, idOf(c))
  if (declined === null || shown === null || !shown.ok) return refusalResponse(c, done.refusal)
  return answerPrivatePage(
    c,
    <GuideFormPage
      frame={frameOf(c)}
      matter={shown.value}
      filled={{ text, errors: declined.errors }}
      version={Number(text.get('version') ?? 0)}
      notice={declined.notice}
    />,
    declined.status,
  )
}

async function act(c: C): Promise<Response> {
  const [id, action] = [idOf(c), c.req.param('action') ?? '']
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  if (!isGuideAction(action)) return refusalResponse(c, { code: 'not-found' })
  const { text } = read.value
  const input = stepInput(text, Object.keys(guideStepInputs[action].shape))
  const done = await actOnServiceGuide(c.var.ctx, id, action, input)
  if (done.ok) return c.redirect(c.var.site.to.deskService(id, { done: 1 }), 303)
  const declined = declinedOn(done.refusal)
  const shown = declined === null ? null : await showDeskService(c.var.ctx, id)
  if (declined === null || shown === null || !shown.ok) return refusalResponse(c, done.refusal)
  const { errors, notice, status } = declined
  return page(c, shown.value, { action, text, errors }, notice, status)
}

function page(
  c: C,
  view: DeskService,
  attempt: Attempt | null,
  notice: StepNotice | null,
  status: 200 | 403 | 409 | 422 = 200,
): Answer {
  const mayWrite = may(c.var.ctx.actor, 'service-guide.write')
  return answerPrivatePage(
    c,
    <DeskServicePage
      frame={frameOf(c)}
      view={view}
      mayWrite={mayWrite}
      attempt={attempt}
      notice={notice}
    />,
    status,
  )
}

function idOf(c: C): string {
  return c.req.param('id') ?? ''
}
