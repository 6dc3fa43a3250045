import type { Context, Hono } from 'hono'
import type { Refusal } from '../../../domain/shared/refusal.ts'
import { askTrial } from '../../../usecases/calendar/ask-trial.ts'
import { decideCalendar } from '../../../usecases/calendar/decide.ts'
import { listCalendar } from '../../../usecases/calendar/list.ts'
import { listMoves } from '../../../usecases/calendar/moves.ts'
import { showYearTable } from '../../../usecases/calendar/public-table.ts'
import { showCalendar } from '../../../usecases/calendar/show.ts'
import type { AppEnv } from '../../app-env.ts'
import { answerPage, answerPrivatePage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import { calendarWords as words } from '../../ui/words/calendar.ts'
import { frameOf } from '../desk/frame.ts'
import { declinedOn, stepInput, type StepNotice } from '../desk/step-answer.ts'
import { readPageForm } from '../form-values.ts'
import { mountCalendarForms } from './form-routes.tsx'
import { CalendarListPage } from './list-page.tsx'
import { MovesPage } from './moves-page.tsx'
import { CalendarPage } from './public-page.tsx'
import { CalendarVersionPage } from './show-page.tsx'

type C = Context<AppEnv>

const formLimit = 64 * 1024
const notices: Readonly<Record<string, string>> = {
  saved: words.done,
  check: words.taken,
  drop: words.dropped,
  trial: words.trialAsked,
}

/** Mounts the public page of the working-day calendar (工作日历). */
export function mountCalendar(app: Hono<AppEnv>): void {
  app.get('/calendar', async (c) => {
    const table = await showYearTable(c.var.ctx, c.req.query('year'))
    return table.ok
      ? answerPage(c, <CalendarPage c={c} table={table.value} />)
      : refusalResponse(c, table.refusal)
  })
}

/** Mounts tables of holidays at the desk (放假安排): versions, forms, steps, trial, what moved. */
export function mountDeskCalendar(app: Hono<AppEnv>): void {
  app.get('/desk/calendar', list)
  mountCalendarForms(app)
  app.get('/desk/calendar/switches/:n', moves)
  app.get('/desk/calendar/:calendar', (c) => show(c, null))
  app.post('/desk/calendar/:calendar/trial', trial)
  app.post('/desk/calendar/:calendar/actions/:action', act)
}

async function list(c: C): Promise<Response> {
  const found = await listCalendar(c.var.ctx, c.var.region)
  if (!found.ok) return refusalResponse(c, found.refusal)
  const page = <CalendarListPage frame={frameOf(c)} list={found.value} notice={doneNotice(c)} />
  return answerPrivatePage(c, page)
}

async function show(c: C, refusal: Refusal | null): Promise<Response> {
  const declined = refusal === null ? null : declinedOn(refusal)
  if (refusal !== null && declined === null) return refusalResponse(c, refusal)
  const shown = await showCalendar(c.var.ctx, c.var.region, idOf(c))
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  const notice = declined?.notice ?? doneNotice(c)
  return answerPrivatePage(
    c,
    <CalendarVersionPage frame={frameOf(c)} page={shown.value} notice={notice} />,
    declined?.status ?? 200,
  )
}

async function moves(c: C): Promise<Response> {
  const n = /^\d{1,9}$/.test(c.req.param('n') ?? '') ? Number(c.req.param('n')) : 0
  const found = await listMoves(c.var.ctx, n, c.req.query('after') ?? '')
  return found.ok
    ? answerPrivatePage(c, <MovesPage frame={frameOf(c)} moves={found.value} />)
    : refusalResponse(c, found.refusal)
}

async function trial(c: C): Promise<Response> {
  const done = await askTrial(c.var.ctx, c.var.region, idOf(c))
  if (!done.ok) return show(c, done.refusal)
  return c.redirect(c.var.site.to.calendarVersion(idOf(c), { done: 'trial' }), 303)
}

async function act(c: C): Promise<Response> {
  const action = c.req.param('action')
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  if (action !== 'check' && action !== 'drop') return refusalResponse(c, { code: 'not-found' })
  const done = await decideCalendar(c.var.ctx, idOf(c), action, stepInput(read.value.text, []))
  if (!done.ok) return show(c, done.refusal)
  return c.redirect(c.var.site.to.calendarVersion(idOf(c), { done: action }), 303)
}

function doneNotice(c: C): StepNotice | null {
  const title = notices[c.req.query('done') ?? '']
  return title === undefined ? null : { tone: 'success', title }
}

function idOf(c: C): string {
  return c.req.param('calendar') ?? ''
}
