import { ok, refuse, type Result } from '../shared/refusal.ts'
import type { OutcomeKey } from '../shared/report-keys.data.ts'
import type { Ledger, Wait } from './ledger.ts'

/** What happened in a case before a step (办理经过), by the kinds of its events. */
export type Past = ReadonlySet<string>

/** What the applicant must have been asked for before an answer says how that ended (条例第30条, 办法第6条). */
const waited: Readonly<Partial<Record<OutcomeKey, Wait['for']>>> = {
  'unable.stillUnclear': 'correction',
  'other.overdueCorrection': 'correction',
  'other.overdueFee': 'fee',
}

/** Whether an answer rests on the reasons that the applicant was asked for (条例第35条). */
export function restsOnReasons(outcome: OutcomeKey): boolean {
  return outcome === 'notProcessed.excessive'
}

/**
 * What must have gone before an answer (答复的前提): its letter states a correction, a fee notice or reasons
 * asked for, and must not state what never was.
 */
export function checkPremise(outcome: OutcomeKey, ledger: Ledger, past: Past): Result<null> {
  const asked = waited[outcome]
  if (asked !== undefined && !ledger.some((one) => one.kind === 'wait' && one.for === asked)) {
    const why = asked === 'fee' ? 'charge-missing' : 'correction-missing'
    return refuse({ code: 'not-allowed', why })
  }
  return restsOnReasons(outcome) && !past.has('application.reasons-asked')
    ? refuse({ code: 'not-allowed', why: 'reasons-missing' })
    : ok(null)
}

/** Whether a reply may be put off (条例第35条): only for reasons that the applicant gave. */
export function checkReasonsGiven(past: Past): Result<null> {
  return past.has('application.explained')
    ? ok(null)
    : refuse({ code: 'not-allowed', why: 'reasons-missing' })
}
