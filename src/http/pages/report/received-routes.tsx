import type { Context, Hono } from 'hono'
import { remarkTarget } from '../../../domain/report/annual/remark-target.ts'
import type { Refusal } from '../../../domain/shared/refusal.ts'
import { checkReceived } from '../../../usecases/report/annual/check-received.ts'
import { decideReport } from '../../../usecases/report/annual/decide-report.ts'
import { listReceived, showReceived } from '../../../usecases/report/annual/received-reports.ts'
import type { AppEnv } from '../../app-env.ts'
import { answerPrivatePage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import { formErrors } from '../../ui/form-names.ts'
import { annualReport as words } from '../../ui/words/annual-report.ts'
import type { Attempt } from '../desk/attempt.ts'
import { frameOf } from '../desk/frame.ts'
import { declinedOn, linesOf, stepInput } from '../desk/step-answer.ts'
import { readPageForm } from '../form-values.ts'
import { ReceivedListPage, ReceivedPage } from './received-pages.tsx'

type C = Context<AppEnv>

const formLimit = 64 * 1024

/** Mounts the reports that an office received from below (下级年报). */
export function mountReceivedReports(app: Hono<AppEnv>): void {
  app.get('/desk/received-reports', list)
  app.get('/desk/received-reports/:letter', (c) => sheet(c, null, null))
  app.post('/desk/received-reports/:letter/actions/:action', decide)
}

async function list(c: C): Promise<Response> {
  const asked = c.req.query('year') ?? ''
  const wanted = /^20\d{2}$/.test(asked) ? Number(asked) : undefined
  const listed = await listReceived(c.var.ctx, c.var.region, wanted)
  if (!listed.ok) return refusalResponse(c, listed.refusal)
  const { year } = listed.value
  const rollup = await checkReceived(c.var.ctx, c.var.region, year)
  return answerPrivatePage(
    c,
    <ReceivedListPage
      frame={frameOf(c)}
      year={year}
      items={listed.value.items}
      rollup={rollup.ok ? rollup.value : null}
    />,
  )
}

async function decide(c: C): Promise<Response> {
  const { ctx, region, site } = c.var
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const action = c.req.param('action') ?? ''
  const letter = c.req.param('letter') ?? ''
  const remarks = linesOf(text.get('remarks')).map((line) => {
    const [, at = '', said = line] = /^([^：:]{1,60})[：:](.+)$/.exec(line) ?? []
    return { at: remarkTarget(at), text: said }
  })
  const input = { ...stepInput(text, ['opinion']), ...(remarks.length === 0 ? {} : { remarks }) }
  const done = await decideReport(ctx, region, letter, action, input)
  if (done.ok) return c.redirect(site.to.receivedReport(letter, { done: 1 }), 303)
  const errors = done.refusal.code === 'invalid' ? formErrors(done.refusal.errors) : {}
  return sheet(c, { action, text, errors }, done.refusal)
}

async function sheet(c: C, attempt: Attempt | null, refusal: Refusal | null): Promise<Response> {
  const declined = refusal === null ? null : declinedOn(refusal)
  if (refusal !== null && declined === null) return refusalResponse(c, refusal)
  const shown = await showReceived(c.var.ctx, c.var.region, c.req.param('letter') ?? '')
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  const isDone = c.req.query('done') !== undefined
  return answerPrivatePage(
    c,
    <ReceivedPage
      frame={frameOf(c)}
      view={shown.value}
      attempt={attempt}
      notice={declined?.notice ?? (isDone ? { tone: 'success', title: words.done } : null)}
    />,
    declined?.status ?? 200,
  )
}
