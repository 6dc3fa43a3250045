import { type Frequency, isFrequent, usualMarks } from '../../domain/application/frequency.ts'
import type { CoUnit } from '../../domain/application/co-unit.ts'
import type { Draft } from '../../domain/application/draft.ts'
import { type Exclusion, exclusions, type Ledger } from '../../domain/application/ledger.ts'
import { lifecycle } from '../../domain/application/lifecycle.ts'
import type { Personal } from '../../domain/application/personal.ts'
import { parseReceipt } from '../../domain/application/receipt.ts'
import type { OfficialDocument } from '../../domain/document/official-page.ts'
import type { Action, State } from '../../domain/application/types.ts'
import { openActions } from '../../domain/shared/machine.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok, refuse } from '../../domain/shared/refusal.ts'
import { toRfc3339 } from '../../domain/time/instant.ts'
import { readBatch } from '../../store/read.ts'
import {
  type ApplicationRow,
  type EventRow,
  countOfApplicant,
  type FileRow,
  type FrequencyRow,
  type NoteRow,
  type SameApplicantRow,
  selectApplication,
  selectFiles,
  selectHistory,
  selectNotes,
  selectOpenings,
  selectOthersOf,
} from '../../store/tenant/application/application.ts'
import { type InstrumentRow, selectInstruments } from '../../store/tenant/application/instrument.ts'
import { type ComplaintRow, selectComplaintsOf } from '../../store/tenant/dispute/complaint.ts'
import { type DisputeRow, selectDisputesOf } from '../../store/tenant/dispute/dispute.ts'
import {
  type LinkedRow,
  selectLinked,
  selectTransfers,
  type TransferRow,
} from '../../store/tenant/application/transfer.ts'
import { type NoticeRow, selectNotices } from '../../store/tenant/notice.ts'
import { type ReplyFileRow, selectReplyFiles } from '../../store/tenant/application/reply-file.ts'
import {
  type CorrectionRow,
  selectCorrectionsOf,
} from '../../store/tenant/application/personal-data.ts'
import { type OfficerRow, selectHandlers } from '../../store/tenant/account/staff.ts'
import type { Ctx } from '../context.ts'
import { type Complaint, complaintView, mayRead } from '../dispute/complaint-view.ts'
import { disputeLine, type DisputeLine } from '../dispute/view.ts'
import { noticeView, type NoticeView } from '../notice/view.ts'
import { may, turnAway } from '../permissions.ts'
import { type CaseRow, caseRow } from './case-row.ts'
import { type ClockView, clockView } from './clock-view.ts'
import { duplicateSpan } from './same-request/find-duplicates.ts'
import { type Linked, linkedViews, type TransferView, transferViews } from './linked-view.ts'
import { masked } from './masked.ts'
import {
  draftDocument,
  hasReceipt,
  type InstrumentView,
  instrumentViews,
} from './instrument/instrument-view.ts'
import { caseOf } from './read-case.ts'
import { openReplyFiles, type ReplyFile } from './reply/reply-files.ts'
import { replyOf, type ReplyView } from './reply/reply-view.ts'
import { type NoteView, openNotes } from './notes.ts'
import { serviceOf } from './instrument/service-record.ts'
import { storedReply } from './instrument/issue.ts'
import { openFileName, openPersonal } from './instrument/seal.ts'
import { wantedViews, type WantedCorrection } from './personal-data/wanted.ts'
import { numberOf } from './number-of.ts'
import { type DeskTimelineEntry, deskTimelineOf } from './timeline.ts'

/** A file of a case as officers see it. */
export type CaseFile = {
  id: string
  purpose: string
  name: string
  bytes: number
  mediaType: string
  sha256: string
}

/** All that officers see of a case (案卷), identities masked. */
export type CaseView = CaseRow & {
  personal: Personal
  delivery: { form: string | null; route: string | null }
  clock: ClockView | null
  timeline: DeskTimelineEntry[]
  files: CaseFile[]
  /** what goes out with the reply (答复附件) */
  replyFiles: ReplyFile[]
  /** the item that was drawn up from the answer (答复转主动公开) */
  itemId: string | null
  duplicates: { receipt: string; number: string | null; state: string; arrivedAt: string }[]
  reply: ReplyView | null
  /** the ledger of the clock, oldest first (期限台账) */
  ledger: Ledger
  consultations: ConsultationView[]
  /** units that help, each with its own due day (协办科室) */
  coUnits: readonly CoUnit[]
  /** cases that came from the same application (分办) */
  linked: Linked[]
  transfers: TransferView[]
  /** a reply on its way, and its text as it was last written (拟答复) */
  draft: Draft | null
  draftText: string | null
  /** what was stated with it (答复所附事实) */
  draftFacts: Readonly<Record<string, string | undefined>>
  notes: NoteView[]
  /** how often the same applicant applied here; null while nobody is known (申请频次) */
  frequency: (Frequency & { isFrequent: boolean }) | null
  unit: string | null
  handler: string | null
  /** issued instruments, oldest first (文书) */
  instruments: InstrumentView[]
  /** whether a reply was served, so that there is a record of it (送达回证) */
  hasServiceRecord: boolean
  /** whether the registration receipt can be written (登记回执) */
  hasReceipt: boolean
  /** the reply as it would be issued now (文书预览) */
  preview: OfficialDocument | null
  /** reconsiderations and suits about it, oldest first (复议诉讼) */
  disputes: DisputeLine[]
  /** complaints about its handling that this officer may read (投诉) */
  complaints: Complaint[]
  /** what the applicant was told of and how that went, oldest first (办理进展通知) */
  notices: NoticeView[]
  /** corrections of identity that wait for a decision (更正申请) */
  corrections: WantedCorrection[]
  /** those to whom the case may be given (可交办的人员) */
  officers: { id: string; name: string }[]
}

