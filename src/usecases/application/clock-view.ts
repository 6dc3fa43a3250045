import { caseClock } from '../../domain/application/case.ts'
import type { TraceRow } from '../../domain/application/deadline-count.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import type { ApplicationRow } from '../../store/tenant/application/application.ts'
import { calendarNamed } from '../calendar/in-use.ts'
import type { Ctx } from '../context.ts'
import { caseOf } from './read-case.ts'

/** A case's reply clock with its reasons (答复期限及计算过程). */
export type ClockView = {
  dueOn: string
  firstDay: string
  provisional: boolean
  day: number
  of: number
  trace: readonly TraceRow[]
  law: readonly string[]
  /** the version of the working-day calendar that it was counted by (工作日历版本) */
  calendar: string
}

/**
 * The clock of a case as it stands at an instant, in the calendar that its day was counted by, or
 * null while none runs or it is no application.
 */
export async function clockView(
  ctx: Pick<Ctx, 'agency' | 'calendar' | 'db' | 'now'>,
  row: ApplicationRow,
): Promise<ClockView | null> {
  const subject = caseOf(row)
  if (subject.state === 'converted') return null
  const calendar = await calendarNamed(ctx, row.calendar)
  const clock = caseClock(subject, localDateOf(ctx.now), calendar)
  if (clock === null) return null
  const { dueOn, firstDay, provisional, day, of, trace, law } = clock
  return { dueOn, firstDay, provisional, day, of, trace, law, calendar: calendar.version }
}
