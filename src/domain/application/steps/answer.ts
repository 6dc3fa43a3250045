import type { Fact } from '../../shared/journal.ts'
import { ok, refuse, refuseField, type Result } from '../../shared/refusal.ts'
import type { OutcomeKey } from '../../shared/report-keys.data.ts'
import type { LocalDate } from '../../time/local-date.ts'
import { addWorkingDays } from '../../time/working-days.ts'
import type { Case } from '../case.ts'
import { change, type Change, checkDay, type Moment } from '../change.ts'
import { exclusions, openExclusions } from '../ledger.ts'
import type { StepInput } from '../step-input.ts'

/** Results by which information leaves the agency (予以公开、部分公开). */
const disclosing: ReadonlySet<OutcomeKey> = new Set(['granted', 'partialGrant'])

/** Working days that a consulted party has (条例第32条、第34条). */
const opinionDays = 15

/** Draws up the reply (拟答复): its result and text go to the check. */
export function draft(
  subject: Case,
  { outcome, text, publicInterest }: StepInput<'draft'>,
  moment: Moment,
): Result<Change> {
  const open = checkConsultations(subject, outcome, publicInterest !== undefined, moment)
  if (!open.ok) return open
  return ok(
    change(subject, moment, {
      facts: [{ kind: 'application.drafted', data: { outcome } }],
      patch: {
        state: 'checking',
        draft: {
          outcome,
          by: moment.staff ?? '',
          publicInterest: publicInterest !== undefined,
          checkedBy: null,
          signedBy: null,
          signedOn: null,
        },
      },
      reply: text,
      ...(publicInterest === undefined
        ? {}
        : { note: { audience: 'desk', fields: { publicInterest } } }),
    }),
  )
}

/** Passes legality and secrecy check (审核, 条例第17条): by somebody who did not draw up the reply. */
export function passCheck(
  subject: Case,
  { opinion }: StepInput<'pass-check'>,
  moment: Moment,
): Result<Change> {
  const { draft: drafted } = subject
  if (drafted === null) return refuse({ code: 'stale' })
  if (drafted.by === moment.staff) return refuse({ code: 'same-person' })
  return ok(
    change(subject, moment, {
      facts: [{ kind: 'application.checked', data: {} }],
      patch: { state: 'signing', draft: { ...drafted, checkedBy: moment.staff } },
      ...(opinion === undefined ? {} : { note: { audience: 'desk', fields: { opinion } } }),
    }),
  )
}

/** Sends a reply back to be drawn up again (退回修改). */
export function sendBack(
  subject: Case,
  { why }: StepInput<'send-back'>,
  moment: Moment,
): Result<Change> {
  return ok(
    change(subject, moment, {
      facts: [{ kind: 'application.sent-back', data: { from: subject.state } }],
      patch: { state: 'accepted', draft: null },
      note: { audience: 'desk', fields: { why } },
    }),
  )
}

/** Takes a reply back before it is checked (撤回修改). */
export function takeBack(subject: Case, _: StepInput<'take-back'>, moment: Moment): Result<Change> {
  return ok(
    change(subject, moment, {
      facts: [{ kind: 'application.taken-back', data: {} }],
      patch: { state: 'accepted', draft: null },
    }),
  )
}

/** Signs the checked reply (签发). */
export function sign(subject: Case, _: StepInput<'sign'>, moment: Moment): Result<Change> {
  const { draft: drafted } = subject
  if (drafted === null) return refuse({ code: 'stale' })
  const signedOn = moment.today
  return ok(
    change(subject, moment, {
      facts: [{ kind: 'application.signed', data: { on: signedOn } }],
      patch: { state: 'signed', draft: { ...drafted, signedBy: moment.staff, signedOn } },
    }),
  )
}

/**
 * Serves the signed reply (送达, 国办公开办函〔2016〕235号): handed over counts on the day it is signed
 * for, by post on the posting day; the case is decided on that day.
 */
export function serve(
  subject: Case,
  { route, servedOn, proof }: StepInput<'serve'>,
  moment: Moment,
): Result<Change> {
  const { draft: drafted } = subject
  if (drafted === null) return refuse({ code: 'stale' })
  const since = { on: drafted.signedOn, other: '/signedOn' }
  const on = checkDay('/servedOn', servedOn ?? moment.today, moment, since)
  if (!on.ok) return on
  const decided = decide(subject, drafted.outcome, on.value, route, moment)
  return ok(
    proof === undefined ? decided : { ...decided, note: { audience: 'desk', fields: { proof } } },
  )
}

/** Answers on the spot (当场答复, 条例第33条第1款): the one who answers has the power to sign. */
export function reply(
  subject: Case,
  { outcome, text, repliedOn, publicInterest }: StepInput<'reply'>,
  moment: Moment,
): Result<Change> {
  const since = { on: subject.receivedOn, other: '/receivedOn' }
  const on = checkDay('/repliedOn', repliedOn ?? moment.today, moment, since)
  if (!on.ok) return on
  const open = checkConsultations(subject, outcome, publicInterest !== undefined, moment)
  if (!open.ok) return open
  return ok({ ...decide(subject, outcome, on.value, null, moment), reply: text })
}

function decide(
  subject: Case,
  outcome: OutcomeKey,
  decidedOn: LocalDate,
  route: string | null,
  moment: Moment,
): Change {
  const data = { class: subject.applicantClass, outcome, decidedOn }
  const fact: Fact = {
    kind: 'application.replied',
    data: route === null ? data : { ...data, route },
  }
  return change(subject, moment, {
    facts: [fact],
    patch: { state: 'replied', decidedOn, outcome, waitsUntil: null },
  })
}

/**
 * A disclosure waits for every consulted party's answer or the end of its time; against a third
 * party's refusal it needs the public interest (条例第32条). Silence is neither yes nor no.
 */
function checkConsultations(
  { ledger }: Case,
  outcome: OutcomeKey,
  isInPublicInterest: boolean,
  { today, calendar }: Moment,
): Result<null> {
  if (!disclosing.has(outcome)) return ok(null)
  const running = openExclusions(ledger).some(
    ({ sentOn, servedOn }) => today <= addWorkingDays(calendar, servedOn ?? sentOn, opinionDays).on,
  )
  if (running) return refuse({ code: 'not-allowed', why: 'opinion-open' })
  const isRefused = exclusions(ledger).some(
    ({ party, opinion }) => party === 'third-party' && opinion === 'refuse',
  )
  return isRefused && !isInPublicInterest
    ? refuseField('/publicInterest', { problem: 'required' })
    : ok(null)
}
