import type { Context, Hono } from 'hono'
import type { Refusal } from '../../../domain/shared/refusal.ts'
import { may } from '../../../usecases/permissions.ts'
import { answerFinding } from '../../../usecases/report/bulletin/answer-finding.ts'
import { objectToSheet } from '../../../usecases/report/bulletin/object.ts'
import {
  listReceivedBulletins,
  showReceivedBulletin,
} from '../../../usecases/report/bulletin/show-received.ts'
import type { AppEnv } from '../../app-env.ts'
import { answerPrivatePage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import { formErrors } from '../../ui/form-names.ts'
import { bulletin as words } from '../../ui/words/bulletin.ts'
import type { Attempt } from '../desk/attempt.ts'
import { frameOf } from '../desk/frame.ts'
import { declinedOn, stepInput, type StepNotice } from '../desk/step-answer.ts'
import { readPageForm } from '../form-values.ts'
import { ReceivedBulletinsPage } from './received-list-page.tsx'
import { ReceivedBulletinPage } from './received-page.tsx'

type C = Context<AppEnv>

const formLimit = 32 * 1024

/** Mounts what the office above sent down (收到的简报), and the answers to its findings. */
export function mountReceivedBulletins(app: Hono<AppEnv>): void {
  app.get('/desk/received-bulletins', (c) => list(c, null, null))
  app.get('/desk/received-bulletins/:letter', sheet)
  app.post('/desk/received-findings/:finding/answer', answer)
  app.post('/desk/received-sheets/:sheet/objection', object)
}

async function list(c: C, attempt: Attempt | null, refusal: Refusal | null): Promise<Response> {
  const declined = refusal === null ? null : declinedOn(refusal)
  if (refusal !== null && declined === null) return refusalResponse(c, refusal)
  const listed = await listReceivedBulletins(c.var.ctx)
  if (!listed.ok) return refusalResponse(c, listed.refusal)
  return answerPrivatePage(
    c,
    <ReceivedBulletinsPage
      frame={frameOf(c)}
      view={listed.value}
      attempt={attempt}
      notice={declined?.notice ?? doneNotice(c)}
      mayAct={may(c.var.ctx.actor, 'bulletin.write')}
    />,
    declined?.status ?? 200,
  )
}

async function sheet(c: C): Promise<Response> {
  const shown = await showReceivedBulletin(c.var.ctx, c.req.param('letter') ?? '')
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  const { sender, content } = shown.value
  return answerPrivatePage(
    c,
    <ReceivedBulletinPage frame={frameOf(c)} sender={sender} content={content} />,
  )
}

async function answer(c: C): Promise<Response> {
  const { ctx, site } = c.var
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const key = c.req.param('finding') ?? ''
  const [sender = '', id = ''] = key.split('.')
  const done = await answerFinding(ctx, sender, id, stepInput(text, ['text']))
  if (done.ok) return c.redirect(site.to.receivedBulletins({ done: 1 }), 303)
  const errors = done.refusal.code === 'invalid' ? formErrors(done.refusal.errors) : {}
  return list(c, { action: key, text, errors }, done.refusal)
}

async function object(c: C): Promise<Response> {
  const { ctx, site } = c.var
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text, lists } = read.value
  const key = c.req.param('sheet') ?? ''
  const [sender = '', id = ''] = key.split('.')
  const input = { ...stepInput(text, ['text']), marks: lists.get('marks') ?? [] }
  const done = await objectToSheet(ctx, sender, id, input)
  if (done.ok) return c.redirect(site.to.receivedBulletins({ done: 'objected' }), 303)
  const errors = done.refusal.code === 'invalid' ? formErrors(done.refusal.errors) : {}
  return list(c, { action: key, text, lists, errors }, done.refusal)
}

function doneNotice(c: C): StepNotice | null {
  const done = c.req.query('done')
  if (done === undefined) return null
  return { tone: 'success', title: done === 'objected' ? words.objected : words.answered }
}
