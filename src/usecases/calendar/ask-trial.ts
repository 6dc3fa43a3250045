import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { readBatch } from '../../store/read.ts'
import { putTrial } from '../../store/region/calendar.ts'
import { prepare } from '../../store/statement.ts'
import { type CalendarVersionRow, selectCalendarVersion } from '../../store/tenant/calendar.ts'
import type { Ctx, RegionCtx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { trialKey } from './subjects.ts'

/** Asks every agency what a national draft would move there (各机关试算); asked again, what was lost is sent again. */
export async function askTrial(ctx: Ctx, up: RegionCtx, id: string): Promise<Result<null>> {
  const { actor, agency } = ctx
  if (!may(actor, 'calendar.draft') || actor.type !== 'staff') return turnAway(actor)
  if (agency.parentId !== null) return refuse({ code: 'forbidden' })
  const [[row]] = await readBatch<[CalendarVersionRow]>(ctx.db, [selectCalendarVersion(id)])
  if (row === undefined || row.scope !== 'national') return refuse({ code: 'not-found' })
  if (row.state !== 'draft') {
    return refuse({ code: 'step-not-open', state: row.state, action: 'try' })
  }
  const key = trialKey(id, row.version)
  const trial = putTrial({ key, year: row.year, content: row.content }, ctx.now)
  await up.region.batch(prepare(up.region, [trial]))
  for (const { id: tenant } of up.agencies) {
    await ctx.post({ v: 1, kind: 'calendar-trial', tenant, key })
  }
  return ok(null)
}
