import { ok, refuse, refuseField, type Result } from '../../shared/refusal.ts'
import { type Case, dueFields } from '../case.ts'
import { change, type Change, type Moment, type Patch } from '../change.ts'
import { redoOf } from '../ledger.ts'
import type { StepInput } from '../step-input.ts'
import { carriedLedger } from '../transfer.ts'

/**
 * Turns an application that asks for several things into linked cases (分办, 一事一申请): the first stays
 * this one with its number; the others get numbers of their own and the clock as it stands here.
 */
export function split(
  subject: Case,
  { requests }: StepInput<'split'>,
  moment: Moment,
): Result<Change> {
  if (redoOf(subject.ledger) !== null) return refuse({ code: 'not-allowed', why: 'redo-here' })
  const repeated = requests.findIndex((one, index) => requests.indexOf(one) !== index)
  if (repeated !== -1) {
    return refuseField(`/requests/${String(repeated)}`, { problem: 'duplicate' })
  }
  return ok(
    change(subject, moment, {
      facts: [{ kind: 'application.split', data: { into: requests.length } }],
      patch: { state: subject.state },
    }),
  )
}

/** The state of a case that was split off (分出的件), after its two first events. */
export function splitOff(subject: Case, { today, calendar }: Moment): Patch {
  const { state, receivedOn } = subject
  if (receivedOn === null) throw new Error('a case without receipt day was split')
  const ledger = carriedLedger(subject.ledger, true)
  const due = dueFields({ ...subject, ledger, decidedOn: null }, today, calendar)
  return { version: 2, state, receivedOn, ledger, ...due }
}
