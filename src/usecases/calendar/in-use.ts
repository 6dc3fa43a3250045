import { agencyCalendar } from '../../domain/agency/agency-calendar.ts'
import type { Agency } from '../../domain/agency/agency.ts'
import { storedContent, storedEditions } from '../../domain/calendar/input.ts'
import { type Calendar } from '../../domain/time/calendar.ts'
import {
  type CalendarEdition,
  calendarScopes,
  editionsIn,
  markIn,
} from '../../domain/time/edition.ts'
import { readBatch } from '../../store/read.ts'
import {
  type CalendarVersionRow,
  type EditionRow,
  type InUseRow,
  selectEditions,
  selectInUse,
} from '../../store/tenant/calendar.ts'
import type { Ctx, Tenant } from '../context.ts'

/** The calendar that was last built for an agency: a version in force never changes its content. */
const built = new WeakMap<Agency, { editions: string; calendar: Calendar }>()

/** The calendar of an agency from what its database keeps as in use; null when it keeps nothing. */
export function calendarFrom(agency: Agency, editions: string | null): Calendar {
  const kept = editions ?? '[]'
  const known = built.get(agency)
  if (known?.editions === kept) return known.calendar
  const calendar = agencyCalendar(agency, storedEditions.parse(JSON.parse(kept)))
  built.set(agency, { editions: kept, calendar })
  return calendar
}

/** Reads the calendar that every clock of an agency goes by now (现行工作日历), in one query. */
export async function calendarInUse({
  agency,
  db,
}: Pick<Tenant, 'agency' | 'db'>): Promise<Calendar> {
  const [[row]] = await readBatch<[InUseRow]>(db, [selectInUse()])
  return calendarFrom(agency, row?.editions ?? null)
}

/**
 * The calendar by which the day of a case was counted (本件所用工作日历), so that its reasons always
 * lead to its day; read only when that is not the one in use.
 */
export async function calendarNamed(
  { agency, db, calendar }: Pick<Ctx, 'agency' | 'db' | 'calendar'>,
  version: string | null,
): Promise<Calendar> {
  const mark = version === null ? markIn(calendar.version) : markIn(version)
  if (mark === markIn(calendar.version)) return calendar
  const named = editionsIn(mark)
  if (named.length === 0) return agencyCalendar(agency)
  const [rows] = await readBatch<[EditionRow]>(db, [selectEditions(named)])
  return agencyCalendar(agency, rows.map(editionOf))
}

function editionOf({ scope, year, n, content }: EditionRow): CalendarEdition {
  const known = calendarScopes.find((one) => one === scope)
  if (known === undefined) throw new Error(`stored word is not known: ${scope}`)
  return { scope: known, year, n, ...storedContent.parse(JSON.parse(content)) }
}

/** The versions in force for an agency (施行中的版本): the national ones and its own. */
export function inForceOf(
  years: readonly Omit<EditionRow, 'scope'>[],
  local: readonly CalendarVersionRow[],
): CalendarEdition[] {
  return [
    ...years.map((row) => editionOf({ scope: 'national', ...row })),
    ...local.flatMap((row) => (row.n === null ? [] : [editionOf({ ...row, n: row.n })])),
  ]
}
