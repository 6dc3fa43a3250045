import type { Fact } from '../../shared/journal.ts'
import { ok, refuse, type Result } from '../../shared/refusal.ts'
import type { LocalDate } from '../../time/local-date.ts'
import type { Case } from '../case.ts'
import { change, type Change, entered, type Moment } from '../change.ts'

/** An order to answer anew (责令重新答复): the dispute it comes from, when the decision came, the last day if it names one. */
export type RedoOrder = { dispute: string; from: LocalDate; until: LocalDate | null }

/**
 * Opens a case again whose answer was corrected (行政复议法第64条、第66条, 行政诉讼法第70条、第72条): it is
 * handled on under its number, its clock starts anew. The old answer stays counted where it was
 * given; a counter-entry on the day of the reopening takes it off, so that no closed month changes.
 */
export function redo(
  subject: Case,
  { dispute, from, until }: RedoOrder,
  moment: Moment,
): Result<Change> {
  const { applicantClass, outcome } = subject
  if (outcome === null) return refuse({ code: 'stale' })
  const on = moment.today
  const last = until === null ? {} : { until }
  const fact: Fact = {
    kind: 'application.redo-ordered',
    data: { class: applicantClass, outcome, on, from, ...last, dispute },
  }
  return ok(
    change({ ...subject, decidedOn: null }, moment, {
      facts: [fact],
      patch: { state: 'accepted', decidedOn: null, outcome: null, draft: null, waitsUntil: null },
      ledger: entered(subject, (seq) => ({ kind: 'redo', on: from, enteredOn: on, ...last, seq })),
    }),
  )
}
