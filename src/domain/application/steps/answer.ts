import type { Fact } from '../../shared/journal.ts'
import { ok, refuse, refuseField, type Result } from '../../shared/refusal.ts'
import { checkDay } from '../../shared/validate/day.ts'
import type { OutcomeKey } from '../../shared/report-keys.data.ts'
import type { LocalDate } from '../../time/local-date.ts'
import { type Case, caseClock, handledSince } from '../case.ts'
import { change, type Change, type Moment } from '../change.ts'
import { silentUnits } from '../co-unit.ts'
import { consultationEnd } from '../deadline-clock.ts'
import type { Variant } from '../instrument/answers.data.ts'
import { answerOf, checkFacts, type Facts, parseFacts } from '../instrument/facts.ts'
import type { InstrumentOrder } from '../instrument/order.ts'
import { exclusions, openExclusions } from '../ledger.ts'
import { checkPremise } from '../premise.ts'
import { checkDisclosing, checkRelease, disclosing, passFiles, type Release } from '../release.ts'
import { routesFor } from '../service-route.ts'
import type { StepInput } from '../step-input.ts'

/** Draws up the reply (拟答复): its result and text go to the check. */
export function draft(subject: Case, input: StepInput<'draft'>, moment: Moment): Result<Change> {
  const { outcome, text, publicInterest } = input
  const answered = checkAnswer(subject, input, moment)
  if (!answered.ok) return answered
  const facts = answered.value
  return ok(
    change(subject, moment, {
      facts: [{ kind: 'application.drafted', data: { outcome } }],
      patch: {
        state: 'checking',
        draft: {
          outcome,
          ...(facts.variant === undefined ? {} : { variant: facts.variant }),
          by: moment.staff ?? '',
          publicInterest: publicInterest !== undefined,
          checkedBy: null,
          signedBy: null,
          signedOn: null,
        },
      },
      reply: { text, facts: { ...facts, publicInterest } },
      ...(publicInterest === undefined
        ? {}
        : { note: { audience: 'desk', fields: { publicInterest } } }),
    }),
  )
}

/**
 * Passes legality and secrecy check (审核, 条例第17条): by somebody who neither drew up the reply nor put
 * in its files. What was found in the files stops it, unless this person says why it may go out.
 */
export function passCheck(
  subject: Case,
  { opinion, override }: StepInput<'pass-check'>,
  moment: Moment,
): Result<Change> {
  const { draft: drafted } = subject
  if (drafted === null) return refuse({ code: 'stale' })
  const release = releaseOf(moment)
  const own = [drafted.by, ...release.files.map(({ addedBy }) => addedBy)]
  if (own.includes(moment.staff)) return refuse({ code: 'same-person' })
  const passed = passFiles(release, override)
  if (!passed.ok) return passed
  const isOverridden = passed.value.filesOverridden === true
  const words = { opinion, override: isOverridden ? override : undefined }
  const fields = Object.fromEntries(
    Object.entries(words).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])),
  )
  return ok(
    change(subject, moment, {
      facts: [{ kind: 'application.checked', data: isOverridden ? { overridden: true } : {} }],
      patch: {
        state: 'signing',
        draft: { ...drafted, checkedBy: moment.staff, ...passed.value },
      },
      ...(Object.keys(fields).length === 0 ? {} : { note: { audience: 'desk', fields } }),
    }),
  )
}

/** Sends a reply back to be drawn up again (退回修改); what was signed is void. */
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
      ...(subject.state === 'signed' ? { voids: subject.version } : {}),
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

/** Signs the checked reply (签发): its instrument gets its number. */
export function sign(subject: Case, _: StepInput<'sign'>, moment: Moment): Result<Change> {
  const { draft: drafted } = subject
  if (drafted === null) return refuse({ code: 'stale' })
  const free = checkRelease(releaseOf(moment), drafted)
  if (!free.ok) return free
  const signedOn = moment.today
  return ok(
    change(subject, moment, {
      facts: [{ kind: 'application.signed', data: { on: signedOn } }],
      patch: { state: 'signed', draft: { ...drafted, signedBy: moment.staff, signedOn } },
      instruments: lettersOf(subject, drafted, signedOn),
    }),
  )
}

/**
 * Serves the signed reply (送达, 国办公开办函〔2016〕235号): handed over counts on the day it is signed
 * for, by post on the posting day, by e-mail or online only where the applicant chose that way; the
 * case is decided on that day.
 */
