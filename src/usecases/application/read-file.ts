import { parseReceipt } from '../../domain/application/receipt.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok, refuse } from '../../domain/shared/refusal.ts'
import { commit } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import { type FileRow, selectFile } from '../../store/tenant/application.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { openFileName } from './seal.ts'

/** A stored file on its way out. */
export type OutgoingFile = {
  name: string
  mediaType: string
  bytes: number
  body: Uint8Array<ArrayBuffer>
}

/**
 * Hands out a file of a case to officers (下载附件). Such files are often proofs of identity, so it
 * is written down who opened which before it is handed out.
 */
export async function readCaseFile(
  ctx: Ctx,
  receipt: string,
  fileId: string,
): Promise<Result<OutgoingFile>> {
  const { actor } = ctx
  if (!may(actor, 'application.read-file') || actor.type !== 'staff') return turnAway(actor)
  const id = parseReceipt(receipt)
  if (id === null) return refuse({ code: 'not-found' })
  const [[row]] = await readBatch<[FileRow]>(ctx.db, [selectFile(id, fileId)])
  const object = row === undefined ? null : await ctx.files.get(row.object_key)
  if (row === undefined || object === null) return refuse({ code: 'not-found' })
  const outcome = await commit(ctx, {
    events: [
      {
        kind: 'file.opened',
        entity: 'application',
        entityId: `${id}/${ctx.newId()}`,
        seq: 1,
        data: { staff: actor.id, file: row.id },
      },
    ],
    statements: [],
  })
  if (!outcome.ok) return refuse({ code: 'busy' })
  const sealed = new Uint8Array(await object.arrayBuffer())
  return ok({
    name: await openFileName(ctx.keys, id, row.id, row.name_sealed),
    mediaType: row.media_type,
    bytes: row.bytes,
    body: await ctx.keys.openBytes(`application.file|${id}`, sealed),
  })
}
