import * as z from 'zod'
import { type OpenCounts, openCounts } from '../../domain/application/open-key.ts'
import type { Calendar } from '../../domain/time/calendar.ts'
import type { LocalDate } from '../../domain/time/local-date.ts'
import type { TallyRow } from '../../store/tenant/application/list.ts'

const kept = z.record(z.string(), z.number())

/** Reads what is kept of an agency's open cases as the tabs of its desk on a day (各类件数). */
export function countsOf(
  rows: readonly TallyRow[],
  today: LocalDate,
  calendar: Calendar,
): OpenCounts {
  return openCounts(kept.parse(JSON.parse(rows[0]?.counts ?? '{}')), today, calendar)
}
