import type { Fact } from '../../shared/journal.ts'
import { ok, refuse, type Result } from '../../shared/refusal.ts'
import { checkDay } from '../../shared/validate/day.ts'
import { formatChineseDate, localDate } from '../../time/local-date.ts'
import { addWorkingDays } from '../../time/working-days.ts'
import type { Case } from '../case.ts'
import { change, type Change, entered, type Moment } from '../change.ts'
import { computeDeadline } from '../deadline.ts'
import type { StepInput } from '../step-input.ts'

/** Accepts an application for handling (受理, 条例第45条). */
export function accept(subject: Case, _: StepInput<'accept'>, moment: Moment): Result<Change> {
  const fact: Fact = { kind: 'application.accepted', data: {} }
  const patch = { state: 'accepted', waitsUntil: null } as const
  return ok(change(subject, moment, { facts: [fact], patch }))
}

/**
 * Asks once for what is unclear (补正告知, 条例第30条): within seven working days of receipt, with what
 * to add and a reasonable period; no clock runs until the corrected application comes.
 */
export function requestCorrection(
  subject: Case,
  { unclear, guidance, days, noticeOn }: StepInput<'request-correction'>,
  moment: Moment,
): Result<Change> {
  const { receivedOn, channel, ledger } = subject
  if (ledger.some((one) => one.kind === 'wait' && one.for === 'correction')) {
    return refuse({ code: 'not-allowed', why: 'corrected-before' })
  }
  const since = { on: receivedOn, other: '/receivedOn' }
  const on = checkDay('/noticeOn', noticeOn ?? moment.today, moment, since)
  if (!on.ok || receivedOn === null) return on.ok ? refuse({ code: 'stale' }) : on
  const last = computeDeadline({ clock: 'correction-notice', channel, receivedOn }, moment.calendar)
  if (last.ok && on.value > last.value.dueOn) {
    return refuse({ code: 'not-allowed', why: 'correction-late' })
  }
  const period = computeDeadline(
    { clock: 'correction-period', startOn: on.value, days },
    moment.calendar,
  )
  if (!period.ok) return period
  const until = localDate(period.value.dueOn)
  return ok(
    change(subject, moment, {
      facts: [{ kind: 'application.correction-requested', data: { on: on.value, until } }],
      patch: { state: 'correcting', waitsUntil: until, waitsFrom: on.value, waitsDays: days },
      ledger: entered(subject, (seq) => ({
        kind: 'wait',
        for: 'correction',
        on: on.value,
        until,
        seq,
      })),
      note: { audience: 'applicant', fields: { unclear, guidance } },
      instruments: [
        {
          kind: 'correction',
          on: on.value,
          values: { unclear, guidance, until: formatChineseDate(until) },
        },
      ],
    }),
  )
}

/** Takes the corrected application (补正, 条例第30条): the reply clock starts anew. */
export function correct(
  subject: Case,
  { text, correctedOn }: StepInput<'correct'>,
  moment: Moment,
): Result<Change> {
  const asked = subject.ledger.findLast((one) => one.kind === 'wait')
  const since = { on: asked?.on ?? subject.receivedOn, other: '/noticeOn' }
  const on = checkDay('/correctedOn', correctedOn ?? moment.today, moment, since)
  if (!on.ok) return on
  return ok(
    change(subject, moment, {
      facts: [{ kind: 'application.corrected', data: { on: on.value } }],
      patch: { state: 'received', waitsUntil: null },
      ledger: entered(subject, (seq) => ({
        kind: 'restart',
        why: 'corrected',
        on: on.value,
        seq,
      })),
      note: { audience: 'applicant', fields: { text } },
    }),
  )
}

/** Asks one who applies excessively often for the reasons (要求说明理由, 条例第35条); the clock runs on. */
export function askReasons(
  subject: Case,
  { why, days, askedOn }: StepInput<'ask-reasons'>,
  moment: Moment,
): Result<Change> {
  const since = { on: subject.receivedOn, other: '/receivedOn' }
  const on = checkDay('/askedOn', askedOn ?? moment.today, moment, since)
  if (!on.ok) return on
  const until = addWorkingDays(moment.calendar, on.value, days).on
  return ok(
    change(subject, moment, {
      facts: [{ kind: 'application.reasons-asked', data: { on: on.value, until } }],
      patch: { state: 'explaining', waitsUntil: until, waitsFrom: on.value, waitsDays: days },
      note: { audience: 'applicant', fields: { why } },
      instruments: [
        { kind: 'reasons', on: on.value, values: { why, until: formatChineseDate(until) } },
      ],
    }),
  )
}

/** Takes the applicant's reasons (说明理由, 条例第35条). */
export function explain(
  subject: Case,
  { text, explainedOn }: StepInput<'explain'>,
  moment: Moment,
): Result<Change> {
  const since = { on: subject.receivedOn, other: '/receivedOn' }
  const on = checkDay('/explainedOn', explainedOn ?? moment.today, moment, since)
  if (!on.ok) return on
  return ok(
    change(subject, moment, {
      facts: [{ kind: 'application.explained', data: { on: on.value } }],
      patch: { state: 'received', waitsUntil: null },
      note: { audience: 'applicant', fields: { text } },
    }),
  )
}
