import type { Context, Hono } from 'hono'
import {
  isNormDeskAction,
  normDraft,
  normEntry,
  normInputs,
} from '../../../../domain/norm/input.ts'
import { actOnNorm } from '../../../../usecases/norm/act-on-norm.ts'
import { draftNorm } from '../../../../usecases/norm/draft-norm.ts'
import { enterNorm } from '../../../../usecases/norm/enter-norm.ts'
import { listNorms } from '../../../../usecases/norm/list-norms.ts'
import { showNorm } from '../../../../usecases/norm/show-norm.ts'
import { may, turnAway } from '../../../../usecases/permissions.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answerPrivatePage } from '../../../page-answer.ts'
import { refusalResponse } from '../../../refusal.tsx'
import { norm as words } from '../../../ui/words/norm.ts'
import { submissionKey } from '../../apply/submission-key.ts'
import { blankForm, readPageForm } from '../../form-values.ts'
import type { Attempt } from '../attempt.ts'
import { frameOf } from '../frame.ts'
import { declinedOn, stepInput, type Declined, type StepNotice } from '../step-answer.ts'
import type { Filled } from './norm-fields.tsx'
import { NormFormPage } from './norm-form-page.tsx'
import { NormPage } from './norm-page.tsx'
import { NormsPage } from './norms-page.tsx'

type C = Context<AppEnv>
type Answer = Response | Promise<Response>

const formLimit = 128 * 1024

/** Mounts the register of normative documents at the desk (规范性文件). */
export function mountNorms(app: Hono<AppEnv>): void {
  app.get('/desk/norms', list)
  for (const kind of ['new', 'entered'] as const) {
    app.get(`/desk/norms/${kind}`, (c) => {
      const { actor } = c.var.ctx
      return may(actor, 'norm.draft')
        ? form(c, kind, { text: blankForm.text, errors: {} }, 200)
        : refusalResponse(c, turnAway(actor).refusal)
    })
    app.post(`/desk/norms/${kind}`, (c) => begin(c, kind))
  }
  app.get('/desk/norms/:id', async (c) => {
    const isDone = c.req.query('done') !== undefined
    return page(c, null, isDone ? { tone: 'success', title: words.done } : null, 200)
  })
  app.post('/desk/norms/:id/actions/:action', act)
}

async function list(c: C): Promise<Response> {
  const { due, lacking, cursor } = c.req.query()
  const part = due === 'true' ? 'due' : lacking === undefined ? 'all' : 'lacking'
  const asked = {
    all: {},
    due: { due: 'true' },
    lacking: { lacking: 'interpretation' },
  }[part]
  const found = await listNorms(c.var.ctx, { ...asked, limit: '30', cursor })
  if (!found.ok) return refusalResponse(c, found.refusal)
  const isFirst = cursor === undefined
  return answerPrivatePage(
    c,
    <NormsPage frame={frameOf(c)} part={part} list={found.value} isFirst={isFirst} />,
  )
}

async function begin(c: C, kind: 'new' | 'entered'): Promise<Response> {
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const fields = Object.keys((kind === 'new' ? normDraft : normEntry).shape)
  const verb = kind === 'new' ? draftNorm : enterNorm
  const done = await verb(c.var.ctx, stepInput(text, fields), submissionKey(text.get('submission')))
  if (done.ok) return c.redirect(`${c.var.site.to.deskNorm(done.value.id)}?done=${kind}`, 303)
  const declined = declinedOn(done.refusal)
  return declined === null
    ? refusalResponse(c, done.refusal)
    : form(c, kind, { text, errors: declined.errors }, declined.status)
}

async function act(c: C): Promise<Response> {
  const [id, action] = [c.req.param('id') ?? '', c.req.param('action') ?? '']
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  if (!isNormDeskAction(action)) return refusalResponse(c, { code: 'not-found' })
  const { text } = read.value
  const raw = stepInput(text, Object.keys(normInputs[action].shape))
  const done = await actOnNorm(c.var.ctx, id, action, raw)
  if (done.ok) return c.redirect(`${c.var.site.to.deskNorm(id)}?done=${action}`, 303)
  const declined = declinedOn(done.refusal)
  if (declined === null) return refusalResponse(c, done.refusal)
  const { errors, notice, status } = declined
  return page(c, { action, text, errors }, notice, status)
}

async function page(
  c: C,
  attempt: Attempt | null,
  notice: StepNotice | null,
  status: 200 | Declined['status'],
): Promise<Response> {
  const shown = await showNorm(c.var.ctx, c.req.param('id') ?? '')
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  return answerPrivatePage(
    c,
    <NormPage frame={frameOf(c)} view={shown.value} attempt={attempt} notice={notice} />,
    status,
  )
}

function form(
  c: C,
  kind: 'new' | 'entered',
  filled: Filled,
  status: 200 | Declined['status'],
): Answer {
  // The key stays after a fault that stored nothing; one in conflict may not.
  const kept = status === 422 ? submissionKey(filled.text.get('submission')) : null
  return answerPrivatePage(
    c,
    <NormFormPage
      frame={frameOf(c)}
      kind={kind}
      filled={filled}
      submission={kept ?? c.var.ctx.newId()}
    />,
    status,
  )
}
