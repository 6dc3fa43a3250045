import type { Context, Hono } from 'hono'
import { filingInputs, isFilingAction } from '../../../../domain/norm/filing.ts'
import { actOnFiling } from '../../../../usecases/norm/act-on-filing.ts'
import { listFilings } from '../../../../usecases/norm/list-filings.ts'
import { showFiling } from '../../../../usecases/norm/show-filing.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answerPrivatePage } from '../../../page-answer.ts'
import { refusalResponse } from '../../../refusal.tsx'
import { norm as words } from '../../../ui/words/norm.ts'
import { readPageForm } from '../../form-values.ts'
import type { Attempt } from '../attempt.ts'
import { frameOf } from '../frame.ts'
import { declinedOn, stepInput, type Declined, type StepNotice } from '../step-answer.ts'
import { FilingPage } from './filing-page.tsx'
import { FilingsPage } from './filings-page.tsx'

type C = Context<AppEnv>

const formLimit = 64 * 1024

/** Mounts the filings from agencies below at the desk (下级报备、备案审查). */
export function mountFilings(app: Hono<AppEnv>): void {
  app.get('/desk/filings', list)
  app.get('/desk/filings/:id', async (c) => {
    const isDone = c.req.query('done') !== undefined
    return page(c, null, isDone ? { tone: 'success', title: words.done } : null, 200)
  })
  app.post('/desk/filings/:id/actions/:action', act)
}

async function list(c: C): Promise<Response> {
  const cursor = c.req.query('cursor')
  const found = await listFilings(c.var.ctx, { limit: '30', cursor })
  if (!found.ok) return refusalResponse(c, found.refusal)
  const isFirst = cursor === undefined
  return answerPrivatePage(
    c,
    <FilingsPage frame={frameOf(c)} list={found.value} isFirst={isFirst} />,
  )
}

async function act(c: C): Promise<Response> {
  const [id, action] = [c.req.param('id') ?? '', c.req.param('action') ?? '']
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  if (!isFilingAction(action)) return refusalResponse(c, { code: 'not-found' })
  const { text } = read.value
  const raw = stepInput(text, Object.keys(filingInputs[action].shape))
  const done = await actOnFiling(c.var.ctx, id, action, raw)
  if (done.ok) return c.redirect(`${c.var.site.to.filing(id)}?done=${action}`, 303)
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
  const shown = await showFiling(c.var.ctx, c.req.param('id') ?? '')
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  return answerPrivatePage(
    c,
    <FilingPage frame={frameOf(c)} view={shown.value} attempt={attempt} notice={notice} />,
    status,
  )
}
