import { pictureHead } from '../../../domain/document/picture.ts'
import { withFigures } from '../../../domain/item/figures.ts'
import type { ItemFile } from '../../../domain/item/item.ts'
import { stripTraces } from '../../../domain/inspection/strip-traces.ts'
import { fileType } from '../../../domain/shared/file-type.ts'
import { ok, refuse, refuseField, type Result } from '../../../domain/shared/refusal.ts'
import { commit } from '../../../store/commit.ts'
import { addDraftFile } from '../../../store/tenant/item/file.ts'
import type { Ctx } from '../../context.ts'
import type { Repeatable } from '../../idempotency.ts'
import { may, turnAway } from '../../permissions.ts'
import { admitFile, type Admitted } from './admit-file.ts'
import { maxItemFileBytes, maxItemFiles } from './add-file.ts'
import { sha256Hex } from '../../sha256-hex.ts'
import { changeContent } from '../edit-item.ts'
import { earlierFile, rememberFile, repeatableFile } from './file-memory.ts'
import { readWork } from '../read-work.ts'

/** A file as it was uploaded; `strip` takes away what it tells of people besides its content (清除痕迹). */
export type NewFile = { name: string; bytes: Uint8Array<ArrayBuffer>; strip?: boolean }

/**
 * Attaches a file to the edition under way (添加附件): known kinds only, the same content once. Of
 * an item that the public reads a new edition begins, so nothing goes out unreviewed.
 */
export async function attachFile(
  ctx: Ctx,
  itemId: string,
  { name, bytes: given, strip = false }: NewFile,
  idempotencyKey: string | null = null,
): Promise<Result<ItemFile>> {
  if (!may(ctx.actor, 'item.draft')) return turnAway(ctx.actor)
  if (given.length > maxItemFileBytes) {
    return refuse({ code: 'too-large', limitBytes: maxItemFileBytes })
  }
  const known = fileType(given, name, '附件')
  if (!known.ok) return refuseField('/file', known.problem)
  const bytes = strip ? stripTraces(given, known.file.mediaType) : given
  const sha256 = await sha256Hex(bytes)
  const repeat = await repeatableFile(ctx.keys, idempotencyKey, [itemId, name, sha256])
  const earlier = await earlierFile(ctx.db, repeat)
  if (!earlier.ok) return earlier
  if (earlier.value !== null) return ok(earlier.value)
  const { name: cleaned, mediaType } = known.file
  const admitted = await admitFile(ctx, { bytes, name: cleaned, mediaType })
  if (!admitted.ok) return admitted
  const head = pictureHead(bytes)
  const pixels = head === null ? {} : { pixels: { width: head.width, height: head.height } }
  const file = { name: cleaned, mediaType, bytes: bytes.length, sha256, ...pixels }
  return attach(ctx, itemId, { ...admitted.value, file, bytes }, repeat)
}

type Fresh = Admitted & { file: Omit<ItemFile, 'id'>; bytes: Uint8Array<ArrayBuffer> }

async function attach(
  ctx: Ctx,
  itemId: string,
  { file: fresh, bytes, keep, announce }: Fresh,
  repeat: Repeatable | null,
): Promise<Result<ItemFile>> {
  const work = await readWork(ctx, itemId)
  if (work === null) return refuse({ code: 'not-found' })
  const { attachments } = work.content
  const { mediaType, sha256 } = fresh
  const twin = attachments.find((file) => file.sha256 === sha256)
  if (twin !== undefined) {
    const statements = rememberFile(repeat, twin, ctx.now)
    if (statements.length > 0) await commit(ctx, { events: [], statements })
    return ok(twin)
  }
  if (attachments.length >= maxItemFiles) {
    return refuseField('/file', { problem: 'too-many', limit: maxItemFiles })
  }
  const before = work.files.find((one) => one.sha256 === sha256)
  const file = { ...fresh, id: before?.id ?? ctx.newId() }
  const objectName = await ctx.keys.mac('item-file', sha256)
  const objectKey = await ctx.files.put(`item/${itemId}`, objectName, bytes, mediaType)
  // A figure of the text may have waited for this very file.
  const content = withFigures({ ...work.content, attachments: [...attachments, file] })
  const done = await changeContent(ctx, work, content, {}, [
    ...(before === undefined ? [addDraftFile({ ...file, itemId, objectKey }), keep(file.id)] : []),
    ...rememberFile(repeat, file, ctx.now),
  ])
  if (!done.ok) return done
  if (before === undefined) await announce(file.id)
  return ok(file)
}
