import { type Case, caseClock } from '../../domain/application/case.ts'
import type { TraceRow } from '../../domain/application/deadline-count.ts'
import { agencyCalendar } from '../../domain/agency/agency-calendar.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import type { Ctx } from '../context.ts'

/** A case's reply clock with its reasons (答复期限及计算过程). */
export type ClockView = {
  dueOn: string
  firstDay: string
  provisional: boolean
  day: number
  of: number
  trace: readonly TraceRow[]
  law: readonly string[]
}

/** The clock of a case as it stands at an instant in its agency's calendar, or null while none
 * runs or it is no application. */
export function clockView(
  subject: Case,
  { agency, now }: Pick<Ctx, 'agency' | 'now'>,
): ClockView | null {
  if (subject.state === 'converted') return null
  const clock = caseClock(subject, localDateOf(now), agencyCalendar(agency))
  if (clock === null) return null
  const { dueOn, firstDay, provisional, day, of, trace, law } = clock
  return { dueOn, firstDay, provisional, day, of, trace, law }
}
