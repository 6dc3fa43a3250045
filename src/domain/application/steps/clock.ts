import type { Fact } from '../../shared/journal.ts'
import { ok, type Refusal, refuse, refuseField, type Result } from '../../shared/refusal.ts'
import { checkDay } from '../../shared/validate/day.ts'
import { formatChineseDate, localDate, type LocalDate } from '../../time/local-date.ts'
import { caseClock, type Case, dueFields, handledSince } from '../case.ts'
import { change, type Change, entered, type Moment } from '../change.ts'
import { countDeadline } from '../deadline.ts'
import { consultationEnd } from '../deadline-clock.ts'
import type { InstrumentOrder } from '../instrument/order.ts'
import { rulePackOf } from '../instrument/rule-pack.ts'
import { historyOf, type Ledger, type LedgerEntry, redoOf, sinceRedo } from '../ledger.ts'
import { checkReasonsGiven } from '../premise.ts'
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
  if (sinceRedo(ledger).some(({ kind }) => kind === 'extend')) {
    return refuse({ code: 'not-allowed', why: 'extended-before' })
  }
  if (isOrdered(ledger)) return refuse({ code: 'not-allowed', why: 'period-ordered' })
  const on = checkDay('/toldOn', toldOn ?? moment.today, moment, handledSince(subject))
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
  const longer = (seq: number): LedgerEntry => ({ kind: 'extend', on: on.value, days, seq })
  const extended = { ...subject, ledger: entered(subject, longer)(subject.version + 1) }
  const dueAfter = dueFields(extended, moment.today, moment.calendar).dueOn
  return ok(
    change(subject, moment, {
      facts: [{ kind: 'application.extended', data: { on: on.value, days } }],
      patch: { state: subject.state },
      ledger: entered(subject, longer),
      note: { audience: 'applicant', fields: { reason } },
      instruments: [
        {
          kind: 'extension',
          on: on.value,
          values: {
            reason,
            days: String(days),
            dueBefore: formatChineseDate(localDate(clock.dueOn)),
            dueAfter: dueAfter === null ? '' : formatChineseDate(dueAfter),
          },
        },
      ],
    }),
  )
}

