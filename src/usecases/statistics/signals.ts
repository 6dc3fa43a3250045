import { dueRange } from '../../domain/application/colour-range.ts'
import { deadlineRules } from '../../domain/application/deadline-rules.data.ts'
import { nationalCalendar } from '../../domain/time/calendar.ts'
import type { LocalDate } from '../../domain/time/local-date.ts'
import { prepare } from '../../store/statement.ts'
import { countOpen } from '../../store/tenant/application-list.ts'

const colours = ['blue', 'yellow', 'red'] as const
/** Days by which a reply may be put off (条例第33条). */
const extension = 20

/** Open cases by warning colour (预警); null where nobody counts them. */
export type Signals = Record<(typeof colours)[number], number | null>

/** Colours that nobody has counted. */
export const unknownSignals: Signals = { blue: null, yellow: null, red: null }

/** Counts an agency's open cases by colour on a day (蓝黄红). */
export async function countSignals(db: D1Database, today: LocalDate): Promise<Signals> {
  const limit = deadlineRules.find((rule) => rule.clock === 'reply' && rule.to === null)?.days ?? 0
  const ranges = colours.map((colour) => ({
    colour,
    plain: dueRange(colour, limit, today, nationalCalendar),
    extended: dueRange(colour, limit + extension, today, nationalCalendar),
  }))
  const [counted] = await db.batch<{ name: string; n: number }>(prepare(db, [countOpen(ranges)]))
  const n = (colour: string): number => counted?.results.find(({ name }) => name === colour)?.n ?? 0
  return { blue: n('blue'), yellow: n('yellow'), red: n('red') }
}
