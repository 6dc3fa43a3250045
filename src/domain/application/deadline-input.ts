import * as z from 'zod'
import type { FieldError, Result } from '../shared/refusal.ts'
import { countField, dateField } from '../shared/validate/fields.ts'
import { parseInput } from '../shared/validate/parse.ts'
import type { LocalDate } from '../time/local-date.ts'
import { channelNames, clockNames } from './deadline-rules.data.ts'

/**
 * What the time-limit calculator (期限计算) is asked: the clock, the channel and the days that
 * happened, `orderedOn` that of receiving an order to answer anew. `days` is the number of days where the agency chooses it, `extensionDays` counted days
 * (条例第33条), `pauses` the consultations (征求意见) from sending to the opinion's return.
 */
export const deadlineRequest = z.strictObject({
  clock: z.enum(clockNames),
  channel: z.enum(channelNames).optional(),
  receivedOn: dateField.optional(),
  arrivedOn: dateField.optional(),
  confirmedOn: dateField.optional(),
  startOn: dateField.optional(),
  correctionNoticeOn: dateField.optional(),
  correctedOn: dateField.optional(),
  paidOn: dateField.optional(),
  orderedOn: dateField.optional(),
  days: countField(1, 365).optional(),
  extensionDays: countField(0, 20).optional(),
  pauses: z
    .array(z.strictObject({ sentOn: dateField, returnedOn: dateField }))
    .max(20)
    .optional(),
})

export type DeadlineRequest = z.output<typeof deadlineRequest>

/** Parses a calculator request of unknown shape. */
export function parseDeadlineRequest(input: unknown): Result<DeadlineRequest> {
  return parseInput(deadlineRequest, input)
}

/** First day from which none of the time limits can be computed any more. */
const TOO_FAR = '2100-01-01'

/** The days of one case in the order in which they can only happen. */
const order = [
  'arrivedOn',
  'receivedOn',
  'confirmedOn',
  'correctionNoticeOn',
  'correctedOn',
  'orderedOn',
] as const

/** Finds days that contradict each other or lie too far ahead. */
export function checkDates(request: DeadlineRequest): FieldError[] {
  return [...checkFarAhead(request), ...checkOrder(request), ...checkPauses(request)]
}

function checkFarAhead(request: DeadlineRequest): FieldError[] {
  return ([...order, 'startOn', 'paidOn'] as const).flatMap((field): FieldError[] => {
    const date = request[field]
    if (date === undefined || date < TOO_FAR) return []
    return [{ pointer: `/${field}`, problem: 'in-future' }]
  })
}

function checkOrder(request: DeadlineRequest): FieldError[] {
  const errors: FieldError[] = []
  let last: { field: string; date: LocalDate } | null = null
  for (const field of order) {
    const date = request[field]
    if (date === undefined) continue
    if (last !== null && date < last.date) {
      errors.push({ pointer: `/${field}`, problem: 'before', other: last.field })
    } else last = { field, date }
  }
  const receipt = request.confirmedOn ?? request.receivedOn ?? request.arrivedOn
  if (request.paidOn !== undefined && receipt !== undefined && request.paidOn < receipt) {
    errors.push({ pointer: '/paidOn', problem: 'before', other: 'receivedOn' })
  }
  return errors
}

function checkPauses(request: DeadlineRequest): FieldError[] {
  const receipt = request.confirmedOn ?? request.receivedOn ?? request.arrivedOn
  return (request.pauses ?? []).flatMap(({ sentOn, returnedOn }, index): FieldError[] => {
    const at = `/pauses/${index}`
    if (returnedOn < sentOn) {
      return [{ pointer: `${at}/returnedOn`, problem: 'before', other: 'sentOn' }]
    }
    if (returnedOn >= TOO_FAR) return [{ pointer: `${at}/returnedOn`, problem: 'in-future' }]
    if (receipt === undefined || sentOn >= receipt) return []
    return [{ pointer: `${at}/sentOn`, problem: 'before', other: 'receivedOn' }]
  })
}