/** Puts the reply off to a later day told to the applicant, who gave reasons (另定答复日期, 条例第35条). */
export function defer(
  subject: Case,
  { until, reason }: StepInput<'defer'>,
  moment: Moment,
): Result<Change> {
  const on = moment.today
  const given = checkReasonsGiven(moment.past ?? new Set())
  if (!given.ok) return given
  if (until <= on) return refuseField('/until', { problem: 'not-ahead' })
  if (isOrdered(subject.ledger)) return refuse({ code: 'not-allowed', why: 'period-ordered' })
  return ok(
    change(subject, moment, {
      facts: [{ kind: 'application.deferred', data: { on, until } }],
      patch: { state: subject.state },
      ledger: entered(subject, (seq) => ({ kind: 'defer', on, until, seq })),
      note: { audience: 'applicant', fields: { reason } },
      instruments: [{ kind: 'deferral', on, values: { reason, until: formatChineseDate(until) } }],
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
      instruments: [letterTo(subject, party, sent.value, { name, what })],
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

/**
 * Notes the opinion that came back (登记意见, 条例第32条、第34条): the days left out end with it, or with the
 * fifteen days from service; one that comes later than fifteen days after the sending needs that day.
 */
export function recordOpinion(
  subject: Case,
  { consultation, opinion, reasons, servedOn, returnedOn }: StepInput<'record-opinion'>,
  moment: Moment,
): Result<Change> {
  const asked = consultationOf(subject, consultation)
  if (asked === null) return refuseField('/consultation', { problem: 'not-listed', allowed: [] })
  const served = serviceOf(asked, servedOn, moment)
  if (!served.ok) return served
  const found = served.value
  const since = { on: found.servedOn ?? found.sentOn, other: '/sentOn' }
  const on = checkDay('/returnedOn', returnedOn ?? moment.today, moment, since)
  if (!on.ok) return on
  const lacking = lackingWith(found, { opinion, reasons, on: on.value }, moment)
  if (lacking !== null) return refuseField(lacking, { problem: 'required' })
  const { n } = found
  const service = found.servedOn === asked.servedOn ? [] : servedFacts(found)
  const answer: Fact = {
    kind: 'application.consultation-answered',
    data: { n, opinion, on: on.value },
  }
  return ok(
    change(subject, moment, {
      facts: [...service, answer],
      patch: { state: subject.state },
      ledger: () => replace(subject, { ...found, opinion, returnedOn: on.value }),
      ...(reasons === undefined ? {} : { note: { audience: 'desk', fields: { reasons } } }),
    }),
  )
}

/** What an opinion still needs: the day of service when it is a late one, the reasons of a third party's refusal. */
function lackingWith(
  found: Exclusion,
  said: { opinion: string; reasons: string | undefined; on: LocalDate },
  { calendar }: Moment,
): '/servedOn' | '/reasons' | null {
  if (found.servedOn === undefined && said.on > consultationEnd(found, calendar)) {
    return '/servedOn'
  }
  const isRefusal = said.opinion === 'refuse' && found.party === 'third-party'
  return isRefusal && said.reasons === undefined ? '/reasons' : null
}

function servedFacts({ n, servedOn }: Exclusion): Fact[] {
  return servedOn === undefined
    ? []
    : [{ kind: 'application.consultation-served', data: { n, on: servedOn } }]
}

/** The letter by which somebody is consulted (意见征询书、征求意见函). */
function letterTo(
  { receivedOn }: Case,
  party: StepInput<'consult'>['party'],
  on: LocalDate,
  words: { name: string; what: string },
): InstrumentOrder {
  if (party === 'third-party') return { kind: 'third-party-opinion', on, values: words }
  const isConsent =
    party === 'co-maker' && receivedOn !== null && rulePackOf(receivedOn) === 'law-2019'
  const silence = isConsent
    ? '你单位是共同制作机关，逾期未提出意见的，视为同意公开。'
    : '逾期未函复的，由本机关依照条例的规定决定是否公开。'
  return { kind: 'agency-opinion', on, values: { ...words, silence } }
}

type Exclusion = Extract<LedgerEntry, { kind: 'exclude' }>

/** The consultation with a number that has no opinion yet. */
function consultationOf({ ledger }: Case, n: number): Exclusion | null {
  const found = ledger.find((one) => one.kind === 'exclude' && one.n === n)
  return found?.kind === 'exclude' && found.returnedOn === undefined ? found : null
}

/** A consultation with the day of its service, as noted before or stated now. */
function serviceOf(
  asked: Exclusion,
  servedOn: LocalDate | undefined,
  moment: Moment,
): Result<Exclusion> {
  if (servedOn === undefined || asked.servedOn !== undefined) return ok(asked)
  const on = checkDay('/servedOn', servedOn, moment, { on: asked.sentOn, other: '/sentOn' })
  return on.ok ? ok({ ...asked, servedOn: on.value }) : on
}

function replace({ ledger }: Case, changed: Exclusion): LedgerEntry[] {
  return ledger.map((one) => (one.kind === 'exclude' && one.n === changed.n ? changed : one))
}

/** Whether a reconsideration organ or a court set the last day: the agency cannot move that. */
function isOrdered(ledger: Ledger): boolean {
  return redoOf(ledger)?.until !== undefined
}

// The calculator names its own field; the step's is called `days`.
function allowedDays(refusal: Refusal): Result<never> {
  if (refusal.code !== 'invalid') return refuse(refusal)
  const errors = refusal.errors.map((error) =>
    error.pointer === '/extensionDays' ? { ...error, pointer: '/days' } : error,
  )
  return refuse({ code: 'invalid', errors })
}
