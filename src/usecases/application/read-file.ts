import { parseReceipt } from '../../domain/application/receipt.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok, refuse } from '../../domain/shared/refusal.ts'
import { readBatch } from '../../store/read.ts'
import { type FileRow, selectFile } from '../../store/tenant/application/application.ts'
import type { Ctx } from '../context.ts'
import { noteOpening } from '../note-opening.ts'
import { may, turnAway } from '../permissions.ts'
import { caseFileField } from './reply/reply-files.ts'
import { openFileName } from './instrument/seal.ts'

/** A stored file on its way out. */
export type OutgoingFile = {
  name: string
  mediaType: string
  bytes: number
  body: Uint8Array<ArrayBuffer>
}

/**
 * Hands out a file of a case to officers (下载附件). What applicants hand in is often a proof of
 * identity, so it is written down who opened which before it is handed out; files of the reply are
 * for those who check it too. Sealed originals are no files of a case.
 */
export async function readCaseFile(
  ctx: Ctx,
  receipt: string,
  fileId: string,
): Promise<Result<OutgoingFile>> {
  const { actor, keys } = ctx
  if (!may(actor, 'application.show') || actor.type !== 'staff') return turnAway(actor)
  const id = parseReceipt(receipt) ?? ''
  const [[row]] = await readBatch<[FileRow]>(ctx.db, [selectFile(id, fileId)])
  if (row?.purpose !== 'reply' && !may(actor, 'application.read-file')) return turnAway(actor)
  const object = row === undefined ? null : await ctx.files.get(row.object_key)
  if (row === undefined || object === null) return refuse({ code: 'not-found' })
  const name = await openFileName(keys, id, row.id, row.name_sealed)
  if (row.scan !== 'clean') return refuse({ code: 'file-pending', file: name })
  const data = { staff: actor.id, file: row.id }
  const noted = await noteOpening(ctx, 'application', id, { kind: 'file.opened', data })
  if (!noted.ok) return noted
  const sealed = new Uint8Array(await object.arrayBuffer())
  const field = caseFileField({ purpose: row.purpose, receipt: id })
  const body = await keys.openBytes(field, sealed)
  return ok({ name, mediaType: row.media_type, bytes: row.bytes, body })
}
