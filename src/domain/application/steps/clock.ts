import { ok, type Refusal, refuse, refuseField, type Result } from '../../shared/refusal.ts'
import { caseClock, type Case } from '../case.ts'
import { change, type Change, checkDay, entered, type Moment } from '../change.ts'
import { countDeadline } from '../deadline.ts'
import { historyOf, type LedgerEntry } from '../ledger.ts'
import type { StepInput } from '../step-input.ts'

/**
 * Extends the reply period once (延期, 条例第33条第2款): approved by the head and told to the applicant
 * before the first due day; refused with the days that the law of the receipt day allows.
 */
export function extend(
  subject: Case,
  { days, reason, toldOn }: StepInput<'extend'>,
  moment: Moment,
): Result<Change> {
  const { ledger, channel } = subject
  if (ledger.some(({ kind }) => kind === 'extend')) {
    return refuse({ code: 'not-allowed', why: 'extended-before' })
  }
  const since = { on: subject.receivedOn, other: '/receivedOn' }
  const on = checkDay('/toldOn', toldOn ?? moment.today, moment, since)
  if (!on.ok) return on
  const clock = caseClock(subject, on.value, moment.calendar)
  const history = historyOf(ledger)
  if (clock === null || history === null || on.value > clock.dueOn) {
    return refuse({ code: 'not-allowed', why: 'extension-late' })
  }
  const { receivedOn } = history
  const asked = { clock: 'reply', channel, receivedOn, extensionDays: days } as const
  const allowed = countDeadline(asked, moment.calendar)
  if (!allowed.ok) return allowedDays(allowed.refusal)
  return ok(
    change(subject, moment, {
      facts: [{ kind: 'application.extended', data: { on: on.value, days } }],
      patch: { state: subject.state },
      ledger: entered(subject, (seq) => ({ kind: 'extend', on: on.value, days, seq })),
      note: { audience: 'applicant', fields: { reason } },
    }),
  )
}

/** Puts the reply off to a later day told to the applicant (另定答复日期, 条例第35条). */
export function defer(
  subject: Case,
  { until, reason }: StepInput<'defer'>,
  moment: Moment,
): Result<Change> {
  const on = moment.today
  if (until <= on) return refuseField('/until', { problem: 'not-ahead' })
  return ok(
    change(subject, moment, {
      facts: [{ kind: 'application.deferred', data: { on, until } }],
      patch: { state: subject.state },
      ledger: entered(subject, (seq) => ({ kind: 'defer', on, until, seq })),
      note: { audience: 'applicant', fields: { reason } },
    }),
  )
}

/** Consults a third party, a co-making or another agency (征求意见, 条例第32条、第34条); the clock leaves its days out. */
export function consult(
  subject: Case,
  { party, name, what, sentOn, servedOn }: StepInput<'consult'>,
  moment: Moment,
): Result<Change> {
  const since = { on: historyOf(subject.ledger)?.receivedOn ?? null, other: '/receivedOn' }
  const sent = checkDay('/sentOn', sentOn ?? moment.today, moment, since)
  if (!sent.ok) return sent
  const served =
    servedOn === undefined
      ? ok(undefined)
      : checkDay('/servedOn', servedOn, moment, { on: sent.value, other: '/sentOn' })
  if (!served.ok) return served
  const n = 1 + subject.ledger.filter(({ kind }) => kind === 'exclude').length
  return ok(
    change(subject, moment, {
      facts: [{ kind: 'application.consulted', data: { n, party, on: sent.value } }],
      patch: { state: subject.state },
      ledger: entered(subject, (seq) => ({
        kind: 'exclude',
        n,
        party,
        sentOn: sent.value,
        ...(served.value === undefined ? {} : { servedOn: served.value }),
        seq,
      })),
      note: { audience: 'desk', fields: { name, what } },
    }),
  )
}

/** Notes the day on which the consulted one received the letter (登记送达): its fifteen days run from then. */
export function recordService(
  subject: Case,
  { consultation, servedOn }: StepInput<'record-service'>,
  moment: Moment,
): Result<Change> {
  const found = consultationOf(subject, consultation)
  if (found === null) return refuseField('/consultation', { problem: 'not-listed', allowed: [] })
  const on = checkDay('/servedOn', servedOn, moment, { on: found.sentOn, other: '/sentOn' })
  if (!on.ok) return on
  const { n } = found
  return ok(
    change(subject, moment, {
      facts: [{ kind: 'application.consultation-served', data: { n, on: on.value } }],
      patch: { state: subject.state },
      ledger: () => replace(subject, { ...found, servedOn: on.value }),
    }),
  )
}

/** Notes the opinion that came back (登记意见, 条例第32条、第34条): the days left out end with it. */
export function recordOpinion(
  subject: Case,
  { consultation, opinion, reasons, returnedOn }: StepInput<'record-opinion'>,
  moment: Moment,
): Result<Change> {
  const found = consultationOf(subject, consultation)
  if (found === null) return refuseField('/consultation', { problem: 'not-listed', allowed: [] })
  const since = { on: found.servedOn ?? found.sentOn, other: '/sentOn' }
  const on = checkDay('/returnedOn', returnedOn ?? moment.today, moment, since)
  if (!on.ok) return on
  if (opinion === 'refuse' && found.party === 'third-party' && reasons === undefined) {
    return refuseField('/reasons', { problem: 'required' })
  }
  const { n } = found
  return ok(
    change(subject, moment, {
      facts: [{ kind: 'application.consultation-answered', data: { n, opinion, on: on.value } }],
      patch: { state: subject.state },
      ledger: () => replace(subject, { ...found, opinion, returnedOn: on.value }),
      ...(reasons === undefined ? {} : { note: { audience: 'desk', fields: { reasons } } }),
    }),
  )
}

type Exclusion = Extract<LedgerEntry, { kind: 'exclude' }>

/** The consultation with a number that has no opinion yet. */
function consultationOf({ ledger }: Case, n: number): Exclusion | null {
  const found = ledger.find((one) => one.kind === 'exclude' && one.n === n)
  return found?.kind === 'exclude' && found.returnedOn === undefined ? found : null
}

function replace({ ledger }: Case, changed: Exclusion): LedgerEntry[] {
  return ledger.map((one) => (one.kind === 'exclude' && one.n === changed.n ? changed : one))
}

// The calculator names its own field; the step's is called `days`.
function allowedDays(refusal: Refusal): Result<never> {
  if (refusal.code !== 'invalid') return refuse(refusal)
  const errors = refusal.errors.map((error) =>
    error.pointer === '/extensionDays' ? { ...error, pointer: '/days' } : error,
  )
  return refuse({ code: 'invalid', errors })
}
