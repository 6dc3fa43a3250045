import type { Context, Hono } from 'hono'
import type { Refusal } from '../../../../domain/shared/refusal.ts'
import { decideCleanup } from '../../../../usecases/norm/decide-cleanup.ts'
import { openCleanup } from '../../../../usecases/norm/open-cleanup.ts'
import { proposeCleanup } from '../../../../usecases/norm/propose-cleanup.ts'
import { listCleanups, showCleanup } from '../../../../usecases/norm/show-cleanup.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answerPrivatePage } from '../../../page-answer.ts'
import { refusalResponse } from '../../../refusal.tsx'
import { formErrors, type FormErrors } from '../../../ui/form-names.ts'
import { desk } from '../../../ui/words/desk.ts'
import { norm as words } from '../../../ui/words/norm.ts'
import { submissionKey } from '../../apply/submission-key.ts'
import { blankForm, readPageForm } from '../../form-values.ts'
import { frameOf } from '../frame.ts'
import { stepInput } from '../step-answer.ts'
import { CleanupPage } from './cleanup-page.tsx'
import { CleanupsPage } from './cleanups-page.tsx'
import type { Filled } from './norm-fields.tsx'

type C = Context<AppEnv>
type Notice = Parameters<typeof CleanupPage>[0]['notice']

const formLimit = 512 * 1024

/** Mounts the cleanups of normative documents at the desk (规范性文件清理). */
export function mountCleanups(app: Hono<AppEnv>): void {
  app.get('/desk/cleanups', (c) => list(c, { text: blankForm.text, errors: {} }, 200))
  app.post('/desk/cleanups', open)
  app.get('/desk/cleanups/:id', async (c) => {
    const isDone = c.req.query('done') !== undefined
    const notice = isDone ? ({ tone: 'success', title: words.done } as const) : null
    return page(c, untouched, notice, 200)
  })
  app.post('/desk/cleanups/:id/actions/propose', propose)
  app.post('/desk/cleanups/:id/actions/decide', decide)
}

async function list(c: C, filled: Filled, status: 200 | 422): Promise<Response> {
  const found = await listCleanups(c.var.ctx)
  if (!found.ok) return refusalResponse(c, found.refusal)
  return answerPrivatePage(
    c,
    <CleanupsPage
      frame={frameOf(c)}
      cleanups={found.value.items}
      filled={filled}
      submission={submissionKey(filled.text.get('submission')) ?? c.var.ctx.newId()}
    />,
    status,
  )
}

async function open(c: C): Promise<Response> {
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const done = await openCleanup(
    c.var.ctx,
    stepInput(text, ['title']),
    submissionKey(text.get('submission')),
  )
  if (done.ok) return c.redirect(c.var.site.to.cleanup(done.value.id), 303)
  return done.refusal.code === 'invalid'
    ? list(c, { text, errors: formErrors(done.refusal.errors) }, 422)
    : refusalResponse(c, done.refusal)
}

async function propose(c: C): Promise<Response> {
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const rows = rowsIn(text)
  const raw = { rows, version: Number(text.get('version')) }
  const done = await proposeCleanup(c.var.ctx, idOf(c), raw)
  const documents = rows.map(({ document }) => document)
  return after(c, done, { text, documents })
}

/** What is proposed for each document, in the order of the form. */
function rowsIn(
  text: Filled['text'],
): { document: string; decision: string | null; reason?: string }[] {
  return [...text].flatMap(([name, decision]) => {
    const [field, document = ''] = name.split('.', 2)
    if (field !== 'decision') return []
    const reason = text.get(`reason.${document}`)?.trim() ?? ''
    const decided = decision === '' ? null : decision
    return [{ document, decision: decided, ...(reason === '' ? {} : { reason }) }]
  })
}

async function decide(c: C): Promise<Response> {
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const rows = rowsIn(text)
  const seen = stepInput(text, ['version'])
  // What stands in the form is what is decided: it is kept first.
  const kept =
    rows.length === 0 ? null : await proposeCleanup(c.var.ctx, idOf(c), { rows, ...seen })
  if (kept?.ok === false) {
    return after(c, kept, { text, documents: rows.map(({ document }) => document) })
  }
  const version = kept === null ? seen : { version: kept.value.version }
  const done = await decideCleanup(c.var.ctx, idOf(c), version)
  return after(c, done, { text, documents: null })
}

/** What was sent: the text by field, and the documents in the order in which it named them. */
type Sent = { text: Filled['text']; documents: readonly string[] | null }

const untouched: Filled = { text: blankForm.text, errors: {} }

async function after(
  c: C,
  done: { ok: true } | { ok: false; refusal: Refusal },
  { text, documents }: Sent,
): Promise<Response> {
  if (done.ok) return c.redirect(`${c.var.site.to.cleanup(idOf(c))}?done=yes`, 303)
  switch (done.refusal.code) {
    case 'invalid': {
      const notice =
        documents === null ? ({ tone: 'warning', title: words.missing } as const) : null
      const errors = formErrors(done.refusal.errors)
      return page(c, { text, errors: await byDocument(c, errors, documents) }, notice, 422)
    }
    case 'stale':
    case 'step-not-open':
      return page(c, { text, errors: {} }, { tone: 'warning', title: desk.stale }, 409)
    default:
      return refusalResponse(c, done.refusal)
  }
}

/** Faults of rows, named as their fields are: by document. */
async function byDocument(
  c: C,
  errors: FormErrors,
  documents: readonly string[] | null,
): Promise<FormErrors> {
  const shown = documents === null ? await showCleanup(c.var.ctx, idOf(c)) : null
  const ids = shown?.ok === true ? shown.value.rows.map((row) => row.documentId) : (documents ?? [])
  return Object.fromEntries(
    Object.entries(errors).map(([name, message]) => {
      const [, at = '', field = ''] = /^rows\.(\d+)\.(\w+)$/.exec(name) ?? []
      const id = ids[Number(at)]
      return [field === '' || id === undefined ? name : `${field}.${id}`, message]
    }),
  )
}

async function page(
  c: C,
  filled: Filled,
  notice: Notice,
  status: 200 | 409 | 422,
): Promise<Response> {
  const shown = await showCleanup(c.var.ctx, idOf(c))
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  return answerPrivatePage(
    c,
    <CleanupPage frame={frameOf(c)} view={shown.value} filled={filled} notice={notice} />,
    status,
  )
}

function idOf(c: C): string {
  return c.req.param('id') ?? ''
}
