import type { Fact } from '../../shared/journal.ts'
import { ok, refuse, type Result } from '../../shared/refusal.ts'
import { checkDay } from '../../shared/validate/day.ts'
import type { Case } from '../case.ts'
import { change, type Change, entered, type Moment } from '../change.ts'
import { conversionOf } from '../ledger.ts'
import type { StepInput } from '../step-input.ts'

/**
 * Tells the applicant that this is no application for information (不属于政府信息公开申请, 条例第39条第1款)
 * but a consultation, complaint, report or petition, and where that goes. It no longer counts as
 * received; number, receipt day and ledger stay.
 */
export function convert(
  subject: Case,
  { kind, pointedTo, convertedOn }: StepInput<'convert'>,
  moment: Moment,
): Result<Change> {
  const { receivedOn, applicantClass, channel } = subject
  if (receivedOn === null) return refuse({ code: 'stale' })
  const since = { on: receivedOn, other: '/receivedOn' }
  const on = checkDay('/convertedOn', convertedOn ?? moment.today, moment, since)
  if (!on.ok) return on
  const fact: Fact = {
    kind: 'application.converted',
    data: { class: applicantClass, receivedOn, to: kind, on: on.value, channel },
  }
  return ok(
    change(subject, moment, {
      facts: [fact],
      patch: { state: 'converted', decidedOn: on.value, endedOn: on.value, waitsUntil: null },
      ledger: entered(subject, (seq) => ({ kind: 'convert', to: kind, on: on.value, seq })),
      note: { audience: 'applicant', fields: { pointedTo } },
    }),
  )
}

/**
 * Takes a converted case back as an application (恢复为政府信息公开申请): its number and receipt day are
 * the old ones and its clock stands as if it had never left.
 */
export function reopenAsApplication(
  subject: Case,
  { why }: StepInput<'reopen-as-application'>,
  moment: Moment,
): Result<Change> {
  const { receivedOn, applicantClass, channel, ledger } = subject
  const left = conversionOf(ledger)
  if (receivedOn === null || left === null) return refuse({ code: 'stale' })
  const on = moment.today
  const fact: Fact = {
    kind: 'application.reopened',
    data: { class: applicantClass, receivedOn, to: left.to, convertedOn: left.on, on, channel },
  }
  return ok(
    change({ ...subject, decidedOn: null }, moment, {
      facts: [fact],
      patch: { state: 'received', decidedOn: null, endedOn: null },
      ledger: entered(subject, (seq) => ({ kind: 'reopen', on, seq })),
      note: { audience: 'desk', fields: { why } },
    }),
  )
}
