import { agencyCalendar } from '../../domain/agency/agency-calendar.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { type CalendarEdition, markOf } from '../../domain/time/edition.ts'
import { commit, type Plan } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import {
  type CalendarYearRow,
  putCalendarYear,
  putCount,
  selectCalendarYears,
} from '../../store/region/calendar.ts'
import { prepare } from '../../store/statement.ts'
import {
  type CalendarVersionRow,
  type InUseRow,
  keepNational,
  putInUse,
  selectInForce,
  selectInUse,
} from '../../store/tenant/calendar.ts'
import {
  insertMoves,
  insertSwitch,
  selectSwitches,
  type SwitchRow,
} from '../../store/tenant/calendar-switch.ts'
import { planDues } from '../application/plan-dues.ts'
import type { Ctx, RegionCtx } from '../context.ts'
import { planItemDues } from '../item/plan-item-dues.ts'
import { may, turnAway } from '../permissions.ts'
import { inForceOf } from './in-use.ts'
import { forceSubject } from './subjects.ts'

const maxTries = 4

/**
 * Takes in use what is in force for an agency (换用工作日历): the national versions of the region and
 * its own local ones. One batch changes the calendar of its clocks, every due day of its open
 * cases and of what it owes the public, so that no two places ever tell different days. Asked again, it changes nothing.
 */
export async function adoptCalendar(ctx: Ctx, up: RegionCtx): Promise<Result<null>> {
  if (!may(ctx.actor, 'application.recompute')) return turnAway(ctx.actor)
  if (ctx.agency.parentId === null) await publishNational(ctx, up)
  for (let tries = 0; tries < maxTries; tries += 1) {
    const [years] = await readBatch<[CalendarYearRow]>(up.region, [selectCalendarYears()])
    const [local, [used], [last]] = await readBatch<[CalendarVersionRow, InUseRow, SwitchRow]>(
      ctx.db,
      [selectInForce('local'), selectInUse(), selectSwitches(1)],
    )
    const editions = inForceOf(years, local)
    const mark = markOf(editions)
    if (mark === (used?.mark ?? '')) {
      if (last !== undefined) await report(ctx, up, years, last)
      return ok(null)
    }
    const n = (last?.n ?? 0) + 1
    const { plan, change } = await planSwitch(ctx, { n, mark, editions, years })
    if ((await commit(ctx, plan)).ok) {
      await report(ctx, up, years, change)
      return ok(null)
    }
  }
  return refuse({ code: 'busy' })
}

type Next = {
  n: number
  mark: string
  editions: readonly CalendarEdition[]
  years: readonly CalendarYearRow[]
}

async function planSwitch(
  ctx: Ctx,
  { n, mark, editions, years }: Next,
): Promise<{ plan: Plan; change: SwitchRow }> {
  const calendar = agencyCalendar(ctx.agency, editions)
  const [dues, owed] = [await planDues(ctx, calendar), await planItemDues(ctx, calendar)]
  const counts = { cases: dues.cases, moved: dues.moved.length, renewed: dues.renewed }
  const change = { n, mark, at: ctx.now, ...counts }
  const switched = {
    entity: 'calendar',
    entityId: 'in-use',
    seq: n,
    kind: 'calendar.switched',
    data: { mark, ...counts },
  } as const
  const copies = years.map(({ put_at: at, ...year }) => Object.assign({ at }, year))
  return {
    change,
    plan: {
      events: [switched, ...dues.events],
      statements: [
        ...keepNational(copies),
        // First of all: triggers hold every due day to the calendar in use.
        putInUse({ mark, editions: JSON.stringify(editions) }),
        ...dues.statements,
        ...owed.statements,
        insertSwitch(change),
        ...insertMoves(n, dues.moved),
      ],
    },
  }
}

/** What the prefecture's office put in force goes to the region, and every agency is told. */
async function publishNational(ctx: Ctx, { region, agencies }: RegionCtx): Promise<void> {
  const [own] = await readBatch<[CalendarVersionRow]>(ctx.db, [selectInForce('national')])
  const [years] = await readBatch<[CalendarYearRow]>(region, [selectCalendarYears()])
  const fresh = own.flatMap(({ id, year, n, content, checked_at: at }) =>
    n === null || years.some((row) => row.year === year && row.n >= n)
      ? []
      : [{ id, year, n, content, put_at: at ?? ctx.now }],
  )
  if (fresh.length === 0) return
  await region.batch(prepare(region, fresh.map(putCalendarYear)))
  for (const { id } of agencies) {
    if (id !== ctx.agency.id) await ctx.post({ v: 1, kind: 'calendar', tenant: id })
  }
}

// Offices above see numbers alone; counted again, the same numbers are written.
async function report(
  { agency }: Ctx,
  { region }: RegionCtx,
  years: readonly CalendarYearRow[],
  { cases, moved, renewed, at }: SwitchRow,
): Promise<void> {
  const count = { agency_id: agency.id, cases, moved, renewed, at }
  await region.batch(prepare(region, [putCount(forceSubject(years), count)]))
}
