import type { Context, Hono } from 'hono'
import {
  isAction,
  isState,
  stepInputs,
} from '../../../../domain/application/same-request/lifecycle.ts'
import { actOnSameRequest } from '../../../../usecases/application/same-request/act-on-same-request.ts'
import { listSameRequests } from '../../../../usecases/application/same-request/list-same-requests.ts'
import { showSameRequest } from '../../../../usecases/application/same-request/show-same-request.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answerPrivatePage } from '../../../page-answer.ts'
import { refusalResponse } from '../../../refusal.tsx'
import { sameRequest as words } from '../../../ui/words/same-request.ts'
import { readPageForm } from '../../form-values.ts'
import { frameOf } from '../frame.ts'
import { SameRequestPage, type SameRequestProps } from './same-request-page.tsx'
import { SameRequestsPage } from './same-requests-page.tsx'
import { declinedOn, stepInput } from '../step-answer.ts'

type C = Context<AppEnv>

const formLimit = 64 * 1024

/** Mounts the proposals to publish what several applicants asked for (同类申请). */
export function mountSameRequests(app: Hono<AppEnv>): void {
  app.get('/desk/same-requests', list)
  app.get('/desk/same-requests/:id', show)
  app.post('/desk/same-requests/:id/actions/:action', act)
}

async function list(c: C): Promise<Response> {
  const { state: asked = '', cursor } = c.req.query()
  const state = isState(asked) ? asked : 'open'
  const query = { state, limit: '30', ...(cursor === undefined ? {} : { cursor }) }
  const listed = await listSameRequests(c.var.ctx, query)
  if (!listed.ok) return refusalResponse(c, listed.refusal)
  const shown = { frame: frameOf(c), state, list: listed.value, isFirst: cursor === undefined }
  return answerPrivatePage(c, <SameRequestsPage {...shown} />)
}

async function show(c: C): Promise<Response> {
  const isDone = c.req.query('done') !== undefined
  return page(c, null, isDone ? { tone: 'success', title: words.done } : null, 200)
}

async function act(c: C): Promise<Response> {
  const [id, action] = [c.req.param('id') ?? '', c.req.param('action') ?? '']
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  if (!isAction(action)) return refusalResponse(c, { code: 'not-found' })
  const { text } = read.value
  const names = Object.keys(stepInputs[action].shape)
  const done = await actOnSameRequest(c.var.ctx, id, action, stepInput(text, names))
  if (done.ok) return c.redirect(c.var.site.to.sameRequest(id, { done: action }), 303)
  const declined = declinedOn(done.refusal)
  if (declined === null) return refusalResponse(c, done.refusal)
  const { errors, notice, status } = declined
  return page(c, { action, text, errors }, notice, status)
}

async function page(
  c: C,
  attempt: SameRequestProps['attempt'],
  notice: SameRequestProps['notice'],
  status: 200 | 403 | 409 | 422,
): Promise<Response> {
  const shown = await showSameRequest(c.var.ctx, c.req.param('id') ?? '')
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  const props = { frame: frameOf(c), view: shown.value, attempt, notice }
  return answerPrivatePage(c, <SameRequestPage {...props} />, status)
}
