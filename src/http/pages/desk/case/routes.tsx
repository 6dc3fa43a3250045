import type { Context, Hono } from 'hono'
import { stepInputs, isStepAction } from '../../../../domain/application/step-input.ts'
import { listCases } from '../../../../usecases/application/list-cases.ts'
import { openIdentity } from '../../../../usecases/application/open-identity.ts'
import { openPackage } from '../../../../usecases/application/open-package.ts'
import { readCaseFile } from '../../../../usecases/application/read-file.ts'
import { showCase } from '../../../../usecases/application/show-case.ts'
import { takeCaseStep } from '../../../../usecases/application/take-case-step.ts'
import type { AppEnv } from '../../../app-env.ts'
import { packageFile } from '../../../case-package.ts'
import { fileResponse } from '../../../file-response.ts'
import { instrumentFile } from '../../../instrument-document.ts'
import { answerPrivatePage } from '../../../page-answer.ts'
import { refusalResponse } from '../../../refusal.tsx'
import { desk } from '../../../ui/words/desk.ts'
import { readPageForm } from '../../form-values.ts'
import { casePage } from './answer.tsx'
import { tabOf } from './tabs.ts'
import { frameOf } from '../frame.ts'
import { CaseListPage } from '../list-page.tsx'
import { publishAnswer } from './publication-routes.tsx'
import { mountReplyFiles } from './reply-file-routes.tsx'
import { declinedOn, stepInput } from '../step-answer.ts'

type C = Context<AppEnv>

const pageSize = '30'
const formLimit = 256 * 1024

/** Mounts the cases of the desk (办件): list, case, steps, identity, files. */
export function mountCases(app: Hono<AppEnv>): void {
  app.get('/desk/applications', list)
  app.get('/desk/applications/:receipt', show)
  app.post('/desk/applications/:receipt/actions/:action', act)
  app.post('/desk/applications/:receipt/identity', identity)
  app.get('/desk/applications/:receipt/files/:file', file)
  mountReplyFiles(app)
  app.post('/desk/applications/:receipt/publication', publishAnswer)
  app.get('/desk/applications/:receipt/instruments/:document', instrument)
  // It is written down who took it, so that following a link or a look ahead must not be enough.
  app.post('/desk/applications/:receipt/package', whole)
}

async function list(c: C): Promise<Response> {
  const { state, colour, cursor, row, class: column, period } = c.req.query()
  const q = c.req.query('q')?.trim() ?? ''
  const asked = q === '' ? given({ state, colour, cursor, row, class: column, period }) : { q }
  const found = await listCases(c.var.ctx, { ...asked, limit: pageSize })
  if (!found.ok) return refusalResponse(c, found.refusal)
  const tab = tabOf(given({ state, colour }))
  const isFirst = cursor === undefined || q !== ''
  return answerPrivatePage(
    c,
    <CaseListPage
      frame={frameOf(c)}
      tab={tab}
      q={q}
      counted={q === '' ? given({ row, class: column, period }) : {}}
      list={found.value}
      isFirst={isFirst}
    />,
  )
}

async function show(c: C): Promise<Response> {
  const shown = await showCase(c.var.ctx, param(c, 'receipt'))
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  const done = Object.entries(desk.done).find(([name]) => name === c.req.query('done'))
  const notice = done === undefined ? null : { tone: 'success' as const, title: done[1] }
  return casePage(c, shown.value, { notice })
}

async function act(c: C): Promise<Response> {
  const { ctx, site } = c.var
  const [receipt, action] = [param(c, 'receipt'), param(c, 'action')]
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  if (!isStepAction(action)) return refusalResponse(c, { code: 'not-found' })
  const { text } = read.value
  const input = stepInput(text, Object.keys(stepInputs[action].shape))
  const done = await takeCaseStep(ctx, receipt, action, input, c.var.region.agencies)
  if (done.ok) return c.redirect(`${site.to.case(receipt)}?done=${action}`, 303)
  const declined = declinedOn(done.refusal)
  if (declined === null) return refusalResponse(c, done.refusal)
  const shown = await showCase(ctx, receipt)
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  const { errors, notice, status } = declined
  return casePage(c, shown.value, { attempt: { action, text, errors }, notice }, status)
}

async function identity(c: C): Promise<Response> {
  const { ctx } = c.var
  const opened = await openIdentity(ctx, param(c, 'receipt'))
  if (!opened.ok) return refusalResponse(c, opened.refusal)
  const shown = await showCase(ctx, param(c, 'receipt'), true)
  return shown.ok
    ? casePage(c, shown.value, { identity: opened.value })
    : refusalResponse(c, shown.refusal)
}

async function file(c: C): Promise<Response> {
  const read = await readCaseFile(c.var.ctx, param(c, 'receipt'), param(c, 'file'))
  return read.ok ? fileResponse(read.value) : refusalResponse(c, read.refusal)
}

async function whole(c: C): Promise<Response> {
  const { ctx, site } = c.var
  const opened = await openPackage(ctx, param(c, 'receipt'))
  return opened.ok
    ? fileResponse(packageFile(site.agency, opened.value, ctx.now, c.var.parts.assets))
    : refusalResponse(c, opened.refusal)
}

async function instrument(c: C): Promise<Response> {
  const read = await instrumentFile(c, param(c, 'receipt'), param(c, 'document'))
  return read.ok ? fileResponse(read.value) : refusalResponse(c, read.refusal)
}

function given(asked: Record<string, string | undefined>): Record<string, string> {
  const pairs = Object.entries(asked).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, value] as const],
  )
  return Object.fromEntries(pairs)
}

function param(c: C, name: string): string {
  return c.req.param(name) ?? ''
}
