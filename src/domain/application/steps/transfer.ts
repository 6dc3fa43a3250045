import type { Fact } from '../../shared/journal.ts'
import { ok, refuse, refuseField, type Result } from '../../shared/refusal.ts'
import type { LocalDate } from '../../time/local-date.ts'
import type { Case } from '../case.ts'
import { checkDay } from '../../shared/validate/day.ts'
import { change, type Change, type Moment } from '../change.ts'
import { silentUnits } from '../co-unit.ts'
import { openExclusions, redoOf } from '../ledger.ts'
import type { StepInput } from '../step-input.ts'

/**
 * Sends a case to the agency that answers for it (移送, 条例第36条第五项): with the applicant's consent on a
 * day, or within one government. It ends here only when that agency has registered it.
 */
export function transfer(
  subject: Case,
  { to, basis, consentedOn, reason }: StepInput<'transfer'>,
  moment: Moment,
): Result<Change> {
  if (redoOf(subject.ledger) !== null) return refuse({ code: 'not-allowed', why: 'redo-here' })
  if (openExclusions(subject.ledger).length > 0) {
    return refuse({ code: 'not-allowed', why: 'opinion-open' })
  }
  if (silentUnits(subject.coUnits).length > 0) {
    return refuse({ code: 'not-allowed', why: 'co-unit-open' })
  }
  if (basis === 'consent') {
    if (consentedOn === undefined) return refuseField('/consentedOn', { problem: 'required' })
    const since = { on: subject.receivedOn, other: '/receivedOn' }
    const on = checkDay('/consentedOn', consentedOn, moment, since)
    if (!on.ok) return on
  }
  const fact: Fact = {
    kind: 'application.transfer-sent',
    data: { to, basis, on: moment.today },
  }
  return ok(
    change(subject, moment, {
      facts: [fact],
      patch: { state: 'transferring' },
      note: { audience: 'applicant', fields: { reason } },
    }),
  )
}

/** Ends a case whose new agency has registered it (已移送): it counts there and no longer here. */
export function transferDone(subject: Case, to: string, on: LocalDate, moment: Moment): Change {
  const { receivedOn, applicantClass, channel } = subject
  if (receivedOn === null) throw new Error('a case without receipt day was transferred')
  const data = { class: applicantClass, receivedOn, to, on, channel }
  return change(subject, moment, {
    facts: [{ kind: 'application.transferred', data }],
    patch: { state: 'transferred', decidedOn: on, endedOn: on },
  })
}

/** Takes a case back that the other agency could not take (对方未接收); its clock never stopped. */
export function transferDeclined(subject: Case, to: string, moment: Moment): Change {
  const data = { to, on: moment.today }
  return change(subject, moment, {
    facts: [{ kind: 'application.transfer-declined', data }],
    patch: { state: 'received' },
  })
}
