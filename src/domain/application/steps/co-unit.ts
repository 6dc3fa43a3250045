import type { Fact } from '../../shared/journal.ts'
import { ok, refuseField, type Result } from '../../shared/refusal.ts'
import type { Case } from '../case.ts'
import { checkDay } from '../../shared/validate/day.ts'
import { change, type Change, type Moment, type Note } from '../change.ts'
import { type CoUnit, coUnitsDue, silentUnits } from '../co-unit.ts'
import type { StepInput } from '../step-input.ts'

/** Asks another unit to help with a case by a day of its own (请协办, 条例第45条), not after the case's. */
export function askCoUnit(
  subject: Case,
  { unit, what, coDueOn }: StepInput<'ask-co-unit'>,
  moment: Moment,
): Result<Change> {
  if (coDueOn < moment.today) return refuseField('/coDueOn', { problem: 'not-ahead' })
  if (subject.dueOn !== null && coDueOn > subject.dueOn) {
    return refuseField('/coDueOn', { problem: 'above', other: '/dueOn' })
  }
  if (silentUnits(subject.coUnits).some((one) => one.unit === unit)) {
    return refuseField('/unit', { problem: 'duplicate' })
  }
  const n = subject.coUnits.length + 1
  const asked = { n, unit, askedOn: moment.today, dueOn: coDueOn, answeredOn: null, waived: false }
  const fact: Fact = { kind: 'application.co-unit-asked', data: { n, unit, dueOn: coDueOn } }
  return ok(changed(subject, moment, [...subject.coUnits, asked], fact, { what }))
}

/** Notes what a co-unit answered (登记协办意见). */
export function answerCoUnit(
  subject: Case,
  { coUnit, answer, answeredOn }: StepInput<'answer-co-unit'>,
  moment: Moment,
): Result<Change> {
  const found = silentUnit(subject, coUnit)
  if (!found.ok) return found
  const { n, unit, askedOn } = found.value
  const since = { on: askedOn, other: '/askedOn' }
  const on = checkDay('/answeredOn', answeredOn ?? moment.today, moment, since)
  if (!on.ok) return on
  const units = subject.coUnits.map((one) => (one.n === n ? { ...one, answeredOn: on.value } : one))
  const fact: Fact = { kind: 'application.co-unit-answered', data: { n, unit, on: on.value } }
  return ok(changed(subject, moment, units, fact, { answer }))
}

/** The head goes on without a co-unit and says why (不等协办意见). */
export function waiveCoUnit(
  subject: Case,
  { coUnit, why }: StepInput<'waive-co-unit'>,
  moment: Moment,
): Result<Change> {
  const found = silentUnit(subject, coUnit)
  if (!found.ok) return found
  const { n, unit } = found.value
  const units = subject.coUnits.map((one) => (one.n === n ? { ...one, waived: true } : one))
  const fact: Fact = { kind: 'application.co-unit-waived', data: { n, unit } }
  return ok(changed(subject, moment, units, fact, { why }))
}

function silentUnit({ coUnits }: Case, n: number): Result<CoUnit> {
  const found = silentUnits(coUnits).find((one) => one.n === n)
  return found === undefined
    ? refuseField('/coUnit', { problem: 'not-listed', allowed: [] })
    : ok(found)
}

function changed(
  subject: Case,
  moment: Moment,
  coUnits: readonly CoUnit[],
  fact: Fact,
  words: Note['fields'],
): Change {
  return change(subject, moment, {
    facts: [fact],
    patch: { state: subject.state, coUnits, coDue: coUnitsDue(coUnits) },
    note: { audience: 'desk', fields: words },
  })
}
