import type { Context, Hono } from 'hono'
import { sourceIn } from '../../../domain/calendar/notice.ts'
import { calendarText } from '../../../domain/calendar/read-table.ts'
import { calendarSheet } from '../../../domain/calendar/sheet.ts'
import { ok, type Refusal, refuse, type Result } from '../../../domain/shared/refusal.ts'
import type { CalendarScope } from '../../../domain/time/edition.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { yearOf } from '../../../domain/time/local-date.ts'
import { draftCalendar } from '../../../usecases/calendar/draft.ts'
import { showCalendar } from '../../../usecases/calendar/show.ts'
import { may, turnAway } from '../../../usecases/permissions.ts'
import type { AppEnv } from '../../app-env.ts'
import { answerPrivatePage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import { frameOf } from '../desk/frame.ts'
import { declinedOn } from '../desk/step-answer.ts'
import { type FormValues, inputOf, readPageForm } from '../form-values.ts'
import { CalendarFormPage } from './form-page.tsx'

type C = Context<AppEnv>
type Text = ReadonlyMap<string, string>

const formLimit = 1024 * 1024
const names = ['scope', 'table', 'docNumber', 'url', 'issuedOn'] as const

/** Mounts the forms of a year's table (录入、修改放假安排). */
export function mountCalendarForms(app: Hono<AppEnv>): void {
  app.get('/desk/calendar/new', blank)
  app.post('/desk/calendar/new', (c) => save(c, null))
  app.get('/desk/calendar/:calendar/edit', edit)
  app.post('/desk/calendar/:calendar/edit', (c) => save(c, c.req.param('calendar') ?? ''))
}

function blank(c: C): Response | Promise<Response> {
  const { ctx } = c.var
  if (!may(ctx.actor, 'calendar.draft')) return refusalResponse(c, turnAway(ctx.actor).refusal)
  const text = new Map([
    ['scope', c.req.query('scope') ?? ''],
    ['year', String(yearOf(localDateOf(ctx.now)) + 1)],
  ])
  return page(c, null, text, null)
}

async function edit(c: C): Promise<Response> {
  const { ctx, region } = c.var
  const id = c.req.param('calendar') ?? ''
  if (!may(ctx.actor, 'calendar.draft')) return refusalResponse(c, turnAway(ctx.actor).refusal)
  const found = await showCalendar(ctx, region, id)
  if (!found.ok) return refusalResponse(c, found.refusal)
  const { shown } = found.value
  if (!shown.actions.includes('edit')) {
    return refusalResponse(c, { code: 'step-not-open', state: shown.state, action: 'edit' })
  }
  const { docNumber, url, issuedOn } = shown.source
  const text = new Map([
    ['scope', shown.scope],
    ['year', String(shown.year)],
    ['table', calendarText(shown.table)],
    ['docNumber', docNumber],
    ['url', url],
    ['issuedOn', issuedOn],
    ['version', String(shown.version)],
  ])
  return page(c, id, text, null)
}

async function save(c: C, id: string | null): Promise<Response> {
  const { ctx, region, site } = c.var
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const given = await withFile(read.value)
  if (!given.ok) return page(c, id, read.value.text, given.refusal)
  const text = withSource(given.value)
  const version = text.get('version')
  const done = await draftCalendar(ctx, region, id, {
    ...inputOf(text, names),
    year: Number(text.get('year') ?? ''),
    ...(version === undefined ? {} : { version: Number(version) }),
  })
  if (!done.ok) return page(c, id, text, done.refusal)
  return c.redirect(site.to.calendarVersion(done.value.shown.id, { done: 'saved' }), 303)
}

/** What was typed, its table replaced by that of the chosen file. */
async function withFile({ text, files }: FormValues): Promise<Result<Text>> {
  const [file] = files.get('file') ?? []
  if (file === undefined) return ok(text)
  const lines = calendarSheet(new Uint8Array(await file.arrayBuffer()))
  return lines.ok ? ok(new Map([...text, ['table', lines.value]])) : refuse(lines.refusal)
}

/** Number and day of issue are read from a pasted notice where nothing was typed. */
function withSource(text: Text): Text {
  const found = sourceIn(text.get('table') ?? '')
  const filled = new Map(text)
  for (const name of ['docNumber', 'issuedOn'] as const) {
    if ((text.get(name) ?? '').trim() === '' && found[name] !== '') filled.set(name, found[name])
  }
  return filled
}

function page(
  c: C,
  id: string | null,
  text: Text,
  refusal: Refusal | null,
): Response | Promise<Response> {
  const declined = refusal === null ? null : declinedOn(refusal)
  if (refusal !== null && declined === null) return refusalResponse(c, refusal)
  const scope: CalendarScope = text.get('scope') === 'national' ? 'national' : 'local'
  return answerPrivatePage(
    c,
    <CalendarFormPage
      frame={frameOf(c)}
      id={id}
      scope={scope}
      version={text.get('version') ?? null}
      filled={{ text, errors: declined?.errors ?? {} }}
      notice={declined?.notice ?? null}
    />,
    declined?.status ?? 200,
  )
}
