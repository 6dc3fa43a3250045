import type { Personal } from '../../domain/application/personal.ts'
import type { OfficialDocument } from '../../domain/document/official-page.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { readBatch } from '../../store/read.ts'
import { type FileRow, selectFiles } from '../../store/tenant/application/application.ts'
import { type InstrumentRow, selectInstruments } from '../../store/tenant/application/instrument.ts'
import { type ReplyFileRow, selectReplyFiles } from '../../store/tenant/application/reply-file.ts'
import type { Ctx } from '../context.ts'
import { type PackedPapers, packPapers } from '../dispute/pack-papers.ts'
import type { DisputeLine } from '../dispute/view.ts'
import { noteOpening } from '../note-opening.ts'
import { may, turnAway } from '../permissions.ts'
import { type InstrumentView, openDocument, receiptDocument } from './instrument/instrument-view.ts'
import { readRow } from './read-case.ts'
import { replyBytes } from './reply/reply-files.ts'
import { openPersonal } from './instrument/seal.ts'
import { type CaseFile, type CaseView, showCase } from './show-case.ts'

/** The whole of a case (案卷): identities open, documents as issued, files still in their store. */
export type CasePackage = {
  view: CaseView
  personal: Personal
  /** the registration receipt (登记回执); null while there is none */
  receipt: OfficialDocument | null
  instruments: readonly { view: InstrumentView; document: OfficialDocument }[]
  files: readonly PackedFile[]
  /** its reconsiderations and suits, with their papers where the officer may open them */
  disputes: readonly { line: DisputeLine; packed: PackedPapers }[]
}

/** A file of the case; `read` answers null when its object is lost or was not found clean. */
export type PackedFile = {
  file: Pick<CaseFile, 'name'>
  read: () => Promise<Uint8Array<ArrayBuffer> | null>
}

/**
 * Opens a whole case for the archive (案卷打包): it holds the identity and every file, so that it is
 * written down before it is handed out, as with each of them.
 */
export async function openPackage(ctx: Ctx, receipt: string): Promise<Result<CasePackage>> {
  const { actor } = ctx
  if (!may(actor, 'application.export') || actor.type !== 'staff') return turnAway(actor)
  const shown = await showCase(ctx, receipt)
  if (!shown.ok) return shown
  const view = shown.value
  if (view.state === 'destroyed') return refuse({ code: 'gone' })
  const row = await readRow(ctx, view.receipt)
  if (row === null) return refuse({ code: 'not-found' })
  const [files, letters, released] = await readBatch<[FileRow, InstrumentRow, ReplyFileRow]>(
    ctx.db,
    [selectFiles(row.id), selectInstruments(row.id), selectReplyFiles(row.id)],
  )
  const noted = await noteOpening(ctx, 'application', row.id, {
    kind: 'package.opened',
    data: { staff: actor.id },
  })
  if (!noted.ok) return noted
  const papers = await packPapers(
    ctx,
    view.disputes.map(({ id }) => id),
  )
  if (!papers.ok) return papers
  const personal = await openPersonal(ctx.keys, row.id, row.sealed)
  return ok({
    view,
    personal,
    receipt: view.hasReceipt ? receiptDocument(ctx, row, personal) : null,
    instruments: await Promise.all(
      letters.flatMap((letter) => {
        const named = view.instruments.find(({ id }) => id === letter.id)
        return named === undefined ? [] : [issued(ctx, row.id, named, letter)]
      }),
    ),
    files: [
      ...view.files.map((file) => ({ file, read: () => bytesOf(ctx, row.id, file, files) })),
      // What went out with the reply; what it was made from stays sealed.
      ...released.flatMap((one) =>
        view.replyFiles
          .filter(({ id }) => id === one.id)
          .map((file) => ({ file, read: () => replyBytes(ctx, row.id, one) })),
      ),
    ],
    disputes: view.disputes.map((line) => ({
      line,
      packed: papers.value.get(line.id) ?? { n: 0, papers: [] },
    })),
  })
}

async function issued(
  ctx: Ctx,
  receipt: string,
  view: InstrumentView,
  row: InstrumentRow,
): Promise<CasePackage['instruments'][number]> {
  return { view, document: await openDocument(ctx, receipt, row) }
}

async function bytesOf(
  ctx: Ctx,
  receipt: string,
  { id }: CaseFile,
  rows: readonly FileRow[],
): Promise<Uint8Array<ArrayBuffer> | null> {
  const row = rows.find((one) => one.id === id)
  const object = row?.scan === 'clean' ? await ctx.files.get(row.object_key) : null
  if (object === null) return null
  const sealed = new Uint8Array(await object.arrayBuffer())
  return ctx.keys.openBytes(`application.file|${receipt}`, sealed)
}
