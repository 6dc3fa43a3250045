import type { LocalDate } from '../../domain/time/local-date.ts'
import { readBatch } from '../../store/read.ts'
import { selectTally, type TallyRow } from '../../store/tenant/application/list.ts'
import { type InUseRow, selectInUse } from '../../store/tenant/calendar.ts'
import { countsOf } from '../application/open-tally.ts'
import { calendarFrom } from '../calendar/in-use.ts'
import type { Ctx } from '../context.ts'

/** Open cases by warning colour (预警); null where nobody counts them. */
export type Signals = Record<'blue' | 'yellow' | 'red', number | null>

/** Colours that nobody has counted. */
export const unknownSignals: Signals = { blue: null, yellow: null, red: null }

/** Counts an agency's open cases by colour on a day (蓝黄红), for readers without a session too. */
export async function countSignals(
  { agency, db }: Pick<Ctx, 'agency' | 'db'>,
  today: LocalDate,
): Promise<Signals> {
  const [tally, [used]] = await readBatch<[TallyRow, InUseRow]>(db, [selectTally(), selectInUse()])
  const calendar = calendarFrom(agency, used?.editions ?? null)
  const { blue, yellow, red } = countsOf(tally, today, calendar)
  return { blue, yellow, red }
}
