import { ok, refuse, type Result } from '../../shared/refusal.ts'
import { checkDay } from '../../shared/validate/day.ts'
import { formatChineseDate, localDate } from '../../time/local-date.ts'
import { caseClock, type Case } from '../case.ts'
import { change, type Change, entered, type Moment } from '../change.ts'
import { countDeadline } from '../deadline.ts'
import { computeFee, type FeeRequest, type FeeStep } from '../fee.ts'
import type { StepInput } from '../step-input.ts'

/**
 * Charges the information-processing fee (收费, 办法第4—6条): within the reply period, by one method,
 * with twenty working days to pay; no clock runs until it is paid.
 */
export function charge(subject: Case, input: StepInput<'charge'>, moment: Moment): Result<Change> {
  if (subject.ledger.some((one) => one.kind === 'wait' && one.for === 'fee')) {
    return refuse({ code: 'not-allowed', why: 'charged-before' })
  }
  const since = { on: subject.receivedOn, other: '/receivedOn' }
  const on = checkDay('/noticeOn', input.noticeOn ?? moment.today, moment, since)
  if (!on.ok) return on
  const clock = caseClock(subject, on.value, moment.calendar)
  if (clock === null || on.value > clock.dueOn) {
    return refuse({ code: 'not-allowed', why: 'fee-late' })
  }
  const request = requestOf(input, moment)
  const { yuan, steps } = computeFee(request)
  if (yuan === 0) return refuse({ code: 'not-allowed', why: 'fee-none' })
  const period = countDeadline({ clock: 'fee-payment', startOn: on.value }, moment.calendar)
  if (!period.ok) return period
  const until = localDate(period.value.dueOn)
  return ok(
    change(subject, moment, {
      facts: [{ kind: 'application.charged', data: { on: on.value, until, yuan, request } }],
      patch: {
        state: 'fee-due',
        waitsUntil: until,
        waitsFrom: on.value,
        waitsDays: period.value.of,
      },
      ledger: entered(subject, (seq) => ({ kind: 'wait', for: 'fee', on: on.value, until, seq })),
      instruments: [
        {
          kind: 'fee',
          on: on.value,
          values: {
            ...feeWords(input.method, steps),
            yuan: String(yuan),
            until: formatChineseDate(until),
          },
        },
      ],
    }),
  )
}

/** Notes the payment (登记缴费, 办法第6条): the reply clock starts anew the day after. */
export function recordPayment(
  subject: Case,
  { paidOn }: StepInput<'record-payment'>,
  moment: Moment,
): Result<Change> {
  const asked = subject.ledger.findLast((one) => one.kind === 'wait')
  const since = { on: asked?.on ?? null, other: '/noticeOn' }
  const on = checkDay('/paidOn', paidOn ?? moment.today, moment, since)
  if (!on.ok) return on
  return ok(
    change(subject, moment, {
      facts: [{ kind: 'application.paid', data: { on: on.value } }],
      patch: { state: 'accepted', waitsUntil: null },
      ledger: entered(subject, (seq) => ({ kind: 'restart', why: 'paid', on: on.value, seq })),
    }),
  )
}

// The count of the records stands where the officer states none (办法第4条: per applicant and calendar month).
function requestOf(
  { method, itemsBefore, items, pages }: StepInput<'charge'>,
  counted: Pick<Moment, 'itemsBefore'>,
): FeeRequest {
  return method === 'per-page'
    ? { method, pages: pages ?? 0 }
    : { method, itemsBefore: itemsBefore ?? counted.itemsBefore ?? 0, items: items ?? 1 }
}

/** The calculation as the notice shows it (收费计算过程). */
function feeWords(
  method: FeeRequest['method'],
  steps: readonly FeeStep[],
): { method: string; steps: string } {
  const unit = method === 'per-item' ? '件' : '页'
  const lines = steps.map(({ from, to, count, unitYuan, yuan }) => {
    const each = unitYuan === 0 ? '不收费' : `每${unit}${unitYuan}元，计${yuan}元`
    return `第${from}至${to}${unit}（${count}${unit}）${each}`
  })
  return {
    method: method === 'per-item' ? '按件计收' : '按量计收',
    steps: lines.join('；'),
  }
}
