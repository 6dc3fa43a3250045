import type { Context, Hono } from 'hono'
import {
  isNormDeskAction,
  normDraft,
  normEntry,
  normInputs,
} from '../../../../domain/norm/input.ts'
import type { Refusal } from '../../../../domain/shared/refusal.ts'
import { actOnNorm } from '../../../../usecases/norm/act-on-norm.ts'
import { draftNorm } from '../../../../usecases/norm/draft-norm.ts'
import { enterNorm } from '../../../../usecases/norm/enter-norm.ts'
import { listNorms } from '../../../../usecases/norm/list-norms.ts'
import { showNorm } from '../../../../usecases/norm/show-norm.ts'
import { may, turnAway } from '../../../../usecases/permissions.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answerPrivatePage } from '../../../page-answer.ts'
import { refusalResponse } from '../../../refusal.tsx'
import { formErrors } from '../../../ui/form-names.ts'
import { norm as words } from '../../../ui/words/norm.ts'
import { refusalWords } from '../../../ui/words/refusal.ts'
import { blankForm, readPageForm } from '../../form-values.ts'
import type { Attempt } from '../attempt.ts'
import { frameOf } from '../frame.ts'
import type { Filled } from './norm-fields.tsx'
import { NormFormPage } from './norm-form-page.tsx'
import { NormPage } from './norm-page.tsx'
import { NormsPage } from './norms-page.tsx'
import { stepInput } from './step-input.ts'

type C = Context<AppEnv>
type Answer = Response | Promise<Response>
type Notice = Parameters<typeof NormPage>[0]['notice']

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
  const done = await verb(c.var.ctx, stepInput(text, fields))
  if (done.ok) return c.redirect(`${c.var.site.to.deskNorm(done.value.id)}?done=${kind}`, 303)
  const { refusal } = done
  return refusal.code === 'invalid'
    ? form(c, kind, { text, errors: formErrors(refusal.errors) }, 422)
    : refusalResponse(c, refusal)
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
  return again(c, done.refusal, { action, text, errors: {} })
}

async function again(c: C, refusal: Refusal, attempt: Attempt): Promise<Response> {
  switch (refusal.code) {
    case 'invalid':
      return page(c, { ...attempt, errors: formErrors(refusal.errors) }, null, 422)
    case 'stale':
      return page(c, attempt, { tone: 'warning', title: words.stale, text: words.staleWhy }, 409)
    case 'step-not-open': {
      const { title, detail } = refusalWords(refusal)
      return page(c, attempt, { tone: 'warning', title, text: detail }, 409)
    }
    default:
      return refusalResponse(c, refusal)
  }
}

async function page(
  c: C,
  attempt: Attempt | null,
  notice: Notice,
  status: 200 | 409 | 422,
): Promise<Response> {
  const shown = await showNorm(c.var.ctx, c.req.param('id') ?? '')
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  return answerPrivatePage(
    c,
    <NormPage frame={frameOf(c)} view={shown.value} attempt={attempt} notice={notice} />,
    status,
  )
}

function form(c: C, kind: 'new' | 'entered', filled: Filled, status: 200 | 422): Answer {
  return answerPrivatePage(
    c,
    <NormFormPage frame={frameOf(c)} kind={kind} filled={filled} />,
    status,
  )
}
