import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { readBatch } from '../../store/read.ts'
import { type DisputeFileRow, selectDisputeFile } from '../../store/tenant/dispute/dispute-file.ts'
import type { OutgoingFile } from '../application/read-file.ts'
import type { Ctx } from '../context.ts'
import { noteOpening } from '../note-opening.ts'
import { may, turnAway } from '../permissions.ts'
import { bytesOf, openFileName } from './file-seal.ts'

/** Hands out a paper of a dispute (下载材料): it names persons, so each opening is written down first. */
export async function readDisputeFile(
  ctx: Ctx,
  id: string,
  fileId: string,
): Promise<Result<OutgoingFile>> {
  const { actor } = ctx
  if (!may(actor, 'dispute.act') || actor.type !== 'staff') return turnAway(actor)
  const [[row]] = await readBatch<[DisputeFileRow]>(ctx.db, [selectDisputeFile(id, fileId)])
  const object = row === undefined ? null : await ctx.files.get(row.object_key)
  if (row === undefined || object === null) return refuse({ code: 'not-found' })
  const noted = await noteOpening(ctx, 'dispute', id, {
    kind: 'file.opened',
    data: { staff: actor.id, file: row.id },
  })
  if (!noted.ok) return noted
  const sealed = new Uint8Array(await object.arrayBuffer())
  return ok({
    name: await openFileName(ctx.keys, id, row.id, row.name_sealed),
    mediaType: row.media_type,
    bytes: row.bytes,
    body: await ctx.keys.openBytes(bytesOf(id), sealed),
  })
}
