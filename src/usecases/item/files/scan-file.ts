import { ok, refuse, type Result } from '../../../domain/shared/refusal.ts'
import { commit, type Plan } from '../../../store/commit.ts'
import { keepVerdict, readScan, type ScanRow } from '../../../store/tenant/item/file-scan.ts'
import type { Ctx } from '../../context.ts'
import { may, turnAway } from '../../permissions.ts'
import { indexFileWords } from './index-file-words.ts'

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
  const { verdict } = await ctx.scanner.scan({ bytes, name: file.name, mediaType: file.mediaType })
  const done = await commit(ctx, await planVerdict(ctx, fileId, file, verdict))
  if (done.ok) await ctx.post({ v: 1, kind: 'sync', tenant: ctx.agency.id })
  // The item changed while it was read: the queue asks again, unless another run kept the verdict.
  else if ((await readScan(ctx.db, fileId))?.scan === 'pending') return refuse({ code: 'busy' })
  return ok(null)
}

async function planVerdict(
  ctx: Ctx,
  fileId: string,
  { itemId, live, seq, words }: ScanRow,
  verdict: 'clean' | 'infected',
): Promise<Plan> {
  const scanned = { kind: 'file.scanned', data: { item: itemId, verdict } } as const
  const searchable =
    verdict === 'clean' && live === 1 ? await indexFileWords(ctx, itemId, words ?? '') : []
  return {
    events: [
      { ...scanned, entity: 'file', entityId: fileId, seq: 1 },
      // The words are the item's from now on, for its readers here and in the region.
      ...(searchable.length === 0
        ? []
        : [{ ...scanned, entity: 'item' as const, entityId: itemId, seq: seq + 1 }]),
    ],
    statements: [...keepVerdict(fileId, verdict), ...searchable],
  }
}