export function serve(
  subject: Case,
  { route, servedOn, proof }: StepInput<'serve'>,
  moment: Moment,
): Result<Change> {
  const { draft: drafted } = subject
  if (drafted === null) return refuse({ code: 'stale' })
  const allowed = routesFor(moment.wantedRoute ?? null)
  if (!allowed.includes(route)) return refuseField('/route', { problem: 'not-listed', allowed })
  const free = checkRelease(releaseOf(moment), drafted)
  if (!free.ok) return free
  const since = { on: drafted.signedOn, other: '/signedOn' }
  const on = checkDay('/servedOn', servedOn ?? moment.today, moment, since)
  if (!on.ok) return on
  const decided = decide(subject, drafted.outcome, on.value, route, moment)
  return ok(
    proof === undefined ? decided : { ...decided, note: { audience: 'desk', fields: { proof } } },
  )
}

/** Answers on the spot (当场答复, 条例第33条第1款): the one who answers has the power to sign. */
export function reply(subject: Case, input: StepInput<'reply'>, moment: Moment): Result<Change> {
  const { outcome, text, repliedOn, publicInterest } = input
  const on = checkDay('/repliedOn', repliedOn ?? moment.today, moment, handledSince(subject))
  if (!on.ok) return on
  // What the answer rests on is what stood on the day that it bears.
  const answered = checkAnswer(subject, input, { ...moment, today: on.value })
  if (!answered.ok) return answered
  // Nobody else sees this reply before it goes out: nobody could answer for what was found.
  const passed = passFiles(releaseOf(moment), undefined)
  if (!passed.ok) return passed
  const facts = answered.value
  const isInPublicInterest = publicInterest !== undefined
  return ok({
    ...decide(subject, outcome, on.value, null, moment),
    reply: { text, facts: { ...facts, publicInterest } },
    instruments: lettersOf(
      subject,
      { outcome, variant: facts.variant, publicInterest: isInPublicInterest },
      on.value,
    ),
  })
}

/** The letters that go out with a reply (答复书), to a third party too where it is overridden (条例第32条). */
function lettersOf(
  { ledger }: Case,
  answer: { outcome: OutcomeKey; variant?: Variant | undefined; publicInterest: boolean },
  on: LocalDate,
): InstrumentOrder[] {
  const { outcome, variant, publicInterest } = answer
  const row = answerOf(outcome, variant)
  if (row === null) throw new Error(`no answer for ${outcome}`)
  const overridden = exclusions(ledger).filter(
    ({ party, opinion }) =>
      publicInterest && disclosing.has(outcome) && party === 'third-party' && opinion === 'refuse',
  )
  return [
    { kind: row.kind, on, values: {}, outcome },
    ...overridden.map(({ seq }): InstrumentOrder => ({
      kind: 'rights-holder',
      on,
      values: {},
      noteOf: seq,
    })),
  ]
}

function decide(
  subject: Case,
  outcome: OutcomeKey,
  decidedOn: LocalDate,
  route: string | null,
  moment: Moment,
): Change {
  // In time or not is what the clock says on the day itself; the calendar may be made anew later.
  const clock = caseClock({ ...subject, decidedOn }, decidedOn, moment.calendar)
  const data = {
    class: subject.applicantClass,
    outcome,
    decidedOn,
    ...(clock === null ? {} : { timely: decidedOn <= clock.dueOn }),
  }
  const fact: Fact = {
    kind: 'application.replied',
    data: route === null ? data : { ...data, route },
  }
  return change(subject, moment, {
    facts: [fact],
    patch: { state: 'replied', decidedOn, outcome, waitsUntil: null },
  })
}

/** An answer needs the facts of its letter, and nobody may still have to be heard. */
function checkAnswer(
  subject: Case,
  input: StepInput<'draft'> | StepInput<'reply'>,
  moment: Moment,
): Result<Facts> {
  const { outcome, publicInterest } = input
  const facts = parseFacts(input)
  const lacking = checkFacts(outcome, facts, moment.today)
  if (lacking.length > 0) return refuse({ code: 'invalid', errors: lacking })
  const premise = checkPremise(outcome, subject.ledger, moment.past ?? new Set())
  if (!premise.ok) return premise
  if (silentUnits(subject.coUnits).length > 0) {
    return refuse({ code: 'not-allowed', why: 'co-unit-open' })
  }
  const allowed = checkDisclosing(releaseOf(moment), outcome)
  if (!allowed.ok) return allowed
  const heard = checkConsultations(subject, outcome, publicInterest !== undefined, moment)
  return heard.ok ? ok(facts) : heard
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
    (consultation) => today <= consultationEnd(consultation, calendar),
  )
  if (running) return refuse({ code: 'not-allowed', why: 'opinion-open' })
  const isRefused = exclusions(ledger).some(
    ({ party, opinion }) => party === 'third-party' && opinion === 'refuse',
  )
  return isRefused && !isInPublicInterest
    ? refuseField('/publicInterest', { problem: 'required' })
    : ok(null)
}

/** The files of the reply; a step that was not told of them is a bug. */
function releaseOf({ release }: Moment): Release {
  if (release === undefined) throw new Error('the files of the reply were not read')
  return release
}
