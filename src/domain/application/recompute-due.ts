import type { Fact, NewEvent } from '../shared/journal.ts'
import type { Calendar } from '../time/calendar.ts'
import type { LocalDate } from '../time/local-date.ts'
import { addWorkingDays } from '../time/working-days.ts'
import { type Case, type DueFields, dueFields } from './case.ts'

/** What a row keeps of its due day, as far as a recomputation compares it. */
export type KeptDue = Pick<DueFields, 'dueOf' | 'dueProvisional'> & {
  calendar: string | null
  /** from which day the applicant is waited for, and how many working days (等候申请人) */
  waitsFrom: LocalDate | null
  waitsDays: number | null
}

/** A due day counted anew (重算期限): with an event for each day that moved, without one when only its basis changed. */
export type RecomputedDue = {
  due: DueFields
  waitsUntil: LocalDate | null
  version: number
  events: NewEvent[]
}

/**
 * Counts the due day of an open case anew from its ledger, and the day until which its applicant is
 * waited for, in the calendar as it now stands (放假安排公布后重算); null when all that is kept still holds.
 */
export function recomputeDue(
  subject: Case,
  kept: KeptDue,
  today: LocalDate,
  calendar: Calendar,
): RecomputedDue | null {
  const due = dueFields(subject, today, calendar)
  const waitsUntil = waitedUntil(subject, kept, calendar)
  const { receipt, version, dueOn: from, waitsUntil: waited } = subject
  const facts: Fact[] = []
  if (from !== due.dueOn) {
    const data = { from, to: due.dueOn, calendar: calendar.version }
    facts.push({ kind: 'application.recalculated', data })
  }
  if (waited !== null && waitsUntil !== null && waited !== waitsUntil) {
    const data = { from: waited, to: waitsUntil, calendar: calendar.version }
    facts.push({ kind: 'application.wait-recalculated', data })
  }
  const of = { entity: 'application', entityId: receipt } as const
  const events = facts.map((fact, index) => Object.assign({ seq: version + index + 1 }, of, fact))
  const holds =
    events.length === 0 &&
    kept.calendar === calendar.version &&
    kept.dueOf === due.dueOf &&
    kept.dueProvisional === due.dueProvisional
  return holds ? null : { due, waitsUntil, version: version + events.length, events }
}

// The applicant was told a day: more holidays give him more time, fewer take none away.
function waitedUntil(
  { waitsUntil }: Case,
  { waitsFrom, waitsDays }: KeptDue,
  calendar: Calendar,
): LocalDate | null {
  if (waitsUntil === null || waitsFrom === null || waitsDays === null) return waitsUntil
  const counted = addWorkingDays(calendar, waitsFrom, waitsDays).on
  return counted > waitsUntil ? counted : waitsUntil
}
