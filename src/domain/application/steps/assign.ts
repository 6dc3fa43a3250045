import { ok, type Result } from '../../shared/refusal.ts'
import type { Case } from '../case.ts'
import { change, type Change, type Moment } from '../change.ts'
import type { StepInput } from '../step-input.ts'

/** Gives a case to a unit and perhaps one of its staff (交办, 条例第45条). */
export function assign(
  subject: Case,
  { unit, handler, note }: StepInput<'assign'>,
  moment: Moment,
): Result<Change> {
  return ok(
    change(subject, moment, {
      facts: [{ kind: 'application.assigned', data: { unit, handler: handler ?? null } }],
      patch: { state: subject.state, unit, handler: handler ?? null },
      ...(note === undefined ? {} : { note: { audience: 'desk', fields: { note } } }),
    }),
  )
}

/** Takes a case from the pool (领取). */
export function claim(subject: Case, _: StepInput<'claim'>, moment: Moment): Result<Change> {
  const handler = moment.staff
  return ok(
    change(subject, moment, {
      facts: [{ kind: 'application.claimed', data: { handler } }],
      patch: { state: subject.state, handler },
    }),
  )
}

/** Gives a case back to the pool with the reason (退回交办). */
export function handBack(
  subject: Case,
  { why }: StepInput<'hand-back'>,
  moment: Moment,
): Result<Change> {
  return ok(
    change(subject, moment, {
      facts: [{ kind: 'application.handed-back', data: {} }],
      patch: { state: subject.state, handler: null, unit: null },
      note: { audience: 'desk', fields: { why } },
    }),
  )
}
