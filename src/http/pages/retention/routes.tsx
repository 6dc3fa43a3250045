import type { Context, Hono } from 'hono'
import { decideOnDestruction } from '../../../usecases/application/retention/decide.ts'
import { listRetention } from '../../../usecases/application/retention/list.ts'
import { proposeDestruction } from '../../../usecases/application/retention/propose.ts'
import { showDestruction } from '../../../usecases/application/retention/show.ts'
import type { Refusal } from '../../../domain/shared/refusal.ts'
import type { AppEnv } from '../../app-env.ts'
import { fileResponse } from '../../file-response.ts'
import { answerPrivatePage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import { destructionFile } from '../../retention-files.ts'
import { retentionWords as words } from '../../ui/words/retention.ts'
import { frameOf } from '../desk/frame.ts'
import { declinedOn, doneNotice, stepInput } from '../desk/step-answer.ts'
import { readPageForm } from '../form-values.ts'
import { RetentionPage } from './list-page.tsx'
import { DestructionPage } from './show-page.tsx'

type C = Context<AppEnv>

const formLimit = 64 * 1024

/** Mounts retention and destruction of the desk (保管与销毁): due cases, lists, decision, certificate. */
export function mountRetention(app: Hono<AppEnv>): void {
  app.get('/desk/retention', list)
  app.post('/desk/retention', propose)
  app.get('/desk/retention/:destruction', show)
  app.post('/desk/retention/:destruction/actions/:action', decide)
  app.get('/desk/retention/:destruction/certificates/:document', certificate)
}

async function list(c: C): Promise<Response> {
  return page(c, new Map(), null)
}

async function page(
  c: C,
  text: ReadonlyMap<string, string>,
  refusal: Refusal | null,
): Promise<Response> {
  const declined = refusal === null ? null : declinedOn(refusal)
  if (refusal !== null && declined === null) return refusalResponse(c, refusal)
  const listed = await listRetention(c.var.ctx)
  if (!listed.ok) return refusalResponse(c, listed.refusal)
  return answerPrivatePage(
    c,
    <RetentionPage
      frame={frameOf(c)}
      view={listed.value}
      filled={{ text, errors: declined?.errors ?? {} }}
      notice={declined?.notice ?? doneNotice(c, words.done)}
    />,
    declined?.status ?? 200,
  )
}

async function propose(c: C): Promise<Response> {
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const receipts = read.value.lists.get('receipts') ?? []
  const done = await proposeDestruction(c.var.ctx, { receipts })
  return done.ok
    ? c.redirect(c.var.site.to.destruction(done.value.id, { done: 1 }), 303)
    : page(c, read.value.text, done.refusal)
}

async function show(c: C): Promise<Response> {
  return sheet(c, null)
}

async function sheet(c: C, refusal: Refusal | null): Promise<Response> {
  const declined = refusal === null ? null : declinedOn(refusal)
  if (refusal !== null && declined === null) return refusalResponse(c, refusal)
  const shown = await showDestruction(c.var.ctx, idOf(c))
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  return answerPrivatePage(
    c,
    <DestructionPage
      frame={frameOf(c)}
      view={shown.value}
      notice={declined?.notice ?? doneNotice(c, words.done)}
    />,
    declined?.status ?? 200,
  )
}

async function decide(c: C): Promise<Response> {
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const action = c.req.param('action') ?? ''
  const done = await decideOnDestruction(c.var.ctx, idOf(c), action, stepInput(read.value.text, []))
  return done.ok
    ? c.redirect(c.var.site.to.destruction(idOf(c), { done: 1 }), 303)
    : sheet(c, done.refusal)
}

async function certificate(c: C): Promise<Response> {
  const file = await destructionFile(
    c.var.ctx,
    idOf(c),
    c.req.param('document') ?? '',
    c.var.parts.assets,
  )
  return file.ok ? fileResponse(file.value) : refusalResponse(c, file.refusal)
}

function idOf(c: C): string {
  return c.req.param('destruction') ?? ''
}
