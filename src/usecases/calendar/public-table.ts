import { storedEditions } from '../../domain/calendar/input.ts'
import { ok, refuseField, type Result } from '../../domain/shared/refusal.ts'
import type { CalendarEdition, CalendarSource } from '../../domain/time/edition.ts'
import { publishedArrangements } from '../../domain/time/holidays.data.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { isLocalDate, yearOf } from '../../domain/time/local-date.ts'
import { statutoryHolidays } from '../../domain/time/statutory-holidays.ts'
import { readBatch } from '../../store/read.ts'
import { type InUseRow, selectInUse } from '../../store/tenant/calendar.ts'
import type { Ctx } from '../context.ts'

type Stretch = { name: string; from: string; to: string }

/** The table that a year's working days are counted by (工作日历), and where it comes from. */
export type YearTable = {
  year: number
  /** null when the table is part of the code or the year's is not published yet */
  n: number | null
  provisional: boolean
  off: Stretch[]
  work: string[]
  source: CalendarSource | null
  notices: readonly string[]
  local: { n: number | null; off: Stretch[]; work: string[]; source: CalendarSource | null } | null
  years: number[]
}

/** Shows the table of a year that the agency's clocks go by now (公布工作日历). */
export async function showYearTable(
  { agency, db, now }: Pick<Ctx, 'agency' | 'db' | 'now'>,
  asked: string | undefined,
): Promise<Result<YearTable>> {
  const year = asked === undefined ? yearOf(localDateOf(now)) : Number(asked)
  if (!/^\d{4}$/.test(asked ?? '2000') || year < 2008 || year > 2099) {
    return refuseField('/year', { problem: 'out-of-range', min: 2008, max: 2099 })
  }
  const [[used]] = await readBatch<[InUseRow]>(db, [selectInUse()])
  const editions = storedEditions.parse(JSON.parse(used?.editions ?? '[]'))
  const years = new Set([
    ...publishedArrangements.map((one) => one.year),
    ...editions.map((one) => one.year),
    yearOf(localDateOf(now)) + 1,
  ])
  const local = editions.find((one) => one.scope === 'local' && one.year === year)
  return ok({
    year,
    ...nationalOf(year, editions),
    local: localOf(agency, year, local),
    years: [...years].toSorted((a, b) => b - a),
  })
}

function nationalOf(
  year: number,
  editions: readonly CalendarEdition[],
): Omit<YearTable, 'year' | 'local' | 'years'> {
  const own = editions.find((one) => one.scope === 'national' && one.year === year)
  if (own !== undefined) {
    const { n, table, source } = own
    return {
      n,
      provisional: false,
      off: [...table.off],
      work: [...table.work],
      source,
      notices: [source.url],
    }
  }
  const code = publishedArrangements.find((one) => one.year === year)
  const day = (text: string): string => (isLocalDate(text) ? text : `${year}-${text}`)
  if (code !== undefined) {
    return {
      n: null,
      provisional: false,
      off: code.off.map(([name, from, to]) => ({ name, from: day(from), to: day(to) })),
      work: code.work.map(day),
      source: null,
      notices: code.notices,
    }
  }
  return {
    n: null,
    provisional: true,
    off: [...statutoryHolidays(year)].map(([on, name]) => ({ name, from: on, to: on })),
    work: [],
    source: null,
    notices: [],
  }
}

function localOf(
  { settings }: Ctx['agency'],
  year: number,
  edition: CalendarEdition | undefined,
): YearTable['local'] {
  const kept = (settings.localHolidays ?? []).filter(({ from }) => from.startsWith(`${year}-`))
  if (edition === undefined && kept.length === 0) return null
  return {
    n: edition?.n ?? null,
    off: [...kept, ...(edition?.table.off ?? [])],
    work: [...(edition?.table.work ?? [])],
    source: edition?.source ?? null,
  }
}
