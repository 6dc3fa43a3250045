import { type CalendarDraft, parseCalendar } from '../../domain/calendar/input.ts'
import {
  calendarLifecycle,
  type CalendarAction,
  type CalendarState,
} from '../../domain/calendar/lifecycle.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { checkDay } from '../../domain/shared/validate/day.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { commit } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import type { Statement } from '../../store/statement.ts'
import {
  type CalendarVersionRow,
  putCalendarDraft,
  selectCalendarVersion,
} from '../../store/tenant/calendar.ts'
import type { Ctx, RegionCtx } from '../context.ts'
import { openStep } from '../open-step.ts'
import { may, turnAway } from '../permissions.ts'
import { once } from '../recall.ts'
import { type CalendarPage, showCalendar } from './show.ts'
import { calendarVersion, maySet, staffOf } from './view.ts'

/**
 * Draws up a year's table (起草放假安排), or writes a draft anew; nothing is counted by it before a
 * second person has checked it. `invalid` names every line that cannot stand.
 */
export async function draftCalendar(
  ctx: Ctx,
  up: RegionCtx,
  id: string | null,
  raw: unknown,
  idempotencyKey: string | null = null,
): Promise<Result<CalendarPage>> {
  const { actor, agency, now } = ctx
  if (!may(actor, 'calendar.draft') || actor.type !== 'staff') return turnAway(actor)
  const row = id === null ? null : await readVersion(ctx, id)
  if (row === undefined) return refuse({ code: 'not-found' })
  const input = parseCalendar(raw)
  if (!input.ok) return input
  const { scope, year, table, source, version: seen } = input.value
  if (!maySet(agency, scope)) return refuse({ code: 'forbidden' })
  const issued = checkDay('/issuedOn', source.issuedOn, { today: localDateOf(now) })
  if (!issued.ok) return issued
  const content = { id, ...input.value }
  return once(
    ctx,
    { verb: 'calendar.draft', key: idempotencyKey, content },
    {
      again: (calendar) => showCalendar(ctx, up, calendar),
      make: async (remember) => {
        const standing = row === null ? ok(0) : versionToEdit(ctx, row, seen ?? undefined)
        if (!standing.ok) return standing
        const calendar = id ?? ctx.newId()
        const draft = { scope, year, table, source }
        const written = { id: calendar, version: standing.value + 1, draft }
        return write(ctx, up, written, remember(calendar))
      },
    },
  )
}

type Written = { id: string; version: number; draft: CalendarDraft }

async function write(
  ctx: Ctx,
  up: RegionCtx,
  { id, version, draft: { scope, year, table, source } }: Written,
  beside: readonly Statement[],
): Promise<Result<CalendarPage>> {
  const outcome = await commit(ctx, {
    events: [
      {
        entity: 'calendar',
        entityId: id,
        seq: version,
        kind: version === 1 ? 'calendar.drafted' : 'calendar.edited',
        data: { scope, year },
      },
    ],
    statements: [
      putCalendarDraft({
        id,
        version,
        scope,
        year,
        content: JSON.stringify({ table, source }),
        draftedBy: staffOf(ctx),
        draftedAt: ctx.now,
      }),
      ...beside,
    ],
  })
  return outcome.ok ? showCalendar(ctx, up, id) : refuse({ code: 'stale' })
}

async function readVersion(
  { db }: Pick<Ctx, 'db'>,
  id: string,
): Promise<CalendarVersionRow | undefined> {
  const [[row]] = await readBatch<[CalendarVersionRow]>(db, [selectCalendarVersion(id)])
  return row
}

function versionToEdit(
  ctx: Ctx,
  row: CalendarVersionRow,
  seen: number | undefined,
): Result<number> {
  const { state, version } = calendarVersion(ctx, row)
  const roles = ctx.actor.type === 'staff' ? ctx.actor.roles : []
  const open = openStep<CalendarState, CalendarAction>(
    calendarLifecycle,
    { state, version },
    'edit',
    roles,
    seen,
  )
  return open.ok ? ok(version) : open
}
