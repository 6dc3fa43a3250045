import type { Context, Hono } from 'hono'
import { bulletinSections } from '../../../domain/report/bulletin/prose.ts'
import type { Refusal } from '../../../domain/shared/refusal.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { may } from '../../../usecases/permissions.ts'
import { actOnBulletin } from '../../../usecases/report/bulletin/act-on-bulletin.ts'
import { actOnFinding } from '../../../usecases/report/bulletin/act-on-finding.ts'
import { addFinding } from '../../../usecases/report/bulletin/add-finding.ts'
import { editBulletin } from '../../../usecases/report/bulletin/edit-bulletin.ts'
import { listBulletins } from '../../../usecases/report/bulletin/list-bulletins.ts'
import { showBulletin } from '../../../usecases/report/bulletin/show-bulletin.ts'
import type { AppEnv } from '../../app-env.ts'
import { answerPrivatePage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import { formErrors } from '../../ui/form-names.ts'
import { bulletin as words } from '../../ui/words/bulletin.ts'
import type { Attempt } from '../desk/attempt.ts'
import { frameOf } from '../desk/frame.ts'
import { declinedOn, stepInput, type StepNotice } from '../desk/step-answer.ts'
import { type FormValues, inputOf, readPageForm } from '../form-values.ts'
import { BulletinListPage } from './list-page.tsx'
import { BulletinPage } from './page.tsx'
import { bulletinPaper } from './paper.ts'

type C = Context<AppEnv>

const formLimit = 128 * 1024

/** Mounts the bulletins of the desk (简报). */
export function mountBulletins(app: Hono<AppEnv>): void {
  app.get('/desk/bulletins', list)
  app.get('/desk/bulletins/:bulletin', (c) => bulletinSheet(c, null, null))
  app.post('/desk/bulletins/:bulletin/actions/:action', act)
  app.post('/desk/bulletins/:bulletin/findings', add)
  app.post('/desk/bulletins/:bulletin/findings/:finding', decide)
  app.get('/desk/bulletins/:bulletin/papers/:paper', paper)
}

async function list(c: C): Promise<Response> {
  const { ctx, region } = c.var
  const listed = await listBulletins(ctx, region, c.req.query())
  if (!listed.ok) return refusalResponse(c, listed.refusal)
  return answerPrivatePage(c, <BulletinListPage frame={frameOf(c)} list={listed.value} />)
}

async function act(c: C): Promise<Response> {
  const { ctx, region, site } = c.var
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text, lists } = read.value
  const action = c.req.param('action') ?? ''
  const id = c.req.param('bulletin') ?? ''
  const done =
    action === 'edit'
      ? await editBulletin(ctx, region, id, editOf(text))
      : await actOnBulletin(ctx, region, id, action, stepOf(action, read.value))
  if (done.ok) {
    return c.redirect(site.to.bulletin(id, { done: action === 'edit' ? 'saved' : 'step' }), 303)
  }
  return bulletinSheet(c, attemptOf(action, text, done.refusal, lists), done.refusal)
}

function editOf(text: FormValues['text']): Record<string, unknown> {
  const prose = Object.fromEntries(
    bulletinSections.map((key) => [key, text.get(`prose.${key}`) ?? '']),
  )
  return { prose, ...stepInput(text, []) }
}

function stepOf(action: string, { text, lists }: FormValues): Record<string, unknown> {
  const input = stepInput(text, [])
  return action === 'issue' ? { ...input, ways: lists.get('ways') ?? [] } : input
}

async function add(c: C): Promise<Response> {
  const { ctx, region, site } = c.var
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const id = c.req.param('bulletin') ?? ''
  const added = await addFinding(
    ctx,
    region,
    id,
    inputOf(text, ['agency', 'what', 'proof', 'dueOn']),
  )
  if (added.ok) return c.redirect(site.to.bulletin(id, { done: 'step' }), 303)
  return bulletinSheet(c, attemptOf('add', text, added.refusal), added.refusal)
}

/** The form of a finding says which step by its button. */
async function decide(c: C): Promise<Response> {
  const { ctx, site } = c.var
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const finding = c.req.param('finding') ?? ''
  const done = await actOnFinding(ctx, finding, text.get('step') ?? '', stepInput(text, ['text']))
  if (done.ok)
    return c.redirect(site.to.bulletin(c.req.param('bulletin') ?? '', { done: 'step' }), 303)
  return bulletinSheet(c, attemptOf(finding, text, done.refusal), done.refusal)
}

/** What was typed into a step that was declined, and why. */
export function attemptOf(
  action: string,
  text: FormValues['text'],
  refusal: Refusal,
  lists?: FormValues['lists'],
): Attempt {
  const errors = refusal.code === 'invalid' ? formErrors(refusal.errors) : {}
  return { action, text, errors, ...(lists === undefined ? {} : { lists }) }
}

/** Answers the page of a bulletin, with the step that was declined where there is one. */
export async function bulletinSheet(
  c: C,
  attempt: Attempt | null,
  refusal: Refusal | null,
): Promise<Response> {
  const { ctx, region } = c.var
  const declined = refusal === null ? null : declinedOn(refusal)
  if (refusal !== null && declined === null) return refusalResponse(c, refusal)
  const shown = await showBulletin(ctx, region, c.req.param('bulletin') ?? '')
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  return answerPrivatePage(
    c,
    <BulletinPage
      frame={frameOf(c)}
      view={shown.value}
      attempt={attempt}
      notice={declined?.notice ?? doneNotice(c)}
      today={localDateOf(ctx.now)}
      mayAct={may(ctx.actor, 'bulletin.write')}
    />,
    declined?.status ?? 200,
  )
}

async function paper(c: C): Promise<Response> {
  const { ctx, region } = c.var
  const shown = await showBulletin(ctx, region, c.req.param('bulletin') ?? '')
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  const name = c.req.param('paper') ?? ''
  const file = await bulletinPaper(
    shown.value,
    ctx.agency,
    region.agencies,
    name,
    c.var.parts.assets,
  )
  return file ?? refusalResponse(c, { code: 'not-found' })
}

function doneNotice(c: C): StepNotice | null {
  const done = c.req.query('done')
  if (done === undefined) return null
  return { tone: 'success', title: done === 'saved' ? words.saved : words.done }
}
