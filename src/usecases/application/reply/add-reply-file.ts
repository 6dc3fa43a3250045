import * as z from 'zod'
import { parseReceipt } from '../../../domain/application/receipt.ts'
import { stripTraces } from '../../../domain/inspection/strip-traces.ts'
import { fileType, type KnownFile } from '../../../domain/shared/file-type.ts'
import { ok, refuse, refuseField, type Result } from '../../../domain/shared/refusal.ts'
import { commit } from '../../../store/commit.ts'
import { readBatch } from '../../../store/read.ts'
import type { Statement } from '../../../store/statement.ts'
import {
  type ApplicationRow,
  selectApplication,
} from '../../../store/tenant/application/application.ts'
import { updateApplication } from '../../../store/tenant/application/change.ts'
import {
  type Remembered,
  rememberedStatement,
  rememberStatement,
} from '../../../store/tenant/idempotency.ts'
import {
  insertReplyFile,
  type NewReplyFile,
  type ReplyFileRow,
  selectOriginals,
  selectReplyFiles,
} from '../../../store/tenant/application/reply-file.ts'
import type { Ctx } from '../../context.ts'
import { answerAgain, repeatable, type Repeatable } from '../../idempotency.ts'
import { maxItemFileBytes } from '../../item/files/add-file.ts'
import { sha256Hex } from '../../sha256-hex.ts'
import { inspectFile } from '../../item/files/inspect-file.ts'
import { may, turnAway } from '../../permissions.ts'
import { caseOf } from '../read-case.ts'
import { openReplyFiles, type ReplyFile, sealedAs } from './reply-files.ts'
import { sealFileName } from '../instrument/seal.ts'
import { sealOriginal } from '../instrument/seal-original.ts'

/** Most files of one reply (答复附件数量上限). */
export const maxReplyFiles = 20

type Bytes = Uint8Array<ArrayBuffer>

/** What is put into a reply; `original` is what a redacted file was made from, to be sealed. */
export type NewReply = {
  file: { name: string; bytes: Bytes }
  original?: { name: string; bytes: Bytes } | undefined
  /** takes away what the file tells of people besides its content (清除痕迹) */
  strip?: boolean
}

type Fresh = KnownFile & { bytes: Bytes; sha256: string }

const remembered = z.strictObject({ id: z.string() })

/**
 * Puts a file into the reply that is being drawn up (添加答复附件, 条例第37条): inspected on arrival, the
 * same content once. What a redacted file was made from is sealed under its own key and is refused
 * as a file of the reply from then on (`file-original`). Only while a case is handled.
 */
export async function addReplyFile(
  ctx: Ctx,
  receipt: string,
  given: NewReply,
  idempotencyKey: string | null = null,
): Promise<Result<ReplyFile>> {
  const { actor } = ctx
  if (!may(actor, 'application.attach') || actor.type !== 'staff') return turnAway(actor)
  const parts = await readParts(given)
  if (!parts.ok) return parts
  const id = parseReceipt(receipt)
  if (id === null) return refuse({ code: 'not-found' })
  const { file, original } = parts.value
  const asked = [id, file.name, file.sha256, original?.sha256 ?? null]
  const repeat =
    idempotencyKey === null
      ? null
      : await repeatable(ctx.keys, 'application.attach', idempotencyKey, asked)
  const place = await placeOf(ctx, id, repeat)
  if (!place.ok) return place
  const { files, earlier } = place.value
  const twin = files.find((one) => one.id === earlier || one.sha256 === file.sha256)
  if (twin !== undefined) return shown(ctx, id, twin)
  const fits = checkPlace(place.value, parts.value)
  return fits.ok ? attach(ctx, place.value.row, actor.id, parts.value, repeat) : fits
}

type Parts = { file: Fresh; original: Fresh | null }

async function readParts({ file, original, strip }: NewReply): Promise<Result<Parts>> {
  const going = await known('/file', file, strip === true)
  if (!going.ok) return going
  const kept = original === undefined ? ok(null) : await known('/original', original)
  return kept.ok ? ok({ file: going.value, original: kept.value }) : kept
}

async function known(
  pointer: string,
  { name, bytes: given }: { name: string; bytes: Bytes },
  strip = false,
): Promise<Result<Fresh>> {
  if (given.length > maxItemFileBytes) {
    return refuse({ code: 'too-large', limitBytes: maxItemFileBytes })
  }
  const found = fileType(given, name, '附件')
  if (!found.ok) return refuseField(pointer, found.problem)
  const bytes = strip ? stripTraces(given, found.file.mediaType) : given
  return ok({ ...found.file, bytes, sha256: await sha256Hex(bytes) })
}

