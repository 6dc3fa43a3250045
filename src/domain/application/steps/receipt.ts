import type { Fact } from '../../shared/journal.ts'
import { ok, type Result } from '../../shared/refusal.ts'
import { checkDay } from '../../shared/validate/day.ts'
import type { LocalDate } from '../../time/local-date.ts'
import type { Case } from '../case.ts'
import { change, type Change, entered, type Moment } from '../change.ts'
import type { StepInput } from '../step-input.ts'

/**
 * Registers an application (登记): it awaits confirmation, or is received at once on `receivedOn`
 * where the channel or the agency's setting fixes the receipt day.
 */
export function register(
  subject: Case,
  possibleDuplicates: number,
  receivedOn: LocalDate | null,
  moment: Moment,
): Change {
  const registered: Fact = { kind: 'application.registered', data: { possibleDuplicates } }
  if (receivedOn === null) {
    return change(subject, moment, {
      facts: [registered],
      patch: { state: 'awaiting-confirmation' },
    })
  }
  return receive(subject, receivedOn, subject.channel, moment, [registered])
}

/** Fixes the receipt day (确认收到, 条例第31条) and starts the clock. */
export function confirmReceipt(
  subject: Case,
  { confirmedOn }: StepInput<'confirm-receipt'>,
  moment: Moment,
): Result<Change> {
  const arrived = { on: subject.arrivedOn, other: '/arrivedOn' }
  const on = checkDay('/confirmedOn', confirmedOn ?? moment.today, moment, arrived)
  return on.ok ? ok(receive(subject, on.value, 'confirmed', moment, [])) : on
}

/** Notes a try to reach the applicant (登记联系情况); the clock does not start before both sides confirm. */
export function noteContact(
  subject: Case,
  { by, contactedOn, note }: StepInput<'note-contact'>,
  moment: Moment,
): Result<Change> {
  const arrived = { on: subject.arrivedOn, other: '/arrivedOn' }
  const on = checkDay('/contactedOn', contactedOn ?? moment.today, moment, arrived)
  if (!on.ok) return on
  const fact: Fact = { kind: 'application.contact-noted', data: { on: on.value, by } }
  return ok(
    change(subject, moment, {
      facts: [fact],
      patch: { state: subject.state },
      ...(note === undefined ? {} : { note: { audience: 'desk', fields: { note } } }),
    }),
  )
}

function receive(
  subject: Case,
  on: LocalDate,
  basis: string,
  moment: Moment,
  before: readonly Fact[],
): Change {
  const { applicantClass, channel } = subject
  const data = { class: applicantClass, receivedOn: on, basis, channel }
  return change(subject, moment, {
    facts: [...before, { kind: 'application.received', data }],
    patch: { state: 'received', receivedOn: on },
    ledger: entered(subject, (seq) => ({ kind: 'start', on, seq })),
  })
}
