import type { Fact, NewEvent } from '../shared/journal.ts'
import { ok, refuse, refuseField, type Result } from '../shared/refusal.ts'
import { checkDay } from '../shared/validate/day.ts'
import type { LocalDate } from '../time/local-date.ts'
import type { Registration } from './input.ts'
import type { Dispute, DisputeResult, State } from './types.ts'

/** What a step changes in a dispute; what it does not name stays. */
export type Patch = {
  version: number
  state: State
  answeredOn?: LocalDate
  decidedOn?: LocalDate
  result?: DisputeResult
  cancelledOn?: LocalDate
}

/** A decided step: its event and the change it makes. */
export type Change = { event: NewEvent; patch: Patch }

type Moment = { today: LocalDate }

/** The days of a new dispute in their order: filed, received, and none of them to come. */
export function checkRegistration(
  { kind, procedure, acceptedOn, receivedOn }: Registration,
  moment: Moment,
): Result<null> {
  const filed = checkDay('/acceptedOn', acceptedOn, moment)
  if (!filed.ok) return filed
  if (receivedOn !== undefined) {
    const since = { on: filed.value, other: '/acceptedOn' }
    const received = checkDay('/receivedOn', receivedOn, moment, since)
    if (!received.ok) return received
  }
  return kind !== 'review' && procedure !== undefined
    ? refuseField('/procedure', { problem: 'not-listed', allowed: [] })
    : ok(null)
}

/** Notes the agency's answer (提交书面答复、答辩状, 行政复议法第48条, 行政诉讼法第67条). */
export function decideAnswer(
  subject: Dispute,
  answeredOn: LocalDate,
  moment: Moment,
): Result<Change> {
  const on = checkDay('/answeredOn', answeredOn, moment, sinceReceipt(subject))
  if (!on.ok) return on
  const fact: Fact = { kind: 'dispute.answered', data: { on: on.value } }
  return ok(change(subject, fact, { state: 'answered', answeredOn: on.value }))
}

/** Notes how it ended (登记审结结果): from then on it is pending no more. */
export function decideEnd(
  subject: Dispute,
  { result, decidedOn }: { result: DisputeResult; decidedOn: LocalDate },
  moment: Moment,
): Result<Change> {
  const on = checkDecisionDay(subject, decidedOn, moment)
  if (!on.ok) return on
  const fact: Fact = {
    kind: 'dispute.decided',
    data: { dispute: subject.kind, result, on: on.value },
  }
  return ok(change(subject, fact, { state: 'decided', result, decidedOn: on.value }))
}

/**
 * Amends how it ended (更正审结登记), where the entry was wrong or a later instance decided otherwise:
 * the figure moves with a counter-entry; an amendment that changes nothing is refused.
 */
export function decideAmendment(
  subject: Dispute,
  { result, decidedOn }: { result: DisputeResult; decidedOn: LocalDate },
  moment: Moment,
): Result<Change> {
  const { kind, result: formerResult, decidedOn: formerOn } = subject
  if (formerResult === null || formerOn === null) {
    return refuse({ code: 'step-not-open', state: subject.state, action: 'amend' })
  }
  const on = checkDecisionDay(subject, decidedOn, moment)
  if (!on.ok) return on
  if (result === formerResult && on.value === formerOn) {
    return refuseField('/result', { problem: 'duplicate' })
  }
  const fact: Fact = {
    kind: 'dispute.amended',
    data: { dispute: kind, result, on: on.value, formerResult, formerOn },
  }
  return ok(change(subject, fact, { state: 'decided', result, decidedOn: on.value }))
}

/** A decision comes after the answer, or after the filing where none was given. */
function checkDecisionDay(
  { acceptedOn, answeredOn }: Dispute,
  decidedOn: LocalDate,
  moment: Moment,
): Result<LocalDate> {
  const since = answeredOn ?? acceptedOn
  const other = answeredOn === null ? '/acceptedOn' : '/answeredOn'
  return checkDay('/decidedOn', decidedOn, moment, { on: since, other })
}

/** An order to answer the application anew, in force since the day on which the decision came. */
export type Order = { application: string; from: LocalDate; until: LocalDate | null }

/**
 * Has the application answered anew (责令重新答复, 行政复议法第64条、第66条, 行政诉讼法第70条、第72条): only
 * what was corrected, and only for an application of this system.
 */
export function decideRedo(
  subject: Dispute,
  { from, until }: { from: LocalDate; until: LocalDate | undefined },
  moment: Moment,
): Result<Change & { order: Order }> {
  const { application, decidedOn } = subject
  if (!mayRedo(subject) || application === null || decidedOn === null) {
    return refuse({ code: 'step-not-open', state: subject.state, action: 'redo' })
  }
  const since = { on: decidedOn, other: '/decidedOn' }
  const came = checkDay('/orderedOn', from, moment, since)
  if (!came.ok) return came
  if (until !== undefined && until <= came.value) {
    return refuseField('/answerBy', { problem: 'before', other: '/orderedOn' })
  }
  const fact: Fact = { kind: 'dispute.redone', data: { on: moment.today, application } }
  const order = { application, from: came.value, until: until ?? null }
  return ok({ ...change(subject, fact, { state: 'redone' }), order })
}

/** Whether a dispute may send its application back (可以重新办理). */
export function mayRedo({ result, application }: Pick<Dispute, 'result' | 'application'>): boolean {
  return result === 'corrected' && application !== null
}

/** Takes a dispute off the register that was entered by mistake (撤销登记): a counter-entry of today. */
export function decideCancellation(subject: Dispute, { today }: Moment): Change {
  const fact: Fact = { kind: 'dispute.cancelled', data: { dispute: subject.kind, on: today } }
  return change(subject, fact, { state: 'cancelled', cancelledOn: today })
}

function sinceReceipt({ acceptedOn, receivedOn }: Dispute): { on: LocalDate; other: string } {
  return receivedOn === null
    ? { on: acceptedOn, other: '/acceptedOn' }
    : { on: receivedOn, other: '/receivedOn' }
}

function change(subject: Dispute, fact: Fact, patch: Omit<Patch, 'version'>): Change {
  const version = subject.version + 1
  return {
    event: { ...fact, entity: 'dispute', entityId: subject.id, seq: version },
    patch: { ...patch, version },
  }
}