type Place = {
  row: ApplicationRow
  files: readonly ReplyFileRow[]
  originals: readonly { sha256: string }[]
  /** id of the file that was made under the same idempotency key */ earlier: string | null
}

async function placeOf(ctx: Ctx, id: string, repeat: Repeatable | null): Promise<Result<Place>> {
  const [[row], files, originals, [memory]] = await readBatch<
    [ApplicationRow, ReplyFileRow, { sha256: string }, Remembered]
  >(ctx.db, [
    selectApplication(id),
    selectReplyFiles(id),
    selectOriginals(id),
    rememberedStatement(repeat?.key ?? ''),
  ])
  if (row === undefined) return refuse({ code: 'not-found' })
  if (memory === undefined || repeat === null) return ok({ row, files, originals, earlier: null })
  const again = answerAgain(memory, repeat, remembered)
  return again.ok ? ok({ row, files, originals, earlier: again.value.id }) : again
}

function checkPlace({ row, files, originals }: Place, { file, original }: Parts): Result<null> {
  const { state } = caseOf(row)
  if (state !== 'accepted') return refuse({ code: 'step-not-open', state, action: 'add-file' })
  const sealed = [...originals, ...(original === null ? [] : [original])]
  if (sealed.some(({ sha256 }) => sha256 === file.sha256)) {
    return refuseField('/file', { problem: 'file-original' })
  }
  if (original !== null && files.some(({ sha256 }) => sha256 === original.sha256)) {
    return refuseField('/original', { problem: 'file-original' })
  }
  return files.length < maxReplyFiles
    ? ok(null)
    : refuseField('/file', { problem: 'too-many', limit: maxReplyFiles })
}

async function attach(
  ctx: Ctx,
  row: ApplicationRow,
  staff: string,
  { file, original }: Parts,
  repeat: Repeatable | null,
): Promise<Result<ReplyFile>> {
  const { infection, inspection } = await inspectFile(file.bytes, file.name, file.mediaType)
  if (infection !== null) return refuseField('/file', { problem: 'file-infected' })
  const sealed = original === null ? null : await sealOriginal(ctx, row.id, staff, original)
  const originalId = sealed?.id ?? null
  const stored = await storeFile(ctx, row.id, file, JSON.stringify(inspection))
  const fresh = { ...stored, addedBy: staff, originalId }
  const version = row.version + 1
  const done = await commit(ctx, {
    events: [
      {
        entity: 'application',
        entityId: row.id,
        seq: version,
        kind: 'application.file-added',
        data: { file: fresh.id, sha256: file.sha256, original: originalId },
      },
    ],
    statements: [
      updateApplication(row.id, { version, state: caseOf(row).state }),
      ...(sealed === null ? [] : [sealed.statement]),
      insertReplyFile(fresh),
      ...memoryOf(repeat, fresh.id, ctx.now),
    ],
  })
  if (!done.ok) return refuse({ code: 'stale' })
  const tenant = ctx.agency.id
  if (fresh.scan === 'pending') await ctx.post({ v: 1, kind: 'scan', tenant, key: fresh.id })
  await ctx.post({ v: 1, kind: 'sync', tenant })
  const originalName = sealed?.nameSealed ?? null
  return shown(ctx, row.id, { ...fresh, originalName, originalSha256: original?.sha256 ?? null })
}

/** Stores a file sealed and answers what its row says; `inspection` is JSON of what was found in it. */
async function storeFile(
  { files, keys, now, newId, scanner }: Ctx,
  receipt: string,
  { name, bytes, mediaType, sha256 }: Fresh,
  inspection: string,
): Promise<Omit<NewReplyFile, 'addedBy' | 'originalId'>> {
  const id = newId()
  return {
    id,
    applicationId: receipt,
    nameSealed: await sealFileName(keys, receipt, id, name),
    bytes: bytes.length,
    mediaType,
    sha256,
    objectKey: await files.put(
      `reply/${receipt}`,
      await keys.mac('reply-file', `${receipt}|${sha256}`),
      await keys.sealBytes(sealedAs.bytes(receipt), bytes),
      'application/octet-stream',
    ),
    scan: scanner.isRemote ? 'pending' : 'clean',
    scanSince: scanner.isRemote ? now : null,
    inspection: await keys.seal(sealedAs.inspection(receipt, id), inspection),
  }
}

function memoryOf(repeat: Repeatable | null, id: string, now: number): Statement[] {
  if (repeat === null) return []
  const answer = JSON.stringify({ id })
  return [rememberStatement(repeat.key, { digest: repeat.digest, answer }, now)]
}

async function shown(ctx: Ctx, receipt: string, row: ReplyFileRow): Promise<Result<ReplyFile>> {
  const [file] = await openReplyFiles(ctx, receipt, [row])
  return file === undefined ? refuse({ code: 'not-found' }) : ok(file)
}
