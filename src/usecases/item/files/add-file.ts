import type { ItemFile } from '../../../domain/item/item.ts'
import { fileType } from '../../../domain/shared/file-type.ts'
import { ok, refuse, refuseField, type Result } from '../../../domain/shared/refusal.ts'
import { commit } from '../../../store/commit.ts'
import { countFiles, uncountFiles } from '../../../store/tenant/item/file-count.ts'
import { addItemFileRow, readFileSlot } from '../../../store/tenant/item/file.ts'
import type { Ctx } from '../../context.ts'
import type { Repeatable } from '../../idempotency.ts'
import { may, turnAway } from '../../permissions.ts'
import { admitFile, type Admitted } from './admit-file.ts'
import { indexFileWords } from './index-file-words.ts'
import { earlierFile, rememberFile, repeatableFile } from './file-memory.ts'
import { sha256Hex } from '../../sha256-hex.ts'

/** Most bytes of one attachment of an item (单个附件大小上限). */
export const maxItemFileBytes = 20 * 1024 * 1024
/** Most attachments of one item. */
export const maxItemFiles = 50
/** Words that somebody tried to take away, and that are still there. */
const NOT_GONE: ReadonlySet<string> = new Set(['covered-text', 'same-colour', 'redaction-mark'])
const SEVERE: ReadonlySet<string> = new Set(['resident-id', 'bank-card'])

/**
 * Adds an attachment to a published item (添加附件): known kinds of file only, the same content
 * once; the same idempotency key answers again. Refuses `stale` when the item changed meanwhile,
 * harmful files, and files with full identity or card numbers or with words only made to look gone.
 */
export async function addItemFile(
  ctx: Ctx,
  itemId: string,
  { name, bytes }: { name: string; bytes: Uint8Array<ArrayBuffer> },
  idempotencyKey: string | null = null,
): Promise<Result<ItemFile>> {
  if (!may(ctx.actor, 'item.add-file')) return turnAway(ctx.actor)
  if (bytes.length > maxItemFileBytes)
    return refuse({ code: 'too-large', limitBytes: maxItemFileBytes })
  const known = fileType(bytes, name, '附件')
  if (!known.ok) return refuseField('/file', known.problem)
  const sha256 = await sha256Hex(bytes)
  const repeat = await repeatableFile(ctx.keys, idempotencyKey, [itemId, name, sha256])
  const earlier = await earlierFile(ctx.db, repeat)
  if (!earlier.ok) return earlier
  if (earlier.value !== null) return ok(earlier.value)
  const { name: cleanName, mediaType } = known.file
  const admitted = await admitFile(ctx, { bytes, name: cleanName, mediaType })
  if (!admitted.ok) return admitted
  // Here nobody reviews what goes out, so nobody can answer for such a number being in it.
  if (admitted.value.inspection.findings.some(({ kind }) => SEVERE.has(kind))) {
    return refuseField('/file', { problem: 'file-personal' })
  }
  if (admitted.value.inspection.traces.some(({ trace }) => NOT_GONE.has(trace))) {
    return refuseField('/file', { problem: 'file-redaction' })
  }
  const file = { name: cleanName, bytes: bytes.length, mediaType, sha256 }
  return attach(ctx, itemId, { ...admitted.value, file, bytes }, repeat)
}

type Fresh = Admitted & { file: Omit<ItemFile, 'id'>; bytes: Uint8Array<ArrayBuffer> }

async function attach(
  ctx: Ctx,
  itemId: string,
  { file: fresh, bytes, words, keep, announce }: Fresh,
  repeat: Repeatable | null,
): Promise<Result<ItemFile>> {
  const slot = await readFileSlot(ctx.db, itemId)
  if (slot === null) return refuse({ code: 'not-found' })
  const twin = slot.files.find(({ sha256 }) => sha256 === fresh.sha256)
  if (twin !== undefined) return ok({ ...fresh, id: twin.id })
  if (slot.files.length >= maxItemFiles) {
    return refuseField('/file', { problem: 'too-many', limit: maxItemFiles })
  }
  const file = { ...fresh, id: ctx.newId() }
  const objectName = await ctx.keys.mac('item-file', file.sha256)
  const objectKey = await ctx.files.put(`item/${itemId}`, objectName, bytes, file.mediaType)
  const searchable = await indexFileWords(ctx, itemId, words)
  const done = await commit(ctx, {
    events: [
      {
        entity: 'item',
        entityId: itemId,
        seq: slot.seq + 1,
        kind: 'item.file-added',
        data: { file: file.id },
      },
    ],
    statements: [
      ...uncountFiles([itemId]),
      ...addItemFileRow({ ...file, itemId, objectKey }),
      keep(file.id),
      ...countFiles([itemId]),
      ...searchable,
      ...rememberFile(repeat, file, ctx.now),
    ],
  })
  if (!done.ok) return refuse({ code: 'stale' })
  await announce(file.id)
  await ctx.post({ v: 1, kind: 'sync', tenant: ctx.agency.id })
  return ok(file)
}
