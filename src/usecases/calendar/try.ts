import { agencyCalendar } from '../../domain/agency/agency-calendar.ts'
import { storedContent } from '../../domain/calendar/input.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { storedEditions } from '../../domain/calendar/input.ts'
import type { CalendarDraft } from '../../domain/calendar/input.ts'
import { readBatch } from '../../store/read.ts'
import { putCount, selectTrial, type TrialRow } from '../../store/region/calendar.ts'
import { prepare } from '../../store/statement.ts'
import { type InUseRow, selectInUse } from '../../store/tenant/calendar.ts'
import { planDues, type RecomputedDues } from '../application/plan-dues.ts'
import type { Ctx, RegionCtx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'

/** The number that a draft has while it is tried: above every version in force. */
const tried = 9999

/** Says what a draft would move at an agency (试算); nothing is written. */
export async function tryCalendar(ctx: Ctx, draft: CalendarDraft): Promise<RecomputedDues> {
  const [[used]] = await readBatch<[InUseRow]>(ctx.db, [selectInUse()])
  const present = storedEditions.parse(JSON.parse(used?.editions ?? '[]'))
  const { scope, year } = draft
  const editions = [
    ...present.filter((one) => one.scope !== scope || one.year !== year),
    { ...draft, n: tried },
  ]
  const { cases, renewed, moved } = await planDues(ctx, agencyCalendar(ctx.agency, editions))
  return { cases, renewed, moved }
}

/** Counts by a draft of the prefecture's office for the region (回报试算): numbers alone. */
export async function answerTrial(ctx: Ctx, up: RegionCtx, key: string): Promise<Result<null>> {
  if (!may(ctx.actor, 'application.recompute')) return turnAway(ctx.actor)
  const [[trial]] = await readBatch<[TrialRow]>(up.region, [selectTrial(key)])
  if (trial === undefined) return refuse({ code: 'not-found' })
  const content = storedContent.parse(JSON.parse(trial.content))
  const found = await tryCalendar(ctx, { scope: 'national', year: trial.year, ...content })
  const { cases, renewed, moved } = found
  const count = { agency_id: ctx.agency.id, cases, renewed, moved: moved.length, at: ctx.now }
  await up.region.batch(prepare(up.region, [putCount(key, count)]))
  return ok(null)
}
