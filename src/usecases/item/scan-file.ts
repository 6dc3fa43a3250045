import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { commit } from '../../store/commit.ts'
import { keepVerdict, readScan } from '../../store/tenant/item-file-scan.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'

/**
 * Asks the scanner about a file that waits for its verdict (待检), however often the queue says so:
 * the first verdict counts. Throws while the scanner gives none, to be asked again.
 */
export async function scanFile(ctx: Ctx, fileId: string): Promise<Result<null>> {
  if (!may(ctx.actor, 'item.scan')) return turnAway(ctx.actor)
  const file = await readScan(ctx.db, fileId)
  if (file === null) return refuse({ code: 'not-found' })
  if (file.scan !== 'pending') return ok(null)
  const object = await ctx.files.get(file.objectKey)
  if (object === null) return refuse({ code: 'not-found' })
  const bytes = new Uint8Array(await object.arrayBuffer())
  const { name, mediaType, itemId } = file
  const { verdict } = await ctx.scanner.scan({ bytes, name, mediaType })
  const done = await commit(ctx, {
    events: [
      {
        entity: 'file',
        entityId: fileId,
        seq: 1,
        kind: 'file.scanned',
        data: { item: itemId, verdict },
      },
    ],
    statements: keepVerdict(fileId, verdict),
  })
  if (done.ok) await ctx.post({ v: 1, kind: 'sync', tenant: ctx.agency.id })
  return ok(null)
}
