import { remedyOf } from '../../domain/application/remedy.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { type FilePurpose, filePurposes } from '../../domain/dispute/types.ts'
import { readBatch } from '../../store/read.ts'
import type { ApplicationRow, EventRow } from '../../store/tenant/application/application.ts'
import {
  type DisputeNoteRow,
  type DisputeRow,
  selectDispute,
  selectDisputeNotes,
} from '../../store/tenant/dispute/dispute.ts'
import { type DisputeFileRow, selectDisputeFiles } from '../../store/tenant/dispute/dispute-file.ts'
import { selectHistoryOf } from '../../store/tenant/journal/history.ts'
import { numberOf } from '../application/number-of.ts'
import { caseOf, readRow } from '../application/read-case.ts'
import { type DeskTimelineEntry, deskTimelineOf } from '../application/timeline.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { openFileName } from './file-seal.ts'
import { openDisputeNote, openWords } from './seal.ts'
import { type DisputeLine, disputeLine, one } from './view.ts'

/** What the law would have otherwise (提示): a suit that should have gone to reconsideration first (行政复议法第23条). */
export type DisputeWarning = 'review-first'

/** A paper of a dispute as officers see it. */
export type DisputeFile = {
  id: string
  purpose: FilePurpose
  name: string
  bytes: number
  mediaType: string
}

/** All that officers see of a dispute (复议诉讼登记单). */
export type DisputeView = DisputeLine & {
  party: string | null
  about: string | null
  /** the application in dispute, as the desk names it */
  case: { receipt: string; number: string | null; state: string } | null
  warnings: DisputeWarning[]
  files: DisputeFile[]
  notes: { seq: number; text: string }[]
  timeline: DeskTimelineEntry[]
}

/** Shows a dispute at the desk with its papers, its history and the steps open to this officer. */
export async function showDispute(ctx: Ctx, id: string): Promise<Result<DisputeView>> {
  const { actor, keys } = ctx
  if (!may(actor, 'dispute.list') || actor.type !== 'staff') return turnAway(actor)
  const [[row], files, notes, history] = await readBatch<
    [DisputeRow, DisputeFileRow, DisputeNoteRow, EventRow]
  >(ctx.db, [
    selectDispute(id),
    selectDisputeFiles(id),
    selectDisputeNotes(id),
    selectHistoryOf('dispute', id),
  ])
  if (row === undefined) return refuse({ code: 'not-found' })
  const words = await openWords(keys, id, row.sealed)
  const application = row.application_id === null ? null : await readRow(ctx, row.application_id)
  return ok({
    ...disputeLine(ctx, row),
    party: words.party ?? null,
    about: words.about ?? null,
    case: application === null ? null : caseLink(ctx, application),
    warnings: warningsOf(row, application),
    files: await Promise.all(files.map((file) => fileView(ctx, id, file))),
    notes: await Promise.all(
      notes.map(async ({ seq, sealed }) => ({
        seq,
        text: await openDisputeNote(keys, id, seq, sealed),
      })),
    ),
    timeline: deskTimelineOf(history),
  })
}

function caseLink(ctx: Ctx, row: ApplicationRow): DisputeView['case'] {
  return { receipt: row.id, number: numberOf(ctx, row), state: row.state }
}

/** Refusals under articles 14 to 16 go to reconsideration first (复议前置). */
function warningsOf(row: DisputeRow, application: ApplicationRow | null): DisputeWarning[] {
  if (row.kind !== 'litigationDirect' || application === null) return []
  const { outcome, decidedOn } = caseOf(application)
  if (outcome === null || decidedOn === null) return []
  return remedyOf(outcome, decidedOn) === 'review-first' ? ['review-first'] : []
}

async function fileView(
  { keys }: Ctx,
  dispute: string,
  file: DisputeFileRow,
): Promise<DisputeFile> {
  const { id, purpose, bytes, media_type: mediaType, name_sealed: sealed } = file
  const name = await openFileName(keys, dispute, id, sealed)
  return { id, purpose: one(filePurposes, purpose), name, bytes, mediaType }
}
