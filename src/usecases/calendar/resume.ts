import { markOf } from '../../domain/time/edition.ts'
import { readBatch } from '../../store/read.ts'
import {
  type CalendarYearRow,
  selectCalendarYears,
  selectCounted,
} from '../../store/region/calendar.ts'
import {
  type CalendarVersionRow,
  type InUseRow,
  selectInForce,
  selectInUse,
} from '../../store/tenant/calendar.ts'
import type { Ctx, RegionCtx } from '../context.ts'
import { adoptCalendar } from './adopt.ts'
import { inForceOf } from './in-use.ts'

/** What the region holds in force, and which agencies have reported by it; read once for a sweep. */
export type RegionCalendar = { years: CalendarYearRow[]; reported: ReadonlySet<string> }

/** Reads what is in force for everybody, in one round trip. */
export async function regionCalendar({ region }: RegionCtx): Promise<RegionCalendar> {
  const [years, counted] = await readBatch<[CalendarYearRow, { agency_id: string }]>(region, [
    selectCalendarYears(),
    selectCounted(),
  ])
  return { years, reported: new Set(counted.map((row) => row.agency_id)) }
}

/** Takes in use what a lost message told to (补换工作日历); one read where nothing was lost. */
export async function resumeCalendar(
  ctx: Ctx,
  up: RegionCtx,
  { years, reported }: RegionCalendar,
): Promise<void> {
  const [local, national, [used]] = await readBatch<
    [CalendarVersionRow, CalendarVersionRow, InUseRow]
  >(ctx.db, [selectInForce('local'), selectInForce('national'), selectInUse()])
  const isUsed = markOf(inForceOf(years, local)) === (used?.mark ?? '')
  const isTold = years.length === 0 || reported.has(ctx.agency.id)
  const isPublished =
    ctx.agency.parentId !== null ||
    national.every(({ year, n }) => years.some((row) => row.year === year && row.n === n))
  if (!(isUsed && isTold && isPublished)) await adoptCalendar(ctx, up)
}
