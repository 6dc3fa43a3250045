import type { Context, Hono } from 'hono'
import { stepInputs, isDeskAction } from '../../../domain/application/step-input.ts'
import type { Personal } from '../../../domain/application/personal.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import type { Refusal } from '../../../domain/shared/refusal.ts'
import { actOnCase } from '../../../usecases/application/act.ts'
import { listCases } from '../../../usecases/application/list-cases.ts'
import { openIdentity } from '../../../usecases/application/open-identity.ts'
import { readCaseFile } from '../../../usecases/application/read-file.ts'
import { showCase, type CaseView } from '../../../usecases/application/show-case.ts'
import type { AppEnv } from '../../app-env.ts'
import { fileResponse } from '../../file-response.ts'
import { answerPrivatePage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import { formErrors } from '../../ui/form-names.ts'
import { desk } from '../../ui/words/desk.ts'
import { refusalWords } from '../../ui/words/refusal.ts'
import { inputOf, readPageForm } from '../form-values.ts'
import type { Attempt } from './attempt.ts'
import { CasePage, type CasePageProps } from './case-page.tsx'
import { tabOf } from './case-tabs.ts'
import { frameOf } from './frame.ts'
import { CaseListPage } from './list-page.tsx'

type C = Context<AppEnv>
type Answer = Response | Promise<Response>

const pageSize = '30'
const formLimit = 256 * 1024

/** Mounts the cases of the desk (办件): list, case, steps, identity, files. */
export function mountCases(app: Hono<AppEnv>): void {
  app.get('/desk/applications', list)
  app.get('/desk/applications/:receipt', show)
  app.post('/desk/applications/:receipt/actions/:action', act)
  app.post('/desk/applications/:receipt/identity', identity)
  app.get('/desk/applications/:receipt/files/:file', file)
}

async function list(c: C): Promise<Response> {
  const { state, colour, cursor } = c.req.query()
  const q = c.req.query('q')?.trim() ?? ''
  const asked = q === '' ? given({ state, colour, cursor }) : { q }
  const found = await listCases(c.var.ctx, { ...asked, limit: pageSize })
  if (!found.ok) return refusalResponse(c, found.refusal)
  const tab = tabOf(given({ state, colour }))
  const isFirst = cursor === undefined || q !== ''
  return answerPrivatePage(
    c,
    <CaseListPage frame={frameOf(c)} tab={tab} q={q} list={found.value} isFirst={isFirst} />,
  )
}

async function show(c: C): Promise<Response> {
  const shown = await showCase(c.var.ctx, param(c, 'receipt'))
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  const done = Object.entries(desk.done).find(([name]) => name === c.req.query('done'))
  const notice = done === undefined ? null : { tone: 'success' as const, title: done[1] }
  return page(c, shown.value, { notice })
}

async function act(c: C): Promise<Response> {
  const { ctx, site } = c.var
  const [receipt, action] = [param(c, 'receipt'), param(c, 'action')]
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  if (!isDeskAction(action)) return refusalResponse(c, { code: 'not-found' })
  const { text } = read.value
  const done = await actOnCase(ctx, receipt, action, stepInput(action, text))
  if (done.ok) return c.redirect(`${site.to.case(receipt)}?done=${action}`, 303)
  return again(c, done.refusal, { action, text, errors: {} })
}

/** Shows the case again with what was typed; the lists of refusals that a case has no place for go their usual way. */
async function again(c: C, refusal: Refusal, attempt: Attempt): Promise<Response> {
  const isChange = refusal.code === 'stale' || refusal.code === 'step-not-open'
  if (refusal.code !== 'invalid' && !isChange) return refusalResponse(c, refusal)
  const shown = await showCase(c.var.ctx, param(c, 'receipt'))
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  if (refusal.code === 'invalid') {
    return page(
      c,
      shown.value,
      { attempt: { ...attempt, errors: formErrors(refusal.errors) } },
      422,
    )
  }
  const notice = {
    tone: 'warning' as const,
    title: refusal.code === 'stale' ? desk.stale : refusalWords(refusal).title,
    text: refusal.code === 'stale' ? desk.staleWhy : refusalWords(refusal).detail,
  }
  return page(c, shown.value, { attempt, notice }, 409)
}

async function identity(c: C): Promise<Response> {
  const { ctx } = c.var
  const opened = await openIdentity(ctx, param(c, 'receipt'))
  if (!opened.ok) return refusalResponse(c, opened.refusal)
  const shown = await showCase(ctx, param(c, 'receipt'))
  return shown.ok
    ? page(c, shown.value, { identity: opened.value })
    : refusalResponse(c, shown.refusal)
}

async function file(c: C): Promise<Response> {
  const read = await readCaseFile(c.var.ctx, param(c, 'receipt'), param(c, 'file'))
  return read.ok ? fileResponse(read.value) : refusalResponse(c, read.refusal)
}

type Besides = Partial<{
  attempt: Attempt
  identity: Personal
  notice: CasePageProps['notice']
}>

function page(c: C, view: CaseView, besides: Besides, status: 200 | 409 | 422 = 200): Answer {
  const { attempt = null, identity: opened = null, notice = null } = besides
  const today = localDateOf(c.var.ctx.now)
  return answerPrivatePage(
    c,
    <CasePage
      frame={frameOf(c)}
      view={view}
      today={today}
      attempt={attempt}
      identity={opened}
      notice={notice}
    />,
    status,
  )
}

function stepInput(action: keyof typeof stepInputs, text: ReadonlyMap<string, string>): unknown {
  const names = Object.keys(stepInputs[action].shape).filter((name) => name !== 'version')
  const input = inputOf(text, names)
  return { ...(typeof input === 'object' ? input : {}), version: Number(text.get('version')) }
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
