import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { readBatch } from '../../store/read.ts'
import { type CalendarVersionRow, selectCalendarVersion } from '../../store/tenant/calendar.ts'
import type { MovedDue } from '../application/plan-dues.ts'
import type { Ctx, RegionCtx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { type Counts, countsOf } from './list.ts'
import { trialKey } from './subjects.ts'
import { tryCalendar } from './try.ts'
import { type CalendarVersion, calendarVersion } from './view.ts'

/** What a draft would move here: counts, and the first days by name (试算). */
export type OwnTrial = { cases: number; renewed: number; moved: number; first: MovedDue[] }

/** A version, and what it would move while it is a draft. */
export type CalendarPage = {
  shown: CalendarVersion
  own: OwnTrial | null
  /** what agencies answered of a national draft; null where nobody is asked */
  all: Counts | null
}

const named = 50

/** Opens a version of a year's table (查看放假安排); a draft is tried on the agency's own cases. */
export async function showCalendar(
  ctx: Ctx,
  up: RegionCtx,
  id: string,
): Promise<Result<CalendarPage>> {
  if (!may(ctx.actor, 'calendar.list')) return turnAway(ctx.actor)
  const [[row]] = await readBatch<[CalendarVersionRow]>(ctx.db, [selectCalendarVersion(id)])
  if (row === undefined) return refuse({ code: 'not-found' })
  const shown = calendarVersion(ctx, row)
  if (shown.state !== 'draft') return ok({ shown, own: null, all: null })
  const { moved, ...rest } = await tryCalendar(ctx, shown)
  return ok({
    shown,
    own: { ...rest, moved: moved.length, first: moved.slice(0, named) },
    all: shown.scope === 'national' ? await countsOf(up, trialKey(id, shown.version)) : null,
  })
}
