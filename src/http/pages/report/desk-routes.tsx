import type { Context, Hono } from 'hono'
import { coversBelow } from '../../../domain/report/annual/compile.ts'
import { pasteOfTables } from '../../../domain/report/from-tables.ts'
import { figureOf } from '../../../domain/statistics/figure.ts'
import type { Refusal } from '../../../domain/shared/refusal.ts'
import { may } from '../../../usecases/permissions.ts'
import { actOnReport } from '../../../usecases/report/annual/act-on-report.ts'
import { editReport } from '../../../usecases/report/annual/edit-report.ts'
import { listReports } from '../../../usecases/report/annual/list-reports.ts'
import { maxReportBytes } from '../../../usecases/report/read-report-file.ts'
import { showReport, type ReportView } from '../../../usecases/report/annual/show-report.ts'
import { startReport } from '../../../usecases/report/annual/start-report.ts'
import type { AppEnv } from '../../app-env.ts'
import { answerPrivatePage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import { formErrors } from '../../ui/form-names.ts'
import { annualReport as words } from '../../ui/words/annual-report.ts'
import { reportSections } from '../../../domain/report/annual/sections.data.ts'
import type { Attempt } from '../desk/attempt.ts'
import { frameOf } from '../desk/frame.ts'
import { declinedOn, stepInput, type StepNotice } from '../desk/step-answer.ts'
import { inputOf, readPageForm } from '../form-values.ts'
import { DeskReportPage } from './desk-report-page.tsx'
import { enteredTables } from './entered.ts'
import { ReportListPage } from './desk-list-page.tsx'

type C = Context<AppEnv>
type Text = ReadonlyMap<string, string>

const formLimit = 512 * 1024
/** Tables in which something cannot be read; the field says what. */
const unreadable: Refusal = { code: 'invalid', errors: [] }

/** Mounts the annual reports of the desk (年报编制). */
export function mountDeskReports(app: Hono<AppEnv>): void {
  app.get('/desk/reports', (c) => list(c, new Map(), null))
  app.post('/desk/reports', start)
  app.get('/desk/reports/:year', (c) => sheet(c, null, null))
  app.post('/desk/reports/:year/actions/:action', act)
}

async function list(c: C, text: Text, refusal: Refusal | null): Promise<Response> {
  const declined = refusal === null ? null : declinedOn(refusal)
  if (refusal !== null && declined === null) return refusalResponse(c, refusal)
  const listed = await listReports(c.var.ctx)
  if (!listed.ok) return refusalResponse(c, listed.refusal)
  return answerPrivatePage(
    c,
    <ReportListPage
      frame={frameOf(c)}
      items={listed.value.items}
      filled={{ text, errors: declined?.errors ?? {} }}
      mayWrite={may(c.var.ctx.actor, 'report.write')}
    />,
    declined?.status ?? 200,
  )
}

async function start(c: C): Promise<Response> {
  const { ctx, region, site } = c.var
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const year = Number(text.get('year')?.trim() ?? '')
  const entered = text.get('entered') === 'yes'
  const begun = await startReport(ctx, region, { year, ...(entered ? { entered } : {}) })
  return begun.ok ? c.redirect(site.to.deskReport(year), 303) : list(c, text, begun.refusal)
}

async function act(c: C): Promise<Response> {
  const { ctx, region, site } = c.var
  const action = c.req.param('action') ?? ''
  const read = await readPageForm(c, action === 'edit' ? formLimit + maxReportBytes : formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const year = yearOfPath(c)
  const entered = action === 'edit' ? await enteredTables(read.value, year) : null
  if (entered !== null && 'errors' in entered) {
    return sheet(c, { action, text, errors: entered.errors }, unreadable)
  }
  const done =
    action === 'edit'
      ? await editReport(ctx, region, year, { ...editOf(text), ...entered })
      : await actOnReport(ctx, region, year, action, stepInput(text, ['note']))
  if (done.ok) {
    return c.redirect(site.to.deskReport(year, { done: action === 'edit' ? 'saved' : 'step' }), 303)
  }
  const errors = done.refusal.code === 'invalid' ? formErrors(done.refusal.errors) : {}
  return sheet(c, { action, text, errors }, done.refusal)
}

/** What the form of the text says; sections are sent as they stand, empty ones too. */
function editOf(text: Text): Record<string, unknown> {
  const prose = Object.fromEntries(
    reportSections.map(({ key }) => [key, text.get(`prose.${key}`) ?? '']),
  )
  const reasons: Record<string, string> = {}
  for (let at = 0; text.has(`finding-${at}`) && at < 500; at += 1) {
    const said = text.get(`reason-${at}`)?.trim() ?? ''
    if (said !== '') reasons[text.get(`finding-${at}`) ?? ''] = said
  }
  const { version, note } = inputOf(text, ['version', 'note'])
  return {
    prose,
    reasons,
    version: Number(version),
    ...(note === undefined ? {} : { note }),
  }
}

async function sheet(c: C, attempt: Attempt | null, refusal: Refusal | null): Promise<Response> {
  const { ctx, region } = c.var
  const declined = refusal === null ? null : declinedOn(refusal)
  if (refusal !== null && declined === null) return refusalResponse(c, refusal)
  const shown = await showReport(ctx, region, yearOfPath(c))
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  return answerPrivatePage(
    c,
    <DeskReportPage
      frame={frameOf(c)}
      view={shown.value}
      attempt={attempt}
      notice={declined?.notice ?? doneNotice(c)}
      pasted={pastedOf(shown.value)}
      hrefOf={(table, { row, column }) => sourceOf(c, `${table}.${row}.${column}`)}
    />,
    declined?.status ?? 200,
  )
}

/** Where a figure of the report opens in the statistics; null where they have none of that name. */
function sourceOf(c: C, key: string): string | null {
  const { ctx, site } = c.var
  if (figureOf(key) === null || !may(ctx.actor, 'office.show')) return null
  const period = String(yearOfPath(c))
  const scope = coversBelow(site.agency) ? 'subtree' : 'own'
  return site.to.officeFigure({ figure: key, period, scope })
}

/** The tables of a report that is typed in as lines of cells; the blank form where nothing was filled in. */
function pastedOf({ work, report }: ReportView): string | null {
  if (!work.entered) return null
  const { proactive, applications, reviewLitigation } = report
  return pasteOfTables(
    {
      proactive: proactive ?? {},
      applications: applications ?? {},
      reviewLitigation: reviewLitigation ?? {},
      faults: [],
      unread: [],
    },
    work.year,
  )
}

function doneNotice(c: C): StepNotice | null {
  const done = c.req.query('done')
  if (done === undefined) return null
  return { tone: 'success', title: done === 'saved' ? words.saved : words.done }
}

function yearOfPath(c: C): number {
  const text = c.req.param('year') ?? ''
  return /^\d{4}$/.test(text) ? Number(text) : 0
}
