import { compareDates, type LocalDate } from '../time/local-date.ts'
import type { DeadlineRequest } from './deadline-input.ts'
import { type Receipt, receiptDay } from './deadline-receipt.ts'
import {
  channelRules,
  correctionLaw,
  feeRestartLaw,
  orderedLaw,
  receiptLawSince,
} from './deadline-rules.data.ts'

type DateField =
  | 'receivedOn'
  | 'confirmedOn'
  | 'startOn'
  | 'correctionNoticeOn'
  | 'correctedOn'
  | 'paidOn'
  | 'orderedOn'

/**
 * The day a clock starts from, itself not counted (民法典第201条): `field` is where the request
 * names it, `ruleOn` the day by which the law is chosen, `why` the reason in Chinese.
 */
export type Start = {
  on: LocalDate
  ruleOn: LocalDate
  field: DateField
  why: string
  law: readonly string[]
}

/** Finds the day a clock starts from, or the name of the field that is missing. */
export function startOf(request: DeadlineRequest): Start | { missing: DateField } {
  const { clock } = request
  if (clock === 'reply') return replyStart(request)
  if (clock === 'correction-notice') return receiptStart(request) ?? missingReceipt(request)
  return namedStart(
    request,
    clock === 'correction-period'
      ? ['startOn', 'correctionNoticeOn', 'receivedOn']
      : ['startOn', 'receivedOn'],
  )
}

// A corrected, paid-for or remanded application is counted anew from the latest of these days, under
// the law of its first receipt.
function replyStart(request: DeadlineRequest): Start | { missing: DateField } {
  const receipt = receiptStart(request)
  const anew = (['orderedOn', 'paidOn', 'correctedOn'] as const)
    .flatMap((field) => anewOn(field, request[field], receipt))
    .toSorted((a, b) => compareDates(b.on, a.on))[0]
  return anew ?? receipt ?? missingReceipt(request)
}

const starts = {
  orderedOn: { why: '收到复议决定、判决当日不计入', law: [orderedLaw] },
  paidOn: { why: '缴费当日不计入', law: [feeRestartLaw] },
  correctedOn: { why: '收到补正当日不计入', law: [correctionLaw] },
} as const

function anewOn(
  field: keyof typeof starts,
  on: LocalDate | undefined,
  receipt: Start | null,
): Start[] {
  return on === undefined ? [] : [{ on, ruleOn: receipt?.on ?? on, field, ...starts[field] }]
}

function receiptStart(request: DeadlineRequest): Start | null {
  const receipt = receiptOf(request)
  if (receipt === null) {
    if (request.startOn === undefined || awaitsConfirmation(request)) return null
    const on = request.startOn
    return { on, ruleOn: on, field: 'startOn', why: '收到当日不计入', law: [] }
  }
  const { on } = receipt
  const law = on < receiptLawSince ? [] : receipt.law
  return { on, ruleOn: on, field: 'receivedOn', why: '收到当日不计入', law }
}

function receiptOf(request: DeadlineRequest): Receipt | null {
  const { channel, arrivedOn, receivedOn, confirmedOn } = request
  if (channel !== undefined) return receiptDay({ channel, arrivedOn, receivedOn, confirmedOn })
  const on = receivedOn ?? confirmedOn
  return on === undefined ? null : { on, law: [] }
}

function missingReceipt(request: DeadlineRequest): { missing: DateField } {
  return { missing: awaitsConfirmation(request) ? 'confirmedOn' : 'receivedOn' }
}

function awaitsConfirmation({ channel, arrivedOn }: DeadlineRequest): boolean {
  return channel !== undefined && arrivedOn !== undefined && channelRules[channel].confirmed
}

function namedStart(
  request: DeadlineRequest,
  fields: readonly DateField[],
): Start | { missing: DateField } {
  for (const field of fields) {
    const on = request[field]
    if (on !== undefined) return { on, ruleOn: on, field, why: '起算当日不计入', law: [] }
  }
  return { missing: 'startOn' }
}
