import { publishedArrangements } from '../../domain/time/holidays.data.ts'
import { editionsIn, markIn } from '../../domain/time/edition.ts'
import { toRfc3339 } from '../../domain/time/instant.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { readBatch } from '../../store/read.ts'
import {
  type CountRow,
  type CalendarYearRow,
  selectCalendarYears,
  selectCounts,
} from '../../store/region/calendar.ts'
import { type CalendarVersionRow, selectCalendarVersions } from '../../store/tenant/calendar.ts'
import { selectSwitches, type SwitchRow } from '../../store/tenant/calendar-switch.ts'
import type { Ctx, RegionCtx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { forceSubject } from './subjects.ts'
import { calendarVersion, type CalendarVersion } from './view.ts'

/** A change of the calendar in use and what it moved (换用工作日历). */
export type CalendarSwitch = Omit<SwitchRow, 'at'> & { at: string }

/** What one agency counted, by name. */
export type AgencyCount = { agency: string; cases: number; moved: number; renewed: number }

/** Counts of agencies: how many of them have answered, the sums, and those that have days to move. */
export type Counts = {
  agencies: number
  answered: number
  cases: number
  moved: number
  rows: AgencyCount[]
}

/** What the page of holiday tables shows (放假安排). */
export type CalendarList = {
  versions: CalendarVersion[]
  switches: CalendarSwitch[]
  /** years whose table is part of the code (内置的年份) */
  builtIn: { first: number; last: number }
  /** the versions that the agency's clocks go by */
  inUse: { scope: 'national' | 'local'; year: number; n: number }[]
  /** for the prefecture's office: how far agencies have counted anew, null while nothing is in force */
  progress: Counts | null
}

const most = { versions: 100, switches: 20 } as const

/** Lists versions of holiday tables and what each change moved (放假安排). */
export async function listCalendar(ctx: Ctx, up: RegionCtx): Promise<Result<CalendarList>> {
  if (!may(ctx.actor, 'calendar.list')) return turnAway(ctx.actor)
  const [versions, switches] = await readBatch<[CalendarVersionRow, SwitchRow]>(ctx.db, [
    selectCalendarVersions(most.versions),
    selectSwitches(most.switches),
  ])
  const years = publishedArrangements.map(({ year }) => year)
  return ok({
    versions: versions.map((row) => calendarVersion(ctx, row)),
    switches: switches.map((row) => Object.assign({}, row, { at: toRfc3339(row.at) })),
    builtIn: { first: Math.min(...years), last: Math.max(...years) },
    inUse: editionsIn(markIn(ctx.calendar.version)),
    progress: ctx.agency.parentId === null ? await progressOf(up) : null,
  })
}

async function progressOf(up: RegionCtx): Promise<Counts | null> {
  const [years] = await readBatch<[CalendarYearRow]>(up.region, [selectCalendarYears()])
  return years.length === 0 ? null : countsOf(up, forceSubject(years))
}

/** Reads what agencies counted under a subject: numbers alone. */
export async function countsOf({ region, agencies }: RegionCtx, subject: string): Promise<Counts> {
  const [rows] = await readBatch<[CountRow]>(region, [selectCounts(subject)])
  const names = new Map(agencies.map(({ id, name }) => [id, name]))
  const sum = (of: 'cases' | 'moved'): number => rows.reduce((total, row) => total + row[of], 0)
  return {
    agencies: agencies.length,
    answered: rows.length,
    cases: sum('cases'),
    moved: sum('moved'),
    rows: rows.flatMap(({ agency_id: id, cases, moved, renewed }) =>
      moved === 0 ? [] : [{ agency: names.get(id) ?? id, cases, moved, renewed }],
    ),
  }
}
