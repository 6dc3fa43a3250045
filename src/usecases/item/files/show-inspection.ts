import { ok, refuse, type Result } from '../../../domain/shared/refusal.ts'
import { readInspection } from '../../../store/tenant/item/file-scan.ts'
import type { Ctx } from '../../context.ts'
import { may, turnAway } from '../../permissions.ts'
import { type FileInspection, fileInspection } from './inspect-file.ts'

/** What staff see of a file's inspection; `inspection` is null when it came before there were any. */
export type ShownInspection = {
  file: string
  name: string
  scan: 'pending' | 'clean' | 'infected'
  inspection: FileInspection | null
}

/** Shows what was found in an attachment (附件检查结果) to staff; refuses `not-found` for other files. */
export async function showInspection(
  ctx: Ctx,
  itemId: string,
  fileId: string,
): Promise<Result<ShownInspection>> {
  if (!may(ctx.actor, 'item.list-desk')) return turnAway(ctx.actor)
  const row = await readInspection(ctx.db, itemId, fileId)
  if (row === null) return refuse({ code: 'not-found' })
  const { name, scan, inspection } = row
  return ok({
    file: fileId,
    name,
    scan,
    inspection: inspection === null ? null : fileInspection.parse(JSON.parse(inspection)),
  })
}
