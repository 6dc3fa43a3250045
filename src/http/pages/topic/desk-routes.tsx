import type { Context, Hono } from 'hono'
import { localDateOf } from '../../../domain/time/instant.ts'
import { stepInputs } from '../../../domain/topic/input.ts'
import { isAction } from '../../../domain/topic/types.ts'
import { may, turnAway } from '../../../usecases/permissions.ts'
import { actOnTopic } from '../../../usecases/topic/act.ts'
import { ignoreSearchMiss } from '../../../usecases/topic/ignore-miss.ts'
import { listDeskTopics } from '../../../usecases/topic/list-desk.ts'
import { listSearchMisses } from '../../../usecases/topic/list-misses.ts'
import { openContact } from '../../../usecases/topic/open-contact.ts'
import { proposeTopic } from '../../../usecases/topic/propose.ts'
import { type DeskTopic, showDeskTopic } from '../../../usecases/topic/show-desk.ts'
import type { AppEnv } from '../../app-env.ts'
import { answerPrivatePage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import type { FormErrors } from '../../ui/form-names.ts'
import { topic } from '../../ui/words/topic.ts'
import { submissionKey } from '../apply/submission-key.ts'
import { frameOf } from '../desk/frame.ts'
import { declinedOn, stepInput } from '../desk/step-answer.ts'
import { inputOf, readPageForm } from '../form-values.ts'
import { DeskTopicsPage } from './desk-list-page.tsx'
import { DeskTopicPage, type DeskTopicProps } from './desk-page.tsx'
import { ProposePage } from './propose-page.tsx'

type C = Context<AppEnv>
type Answer = Response | Promise<Response>

const formLimit = 64 * 1024

/** Mounts the topics of the desk (点题办理): list, page, steps, contact, proposals, missed words. */
export function mountDeskTopics(app: Hono<AppEnv>): void {
  app.get('/desk/topics', list)
  app.get('/desk/topics/new', blank)
  app.post('/desk/topics/new', propose)
  app.post('/desk/topics/ignored-terms', ignore)
  app.get('/desk/topics/:topic', show)
  app.post('/desk/topics/:topic/actions/:action', act)
  app.post('/desk/topics/:topic/contact', contact)
}

async function list(c: C): Promise<Response> {
  const { ctx } = c.var
  const { state, cursor } = c.req.query()
  const part = state === 'decided' ? 'decided' : 'waiting'
  const asked = { state: part, ...(cursor === undefined ? {} : { cursor }) }
  const listed = await listDeskTopics(ctx, asked)
  if (!listed.ok) return refusalResponse(c, listed.refusal)
  const misses = await listSearchMisses(ctx)
  return answerPrivatePage(
    c,
    <DeskTopicsPage
      frame={frameOf(c)}
      part={part}
      list={listed.value}
      misses={misses.ok ? misses.value.items : []}
      mayAct={may(ctx.actor, 'topic.act')}
      isFirst={cursor === undefined}
    />,
  )
}

function blank(c: C): Answer {
  const { actor } = c.var.ctx
  if (!may(actor, 'topic.act')) return refusalResponse(c, turnAway(actor).refusal)
  const term = c.req.query('term')?.slice(0, 20) ?? ''
  return proposal(
    c,
    new Map([
      ['term', term],
      ['title', term],
    ]),
    {},
    200,
  )
}

async function propose(c: C): Promise<Response> {
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const input = inputOf(text, ['title', 'grounds', 'term'])
  const done = await proposeTopic(c.var.ctx, input, submissionKey(text.get('submission')))
  if (done.ok) return c.redirect(c.var.site.to.deskTopic(done.value.id, { done: 1 }), 303)
  const declined = declinedOn(done.refusal)
  return declined === null
    ? refusalResponse(c, done.refusal)
    : proposal(c, text, declined.errors, declined.status)
}

function proposal(
  c: C,
  text: ReadonlyMap<string, string>,
  errors: FormErrors,
  code: 200 | 403 | 409 | 422,
): Answer {
  const shown = (
    <ProposePage frame={frameOf(c)} filled={{ text, errors }} submission={c.var.ctx.newId()} />
  )
  return answerPrivatePage(c, shown, code)
}

async function ignore(c: C): Promise<Response> {
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const done = await ignoreSearchMiss(c.var.ctx, { term: read.value.text.get('term') ?? '' })
  return done.ok ? c.redirect(c.var.site.to.deskTopics(), 303) : refusalResponse(c, done.refusal)
}

async function show(c: C): Promise<Response> {
  const shown = await showDeskTopic(c.var.ctx, idOf(c))
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  const isDone = c.req.query('done') !== undefined
  return page(c, shown.value, {
    notice: isDone ? { tone: 'success', title: topic.done } : null,
  })
}

async function act(c: C): Promise<Response> {
  const [id, action] = [idOf(c), c.req.param('action') ?? '']
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  if (!isAction(action)) return refusalResponse(c, { code: 'not-found' })
  const { text } = read.value
  const names = Object.keys(stepInputs[action].shape)
  const done = await actOnTopic(c.var.ctx, id, action, stepInput(text, names))
  if (done.ok) return c.redirect(c.var.site.to.deskTopic(id, { done: 1 }), 303)
  const declined = declinedOn(done.refusal)
  const shown = declined === null ? null : await showDeskTopic(c.var.ctx, id)
  if (declined === null || shown === null || !shown.ok) return refusalResponse(c, done.refusal)
  const { errors, notice, status } = declined
  return page(c, shown.value, { attempt: { action, text, errors }, notice }, status)
}

async function contact(c: C): Promise<Response> {
  const opened = await openContact(c.var.ctx, idOf(c))
  if (!opened.ok) return refusalResponse(c, opened.refusal)
  const shown = await showDeskTopic(c.var.ctx, idOf(c))
  return shown.ok
    ? page(c, shown.value, { contact: opened.value.contact })
    : refusalResponse(c, shown.refusal)
}

type Besides = Partial<Pick<DeskTopicProps, 'attempt' | 'notice' | 'contact'>>

function page(
  c: C,
  view: DeskTopic,
  besides: Besides,
  status: 200 | 403 | 409 | 422 = 200,
): Answer {
  const { attempt = null, notice = null, contact: reached = null } = besides
  const shown = (
    <DeskTopicPage
      frame={frameOf(c)}
      view={view}
      today={localDateOf(c.var.ctx.now)}
      attempt={attempt}
      notice={notice}
      contact={reached}
    />
  )
  return answerPrivatePage(c, shown, status)
}

function idOf(c: C): string {
  return c.req.param('topic') ?? ''
}
