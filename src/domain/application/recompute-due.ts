import type { NewEvent } from '../shared/journal.ts'
import type { Calendar } from '../time/calendar.ts'
import type { LocalDate } from '../time/local-date.ts'
import { type Case, type DueFields, dueFields } from './case.ts'

/** What a row keeps of its due day, as far as a recomputation compares it. */
export type KeptDue = Pick<DueFields, 'dueOf' | 'dueProvisional'> & { calendar: string | null }

/** A due day counted anew (重算期限): with an event when it moved, without one when only its basis changed. */
export type RecomputedDue = { due: DueFields; version: number; event: NewEvent | null }

/**
 * Counts the due day of an open case anew from its ledger in the calendar as it now stands (放假安排
 * 公布后重算), or answers null when all that is kept of it still holds.
 */
export function recomputeDue(
  subject: Case,
  kept: KeptDue,
  today: LocalDate,
  calendar: Calendar,
): RecomputedDue | null {
  const due = dueFields(subject, today, calendar)
  const { receipt, version, dueOn: from } = subject
  const { dueOn: to } = due
  if (from !== to) {
    const seq = version + 1
    const data = { from, to, calendar: calendar.version }
    const of = { entity: 'application', entityId: receipt, seq } as const
    return { due, version: seq, event: { ...of, kind: 'application.recalculated', data } }
  }
  const holds =
    kept.calendar === calendar.version &&
    kept.dueOf === due.dueOf &&
    kept.dueProvisional === due.dueProvisional
  return holds ? null : { due, version, event: null }
}
