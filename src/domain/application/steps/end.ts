import type { Fact } from '../../shared/journal.ts'
import { ok, refuse, type Result } from '../../shared/refusal.ts'
import { checkDay } from '../../shared/validate/day.ts'
import { formatChineseDate, type LocalDate } from '../../time/local-date.ts'
import { type Case, handledSince } from '../case.ts'
import { change, type Change, type Moment } from '../change.ts'
import type { Values } from '../instrument/compose.ts'
import { openWait, redoOf } from '../ledger.ts'
import type { StepInput } from '../step-input.ts'

/** Closes an answered application (办结, 条例第45条). */
export function close(subject: Case, _: StepInput<'close'>, moment: Moment): Result<Change> {
  const fact: Fact = { kind: 'application.closed', data: {} }
  return ok(
    change(subject, moment, { facts: [fact], patch: { state: 'closed', endedOn: moment.today } }),
  )
}

/** Files a closed application for the archive (归档, 条例第45条). */
export function archive(subject: Case, _: StepInput<'archive'>, moment: Moment): Result<Change> {
  const fact: Fact = { kind: 'application.archived', data: { on: moment.today } }
  return ok(
    change(subject, moment, { facts: [fact], patch: { state: 'archived', endedOn: moment.today } }),
  )
}

/**
 * Takes an application back for its applicant (撤回): it counts as 其他处理. One whose receipt was
 * never confirmed was not received in the sense of 条例第31条, so it counts neither as received nor
 * as a result.
 */
export function withdraw(
  subject: Case,
  { withdrawnOn, note }: StepInput<'withdraw'>,
  moment: Moment,
): Result<Change> {
  const arrived = { on: subject.arrivedOn, other: '/arrivedOn' }
  const since = redoOf(subject.ledger) === null ? arrived : handledSince(subject)
  const on = checkDay('/withdrawnOn', withdrawnOn ?? moment.today, moment, since)
  if (!on.ok) return on
  const { receivedOn, applicantClass } = subject
  const decidedOn = receivedOn !== null && receivedOn > on.value ? receivedOn : on.value
  const outcome = receivedOn === null ? null : 'other.misc'
  const fact: Fact = {
    kind: 'application.withdrawn',
    data: { class: applicantClass, outcome, decidedOn },
  }
  const end = { state: 'withdrawn', decidedOn, endedOn: decidedOn, waitsUntil: null } as const
  return ok(
    change(subject, moment, {
      facts: [fact],
      patch: outcome === null ? end : { ...end, outcome },
      ...(note === undefined ? {} : { note: { audience: 'desk', fields: { note } } }),
      // What was signed and not served goes no more.
      ...(subject.state === 'signed' ? { voids: subject.version } : {}),
    }),
  )
}

/** Treats an application as given up (视为放弃, 条例第30条, 办法第6条) once the period to correct or pay is over. */
export function abandon(subject: Case, _: StepInput<'abandon'>, moment: Moment): Result<Change> {
  const { waitsUntil, applicantClass, state } = subject
  if (waitsUntil === null || moment.today <= waitsUntil) {
    return refuse({ code: 'not-allowed', why: 'not-overdue' })
  }
  const outcome = state === 'fee-due' ? 'other.overdueFee' : 'other.overdueCorrection'
  const decidedOn: LocalDate = moment.today
  return ok(
    change(subject, moment, {
      facts: [
        { kind: 'application.abandoned', data: { class: applicantClass, outcome, decidedOn } },
      ],
      patch: { state: 'abandoned', decidedOn, endedOn: decidedOn, outcome, waitsUntil: null },
      instruments: [
        { kind: 'abandoned', on: decidedOn, values: lapseValues(subject, waitsUntil), outcome },
      ],
    }),
  )
}

/** What the applicant was asked to do and did not (逾期未补正、未缴费), and the article that ends it. */
function lapseValues({ ledger }: Case, until: LocalDate): Values {
  const asked = openWait(ledger)
  const isFee = asked?.for === 'fee'
  return {
    askedOn: asked === null ? '' : formatChineseDate(asked.on),
    until: formatChineseDate(until),
    task: isFee ? '缴纳信息处理费' : '补正',
    lapseLaw: isFee
      ? '《政府信息公开信息处理费管理办法》第六条'
      : '《中华人民共和国政府信息公开条例》第三十条',
  }
}
