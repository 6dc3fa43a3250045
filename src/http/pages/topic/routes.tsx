import type { Context, Hono } from 'hono'
import type { Refusal } from '../../../domain/shared/refusal.ts'
import { listTopics } from '../../../usecases/topic/list.ts'
import { receiveTopic } from '../../../usecases/topic/receive.ts'
import { secondTopic } from '../../../usecases/topic/second.ts'
import { showTopic } from '../../../usecases/topic/show.ts'
import { showTopicStatus, type TopicStatus } from '../../../usecases/topic/status.ts'
import type { AppEnv } from '../../app-env.ts'
import { answerPage, answerPrivatePage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import { formErrors, type FormErrors } from '../../ui/form-names.ts'
import { refusalWords } from '../../ui/words/refusal.ts'
import { topic } from '../../ui/words/topic.ts'
import { handSlip, readSlip } from '../apply/slip.ts'
import { submissionKey } from '../apply/submission-key.ts'
import { inputOf, readPageForm } from '../form-values.ts'
import { TopicFormPage, trapField } from './form-page.tsx'
import { TopicListPage } from './list-page.tsx'
import { TopicReceivedPage } from './received-page.tsx'
import { TopicPage } from './show-page.tsx'
import { TopicStatusPage } from './status-page.tsx'

type C = Context<AppEnv>
type Answer = Response | Promise<Response>

const formLimit = 64 * 1024

/** Mounts the public pages of topic requests (点题公开): list, form, receipt, status, page, seconding. */
export function mountTopics(app: Hono<AppEnv>): void {
  app.get('/topics', list)
  app.get('/topics/new', (c) => form(c, new Map(), {}, 200))
  app.post('/topics/new', submit)
  app.get('/topics/received', received)
  app.get('/topics/status', (c) => statusPage(c, new Map(), {}, null))
  app.post('/topics/status', status)
  app.get('/topics/:topic', show)
  app.post('/topics/:topic/seconds', second)
}

async function list(c: C): Promise<Response> {
  const cursor = c.req.query('cursor')
  const listed = await listTopics(c.var.ctx, cursor === undefined ? {} : { cursor })
  if (!listed.ok) return refusalResponse(c, listed.refusal)
  return answerPage(c, <TopicListPage c={c} list={listed.value} isFirst={cursor === undefined} />)
}

async function submit(c: C): Promise<Response> {
  const { ctx, parts, site, clientKey } = c.var
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  if ((text.get(trapField) ?? '') !== '') {
    return form(c, text, { [trapField]: topic.trapFilled }, 422)
  }
  const done = await receiveTopic(ctx, {
    raw: inputOf(text, ['subject', 'why', 'contact']),
    idempotencyKey: submissionKey(text.get('submission')),
    clientKey: parts.limits ? clientKey : null,
  })
  if (done.ok) {
    await handSlip(c, done.value, 'topic')
    return c.redirect(site.to.topicReceived(), 303)
  }
  const { refusal } = done
  if (refusal.code !== 'too-many-requests') return form(c, text, errorsOf(refusal), 422)
  c.header('retry-after', String(refusal.retryAfterSeconds))
  return form(c, text, errorsOf(refusal), 429)
}

function errorsOf(refusal: Refusal): FormErrors {
  return refusal.code === 'invalid'
    ? formErrors(refusal.errors)
    : { submission: refusalWords(refusal).detail }
}

function form(
  c: C,
  text: ReadonlyMap<string, string>,
  errors: FormErrors,
  code: 200 | 422 | 429,
): Answer {
  // The key may stay after a fault that stored nothing; a key in conflict may not.
  const kept = errors['submission'] === undefined ? submissionKey(text.get('submission')) : null
  const page = (
    <TopicFormPage c={c} filled={{ text, errors }} submission={kept ?? c.var.ctx.newId()} />
  )
  return answerPrivatePage(c, page, code)
}

async function received(c: C): Promise<Response> {
  const slip = await readSlip(c, 'topic')
  return answerPrivatePage(c, <TopicReceivedPage c={c} slip={slip} />, slip === null ? 404 : 200)
}

async function status(c: C): Promise<Response> {
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const receipt = text.get('receipt') ?? ''
  const shown = await showTopicStatus(c.var.ctx, receipt, text.get('secret') ?? '')
  return shown.ok
    ? statusPage(c, new Map(), {}, shown.value)
    : statusPage(c, new Map([['receipt', receipt]]), { receipt: topic.wrongPair }, null)
}

function statusPage(
  c: C,
  text: ReadonlyMap<string, string>,
  errors: FormErrors,
  shown: TopicStatus | null,
): Answer {
  const page = <TopicStatusPage c={c} filled={{ text, errors }} status={shown} />
  return answerPrivatePage(c, page, Object.keys(errors).length > 0 ? 422 : 200)
}

async function show(c: C): Promise<Response> {
  const { ctx, site } = c.var
  const shown = await showTopic(ctx, idOf(c))
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  if ('mergedInto' in shown.value) return c.redirect(site.to.topic(shown.value.mergedInto), 302)
  const page = (
    <TopicPage c={c} view={shown.value.topic} notice={noticeOf(c.req.query('seconded'))} />
  )
  return answerPage(c, page)
}

async function second(c: C): Promise<Response> {
  const { ctx, site, clientKey } = c.var
  const done = await secondTopic(ctx, idOf(c), clientKey)
  if (done.ok) return c.redirect(site.to.topic(idOf(c), { seconded: 'yes' }), 303)
  return done.refusal.code === 'too-many-requests'
    ? c.redirect(site.to.topic(idOf(c), { seconded: 'before' }), 303)
    : refusalResponse(c, done.refusal)
}

function noticeOf(word: string | undefined): { tone: 'success' | 'warning'; title: string } | null {
  if (word === 'yes') return { tone: 'success', title: topic.seconded }
  return word === 'before' ? { tone: 'warning', title: topic.secondedAlready } : null
}

function idOf(c: C): string {
  return c.req.param('topic') ?? ''
}
