import * as z from 'zod'
import { filePurposes } from '../../domain/dispute/types.ts'
import { refuse, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { commit } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import { type DisputeRow, selectDispute } from '../../store/tenant/dispute/dispute.ts'
import { insertDisputeFile, touchDispute } from '../../store/tenant/dispute/dispute-file.ts'
import { type Attachment, readAttachments, type Upload } from '../application/attachments.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { recallId } from '../recall.ts'
import { bytesOf, sealFileName } from './file-seal.ts'
import { type DisputeView, showDispute } from './show.ts'

/** What is stated with a paper (材料种类). */
export const filePurpose = z.strictObject({ purpose: z.enum(filePurposes) })

/**
 * Keeps a paper of a dispute (上传材料): recognised by content, sealed, under a name that tells
 * nothing. The same file comes in once.
 */
export async function addDisputeFile(
  ctx: Ctx,
  id: string,
  upload: Upload,
  raw: unknown,
  idempotencyKey: string | null = null,
): Promise<Result<DisputeView>> {
  if (!may(ctx.actor, 'dispute.act')) return turnAway(ctx.actor)
  const [[row]] = await readBatch<[DisputeRow]>(ctx.db, [selectDispute(id)])
  if (row === undefined) return refuse({ code: 'not-found' })
  const input = parseInput(filePurpose, raw)
  if (!input.ok) return input
  const read = await readAttachments([upload])
  if (!read.ok) return read
  const [attachment] = read.value
  if (attachment === undefined) return refuse({ code: 'not-found' })
  const { sha256 } = attachment
  const content = { id, ...input.value, name: upload.name, sha256 }
  const repeat = await recallId(ctx, 'dispute.add-file', idempotencyKey, content)
  if (!repeat.ok) return repeat
  const { earlier, remember } = repeat.value
  if (earlier !== null) return showDispute(ctx, id)
  const file = ctx.newId()
  const version = row.version + 1
  const outcome = await commit(ctx, {
    events: [
      {
        entity: 'dispute',
        entityId: id,
        seq: version,
        kind: 'dispute.file-added',
        data: { file },
      },
    ],
    statements: [
      insertDisputeFile(id, {
        ...(await stored(ctx, id, file, attachment)),
        purpose: input.value.purpose,
      }),
      touchDispute(id, version),
      ...remember(file),
    ],
  })
  if (!outcome.ok && outcome.conflict === 'event') return refuse({ code: 'stale' })
  return showDispute(ctx, id)
}

async function stored(
  { files, keys }: Ctx,
  dispute: string,
  id: string,
  { name, bytes, mediaType, sha256 }: Attachment,
): Promise<Omit<Parameters<typeof insertDisputeFile>[1], 'purpose'>> {
  const objectName = await keys.mac('dispute-file', sha256)
  const sealed = await keys.sealBytes(bytesOf(dispute), bytes)
  const type = 'application/octet-stream'
  return {
    id,
    name_sealed: await sealFileName(keys, dispute, id, name),
    bytes: bytes.length,
    media_type: mediaType,
    sha256,
    object_key: await files.put(`dispute/${dispute}`, objectName, sealed, type),
  }
}
