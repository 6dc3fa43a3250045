import { type Nearness, nearness } from '../../domain/dispute/answer-day.ts'
import {
  complaintDay,
  complaintOrigins,
  complaintStates,
  type ComplaintOrigin,
  type ComplaintState,
  type Finding,
  findings,
} from '../../domain/dispute/complaint.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { localDate } from '../../domain/time/local-date.ts'
import type { ComplaintRow } from '../../store/tenant/dispute/complaint.ts'
import { numberOf } from '../application/number-of.ts'
import type { Ctx } from '../context.ts'
import { may } from '../permissions.ts'
import { openComplaint } from './seal.ts'
import { one } from './view.ts'

/** A complaint about the handling of an application (投诉) with its day and its answer. */
export type Complaint = {
  id: string
  version: number
  state: ComplaintState
  origin: ComplaintOrigin
  receipt: string
  number: string | null
  text: string
  madeOn: string
  /** the last day for the answer, by the agency's own rule */
  dueOn: string
  provisional: boolean
  /** how near that is, null once it is answered */
  nearness: Nearness | null
  answeredOn: string | null
  finding: Finding | null
  answer: string | null
}

/** Opens a complaint for those who may read it. */
export async function complaintView(
  ctx: Pick<Ctx, 'agency' | 'calendar' | 'keys' | 'now'>,
  row: ComplaintRow,
): Promise<Complaint> {
  const { agency, calendar, keys, now } = ctx
  const due = complaintDay(localDate(row.filed_on), agency.settings, calendar)
  const state = one(complaintStates, row.state)
  return {
    id: row.id,
    version: row.version,
    state,
    origin: one(complaintOrigins, row.origin),
    receipt: row.application_id,
    number: numberOf(ctx, row),
    text: await openComplaint(keys, row.id, 'text', row.sealed),
    madeOn: row.filed_on,
    dueOn: due.on,
    provisional: due.provisional,
    nearness: state === 'filed' ? nearness(due.on, localDateOf(now), calendar) : null,
    answeredOn: row.answered_on,
    finding: row.finding === null ? null : one(findings, row.finding),
    answer:
      row.answer_sealed === null
        ? null
        : await openComplaint(keys, row.id, 'answer', row.answer_sealed),
  }
}

/** Whether an officer may read a complaint: whoever handles the application is complained of, and only the head may be both. */
export function mayRead({ actor }: Pick<Ctx, 'actor'>, { handler }: ComplaintRow): boolean {
  if (!may(actor, 'complaint.list') || actor.type !== 'staff') return false
  return handler !== actor.id || actor.roles.includes('head')
}
