import { parseReceipt } from '../../../domain/application/receipt.ts'
import { ok, refuse, type Result } from '../../../domain/shared/refusal.ts'
import { commit } from '../../../store/commit.ts'
import { readBatch } from '../../../store/read.ts'
import {
  type ApplicationRow,
  selectApplication,
} from '../../../store/tenant/application/application.ts'
import { updateApplication } from '../../../store/tenant/application/change.ts'
import {
  removeReplyFile as deleteReplyFile,
  type ReplyFileRow,
  selectReplyFiles,
} from '../../../store/tenant/application/reply-file.ts'
import type { Ctx } from '../../context.ts'
import { may, turnAway } from '../../permissions.ts'
import { caseOf } from '../read-case.ts'

/**
 * Takes a file out of the reply that is being drawn up (移除答复附件); the original that it was made
 * from stays sealed. `stale` when somebody was faster.
 */
export async function removeReplyFile(
  ctx: Ctx,
  receipt: string,
  fileId: string,
): Promise<Result<null>> {
  if (!may(ctx.actor, 'application.attach')) return turnAway(ctx.actor)
  const id = parseReceipt(receipt) ?? ''
  const [[row], files] = await readBatch<[ApplicationRow, ReplyFileRow]>(ctx.db, [
    selectApplication(id),
    selectReplyFiles(id),
  ])
  const file = files.find((one) => one.id === fileId)
  if (row === undefined || file === undefined) return refuse({ code: 'not-found' })
  const { state } = caseOf(row)
  if (state !== 'accepted') return refuse({ code: 'step-not-open', state, action: 'remove-file' })
  const version = row.version + 1
  const done = await commit(ctx, {
    events: [
      {
        entity: 'application',
        entityId: id,
        seq: version,
        kind: 'application.file-removed',
        data: { file: fileId, sha256: file.sha256 },
      },
    ],
    statements: [updateApplication(id, { version, state }), deleteReplyFile(id, fileId)],
  })
  if (!done.ok) return refuse({ code: 'stale' })
  await ctx.post({ v: 1, kind: 'sync', tenant: ctx.agency.id })
  return ok(null)
}
