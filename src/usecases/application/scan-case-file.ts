import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { commit } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import {
  keepCaseVerdict,
  type CaseScanRow,
  selectCaseScan,
} from '../../store/tenant/application/reply-file.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { caseFileField } from './reply/reply-files.ts'
import { openFileName } from './instrument/seal.ts'

/**
 * Asks the scanner about a file of a case that waits for its verdict (附件待检), the applicant's or the
 * reply's, however often the queue says so: the first verdict counts. Throws while the scanner gives none.
 */
export async function scanCaseFile(ctx: Ctx, fileId: string): Promise<Result<null>> {
  if (!may(ctx.actor, 'item.scan')) return turnAway(ctx.actor)
  const [[file]] = await readBatch<[CaseScanRow]>(ctx.db, [selectCaseScan(fileId)])
  if (file === undefined) return refuse({ code: 'not-found' })
  if (file.scan !== 'pending') return ok(null)
  const object = await ctx.files.get(file.objectKey)
  if (object === null) return refuse({ code: 'not-found' })
  const { keys } = ctx
  const { receipt, mediaType } = file
  const sealed = new Uint8Array(await object.arrayBuffer())
  const { verdict } = await ctx.scanner.scan({
    bytes: await keys.openBytes(caseFileField(file), sealed),
    name: await openFileName(keys, receipt, fileId, file.nameSealed),
    mediaType,
  })
  await commit(ctx, {
    events: [
      {
        entity: 'file',
        entityId: fileId,
        seq: 1,
        kind: 'file.scanned',
        data: { item: null, verdict },
      },
    ],
    statements: [keepCaseVerdict(fileId, verdict)],
  })
  return ok(null)
}
