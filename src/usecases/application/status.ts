import type { Case } from '../../domain/application/case.ts'
import { parseReceipt } from '../../domain/application/receipt.ts'
import type { State } from '../../domain/application/types.ts'
import type { OfficialDocument } from '../../domain/document/official-page.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok, refuse } from '../../domain/shared/refusal.ts'
import { toRfc3339 } from '../../domain/time/instant.ts'
import { readBatch } from '../../store/read.ts'
import {
  type ApplicationRow,
  type EventRow,
  type NoteRow,
  selectApplication,
  selectHistory,
  selectNotes,
} from '../../store/tenant/application/application.ts'
import { type InstrumentRow, selectInstruments } from '../../store/tenant/application/instrument.ts'
import { type ComplaintRow, selectComplaintsOf } from '../../store/tenant/dispute/complaint.ts'
import {
  type LinkedRow,
  selectLinked,
  selectTransfers,
  type TransferRow,
} from '../../store/tenant/application/transfer.ts'
import { selectToldOf, type ToldRow } from '../../store/tenant/notice.ts'
import { type ReplyFileRow, selectReplyFiles } from '../../store/tenant/application/reply-file.ts'
import type { Ctx } from '../context.ts'
import { type Complaint, complaintView } from '../dispute/complaint-view.ts'
import { type ClockView, clockView } from './clock-view.ts'
import {
  applicantViews,
  hasReceipt,
  type InstrumentView,
  instrumentViews,
  openDocument,
} from './instrument/instrument-view.ts'
import { type Linked, linkedViews, movedTo, type MovedTo, withSecrets } from './linked-view.ts'
import { caseOf } from './read-case.ts'
import { type NoteView, openNotes } from './notes.ts'
import { numberOf } from './number-of.ts'
import { opens } from './receipt-secret.ts'
import { type OwnFile, ownFiles } from './read-own-file.ts'
import { replyOf, type ReplyView } from './reply/reply-view.ts'
import { type TimelineEntry, timelineOf } from './timeline.ts'

/** What the agency asks the applicant for. */
export type Asked = { for: 'correction' | 'reasons' | 'fee'; until: string }

/** An instrument with its text, as the applicant reads it. */
export type OwnLetter = { view: InstrumentView; document: OfficialDocument }

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
  /** instruments that are addressed to the applicant, oldest first (文书) */
  letters: OwnLetter[]
  /** what goes with the served reply (答复附件) */
  files: OwnFile[]
  /** whether the registration receipt can be written (登记回执) */
  hasReceipt: boolean
  /** complaints that the applicant made about the handling, oldest first (投诉) */
  complaints: Complaint[]
  /** cases that came from the same application; the origin tells how to query them (分办) */
  linked: (Linked & { secret: string | null })[]
  /** where the case is now, when another agency answers for it (移送) */
  movedTo: MovedTo | null
  /** when the applicant was told of the progress, and by which contact (已发通知) */
  told: { at: string; contact: string }[]
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
  const [isRight, [rows, ...besides]] = await Promise.all([
    opens(ctx.keys, id, secret),
    readBatch<
      [
        ApplicationRow,
        EventRow,
        NoteRow,
        InstrumentRow,
        ComplaintRow,
        LinkedRow,
        TransferRow,
        ReplyFileRow,
        ToldRow,
      ]
    >(ctx.db, [
      selectApplication(id),
      selectHistory(id),
      selectNotes(id, 'applicant'),
      selectInstruments(id),
      selectComplaintsOf(id, 'applicant'),
      selectLinked(id),
      selectTransfers(id),
      selectReplyFiles(id),
      selectToldOf(id),
    ]),
  ])
  const [row] = rows
  return !isRight || row === undefined
    ? refuse({ code: 'not-found' })
    : ok(await statusOf(ctx, row, besides))
}

/** What is read beside the row itself, in the order of its reading. */
type Besides = [
  history: EventRow[],
  notes: NoteRow[],
  instruments: InstrumentRow[],
  complaints: ComplaintRow[],
  linked: LinkedRow[],
  transfers: TransferRow[],
  files: ReplyFileRow[],
  told: ToldRow[],
]

async function lettersOf(
  ctx: Ctx,
  subject: Case,
  rows: readonly InstrumentRow[],
): Promise<OwnLetter[]> {
  const open = applicantViews(instrumentViews(ctx, rows), subject)
  return Promise.all(
    open.flatMap((view) =>
      rows
        .filter(({ id }) => id === view.id)
        .map(async (row) => ({ view, document: await openDocument(ctx, subject.receipt, row) })),
    ),
  )
}

async function statusOf(
  ctx: Ctx,
  row: ApplicationRow,
  [history, notes, instruments, complaints, linked, transfers, files, told]: Besides,
): Promise<Status> {
  const subject = caseOf(row)
  return {
    receipt: row.id,
    number: numberOf(ctx, row),
    state: subject.state,
    channel: subject.channel,
    submittedAt: row.arrived_at,
    receivedOn: subject.receivedOn,
    clock: await clockView(ctx, row),
    timeline: timelineOf(history),
    asked: askedOf(subject),
    notes: await openNotes(ctx.keys, row.id, notes),
    reply: await replyOf(ctx, row),
    letters: await lettersOf(ctx, subject, instruments),
    files: await ownFiles(ctx, row, files),
    hasReceipt: hasReceipt(row),
    complaints: await Promise.all(complaints.map((one) => complaintView(ctx, one))),
    linked: await withSecrets(ctx, linkedViews(ctx, linked), row.split_from === null),
    movedTo: await movedTo(ctx, transfers),
    told: told.map(({ contact, ended_at: at }) => ({ contact, at: toRfc3339(at) })),
    withdrawable: subject.decidedOn === null && subject.state !== 'transferring',
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
