import { calendarStep } from '../../domain/calendar/input.ts'
import {
  calendarLifecycle,
  type CalendarAction,
  type CalendarState,
} from '../../domain/calendar/lifecycle.ts'
import type { CalendarScope } from '../../domain/time/edition.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { commit } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import {
  type CalendarVersionRow,
  dropCalendarDraft,
  putCalendarInForce,
  selectCalendarVersion,
  selectLastNumber,
} from '../../store/tenant/calendar.ts'
import type { Ctx } from '../context.ts'
import { openStep } from '../open-step.ts'
import { may, turnAway } from '../permissions.ts'
import { calendarVersion, maySet, staffOf } from './view.ts'

/**
 * Puts a draft in force after a second person's check (核对施行), or gives it up (作废): never checked
 * by who drew it up (`same-person`). Every agency that it holds for counts its days anew.
 */
export async function decideCalendar(
  ctx: Ctx,
  id: string,
  action: 'check' | 'drop',
  raw: unknown,
): Promise<Result<null>> {
  const { actor, agency } = ctx
  const verb = action === 'check' ? 'calendar.check' : 'calendar.draft'
  if (!may(actor, verb) || actor.type !== 'staff') return turnAway(actor)
  const input = parseInput(calendarStep, raw)
  if (!input.ok) return input
  const [[row]] = await readBatch<[CalendarVersionRow]>(ctx.db, [selectCalendarVersion(id)])
  if (row === undefined) return refuse({ code: 'not-found' })
  const { scope, state } = calendarVersion(ctx, row)
  if (!maySet(agency, scope)) return refuse({ code: 'forbidden' })
  const open = openStep<CalendarState, CalendarAction>(
    calendarLifecycle,
    { state, version: row.version },
    action,
    actor.roles,
    input.value.version,
  )
  if (!open.ok) return open
  if (action === 'check' && row.drafted_by === actor.id) return refuse({ code: 'same-person' })
  return action === 'drop' ? drop(ctx, row) : putInForce(ctx, row, scope)
}

async function drop(ctx: Ctx, row: CalendarVersionRow): Promise<Result<null>> {
  const version = row.version + 1
  const outcome = await commit(ctx, {
    events: [
      { entity: 'calendar', entityId: row.id, seq: version, kind: 'calendar.dropped', data: {} },
    ],
    statements: [dropCalendarDraft(row.id, version)],
  })
  return outcome.ok ? ok(null) : refuse({ code: 'stale' })
}

async function putInForce(
  ctx: Ctx,
  { id, year, version: seen }: CalendarVersionRow,
  scope: CalendarScope,
): Promise<Result<null>> {
  const version = seen + 1
  const of = { entity: 'calendar', entityId: id, seq: version } as const
  const [[last]] = await readBatch<[{ n: number | null }]>(ctx.db, [selectLastNumber(scope, year)])
  const n = (last?.n ?? 0) + 1
  const outcome = await commit(ctx, {
    events: [{ ...of, kind: 'calendar.put-in-force', data: { scope, year, n } }],
    statements: putCalendarInForce(
      { id, scope, year, n },
      { version, staff: staffOf(ctx), at: ctx.now },
    ),
  })
  if (!outcome.ok) return refuse({ code: 'stale' })
  await ctx.post({ v: 1, kind: 'calendar', tenant: ctx.agency.id })
  return ok(null)
}