/** One consultation of a case (征求意见) as officers see it. */
export type ConsultationView = {
  n: number
  party: string
  sentOn: string
  servedOn: string | null
  returnedOn: string | null
  opinion: string | null
}

/**
 * Opens a case at the desk (查看案卷): its whole history, its clock with reasons, the open steps.
 * `isOpened`: identities were opened and that is written down, so that a wanted one is not masked.
 */
export async function showCase(
  ctx: Ctx,
  receipt: string,
  isOpened = false,
): Promise<Result<CaseView>> {
  const { actor } = ctx
  if (!may(actor, 'application.show') || actor.type !== 'staff') return turnAway(actor)
  const id = parseReceipt(receipt)
  if (id === null) return refuse({ code: 'not-found' })
  const [
    rows,
    history,
    openings,
    files,
    others,
    notes,
    officers,
    instruments,
    counts,
    disputes,
    complaints,
    linked,
    transfers,
    released,
    notices,
    corrections,
  ] = await readBatch<
    [
      ApplicationRow,
      EventRow,
      EventRow,
      FileRow,
      SameApplicantRow,
      NoteRow,
      OfficerRow,
      InstrumentRow,
      FrequencyRow,
      DisputeRow,
      ComplaintRow,
      LinkedRow,
      TransferRow,
      ReplyFileRow,
      NoticeRow,
      CorrectionRow,
    ]
  >(ctx.db, [
    selectApplication(id),
    selectHistory(id),
    selectOpenings(id),
    selectFiles(id),
    selectOthersOf(id, duplicateSpan),
    selectNotes(id, 'desk'),
    selectHandlers(),
    selectInstruments(id),
    countOfApplicant(id),
    selectDisputesOf(id),
    selectComplaintsOf(id, null),
    selectLinked(id),
    selectTransfers(id),
    selectReplyFiles(id),
    selectNotices(id),
    selectCorrectionsOf(id),
  ])
  const [row] = rows
  if (row === undefined) return refuse({ code: 'not-found' })
  const subject = caseOf(row)
  const personal = await openPersonal(ctx.keys, id, row.sealed)
  const actions = openActions<State, Action>(lifecycle, subject.state, actor.roles)
  return ok({
    ...caseRow(ctx, row, personal['request.subject'] ?? '', actions),
    personal: masked(personal),
    delivery: { form: row.delivery_form, route: row.delivery_route },
    clock: await clockView(ctx, row),
    timeline: deskTimelineOf([...history, ...openings]),
    files: await Promise.all(files.map((file) => fileView(ctx, id, file))),
    replyFiles: await openReplyFiles(ctx, id, released),
    itemId: row.item_id,
    duplicates: others.map((other) => ({
      receipt: other.id,
      number: numberOf(ctx, other),
      state: other.state,
      arrivedAt: toRfc3339(other.arrived_at),
    })),
    reply: await replyOf(ctx, row),
    ledger: subject.ledger,
    consultations: exclusions(subject.ledger).map(consultationView),
    ...(await draftOf(ctx, row, personal)),
    notes: await openNotes(ctx.keys, id, notes),
    frequency: frequencyOf(ctx, counts[0]),
    coUnits: subject.coUnits,
    linked: linkedViews(ctx, linked),
    transfers: await transferViews(ctx, transfers),
    unit: row.unit,
    handler: officers.find((officer) => officer.id === row.handler)?.name ?? null,
    disputes: disputes.map((one) => disputeLine(ctx, one)),
    complaints: await Promise.all(
      complaints.filter((one) => mayRead(ctx, one)).map((one) => complaintView(ctx, one)),
    ),
    notices: notices.map((one) => noticeView(one, personal)),
    corrections: await wantedViews(ctx, corrections, isOpened),
    officers,
    instruments: instrumentViews(ctx, instruments),
    hasServiceRecord: serviceOf(history) !== null,
    hasReceipt: hasReceipt(row),
  })
}

/** The reply on its way: who drew it up, its words, and its instrument as it would be issued. */
async function draftOf(
  ctx: Ctx,
  row: ApplicationRow,
  personal: Personal,
): Promise<Pick<CaseView, 'draft' | 'draftText' | 'draftFacts' | 'preview'>> {
  const subject = caseOf(row)
  const drafted = subject.decidedOn === null ? await storedReply(ctx, row) : null
  return {
    draft: subject.draft,
    draftText: drafted?.text ?? null,
    draftFacts: drafted?.facts ?? {},
    preview: await draftDocument(ctx, row, subject, personal),
  }
}

function frequencyOf(
  { agency: { settings } }: Pick<Ctx, 'agency'>,
  counted: FrequencyRow | undefined,
): CaseView['frequency'] {
  if (counted === undefined || counted.year === 0) return null
  const marks = {
    month: settings.frequentInMonth ?? usualMarks.month,
    year: settings.frequentInYear ?? usualMarks.year,
  }
  return { ...counted, isFrequent: isFrequent(counted, marks) }
}

function consultationView({ n, party, sentOn, ...rest }: Exclusion): ConsultationView {
  const { servedOn = null, returnedOn = null, opinion = null } = rest
  return { n, party, sentOn, servedOn, returnedOn, opinion }
}

async function fileView({ keys }: Ctx, receipt: string, file: FileRow): Promise<CaseFile> {
  const { id, purpose, bytes, media_type: mediaType, sha256 } = file
  const name = await openFileName(keys, receipt, id, file.name_sealed)
  return { id, purpose, name, bytes, mediaType, sha256 }
}
