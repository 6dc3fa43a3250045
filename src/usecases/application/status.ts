import type { Case } from '../../domain/application/case.ts'
import { parseReceipt } from '../../domain/application/receipt.ts'
import type { State } from '../../domain/application/types.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok, refuse } from '../../domain/shared/refusal.ts'
import { readBatch } from '../../store/read.ts'
import {
  type ApplicationRow,
  type EventRow,
  type NoteRow,
  selectApplication,
  selectHistory,
  selectNotes,
} from '../../store/tenant/application.ts'
import type { Ctx } from '../context.ts'
import { type ClockView, clockView } from './clock-view.ts'
import { caseOf } from './read-case.ts'
import { type NoteView, openNotes } from './notes.ts'
import { numberOf } from './number-of.ts'
import { opens } from './receipt-secret.ts'
import { replyOf, type ReplyView } from './reply-view.ts'
import { type TimelineEntry, timelineOf } from './timeline.ts'

/** What the agency asks the applicant for. */
export type Asked = { for: 'correction' | 'reasons' | 'fee'; until: string }

/** What an applicant sees of an application (办理进度). */
export type Status = {
  receipt: string
  number: string | null
  state: State
  channel: string
  submittedAt: number
  receivedOn: string | null
  clock: ClockView | null
  timeline: TimelineEntry[]
  /** what the agency waits for, and until when (等候申请人补正、说明理由、缴费) */
  asked: Asked | null
  notes: NoteView[]
  reply: ReplyView | null
  /** whether the applicant may still take it back */
  withdrawable: boolean
}

const nobody = 'SQ-00000-00000-00000-00000'

/**
 * Shows an application to who knows receipt and query password (查询办理进度); a wrong receipt and
 * a wrong password are both `not-found`, after the same work.
 */
export async function showStatus(
  ctx: Ctx,
  receipt: string,
  secret: string,
): Promise<Result<Status>> {
  const id = parseReceipt(receipt) ?? nobody
  const [isRight, [rows, history, notes]] = await Promise.all([
    opens(ctx.keys, id, secret),
    readBatch<[ApplicationRow, EventRow, NoteRow]>(ctx.db, [
      selectApplication(id),
      selectHistory(id),
      selectNotes(id, 'applicant'),
    ]),
  ])
  const [row] = rows
  return !isRight || row === undefined
    ? refuse({ code: 'not-found' })
    : ok(await statusOf(ctx, row, history, notes))
}

async function statusOf(
  ctx: Ctx,
  row: ApplicationRow,
  history: readonly EventRow[],
  notes: readonly NoteRow[],
): Promise<Status> {
  const subject = caseOf(row)
  return {
    receipt: row.id,
    number: numberOf(ctx, row),
    state: subject.state,
    channel: subject.channel,
    submittedAt: row.arrived_at,
    receivedOn: subject.receivedOn,
    clock: clockView(subject, ctx.now),
    timeline: timelineOf(history),
    asked: askedOf(subject),
    notes: await openNotes(ctx.keys, row.id, notes),
    reply: await replyOf(ctx, row),
    withdrawable: subject.decidedOn === null,
  }
}

const asks: Partial<Record<State, Asked['for']>> = {
  correcting: 'correction',
  explaining: 'reasons',
  'fee-due': 'fee',
}

function askedOf({ state, waitsUntil }: Case): Asked | null {
  const wanted = asks[state]
  return wanted === undefined || waitsUntil === null ? null : { for: wanted, until: waitsUntil }
}
