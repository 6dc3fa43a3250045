import type { Release, ReleaseFile } from '../../../domain/application/release.ts'
import { readBatch } from '../../../store/read.ts'
import {
  type ReplyFileRow,
  selectReplyFiles,
} from '../../../store/tenant/application/reply-file.ts'
import type { Ctx } from '../../context.ts'
import { sha256Hex } from '../../sha256-hex.ts'
import { type FileInspection, fileInspection } from '../../item/files/inspect-file.ts'
import { inspectionOf } from '../../item/finding/search-findings.ts'
import { openFileName } from '../instrument/seal.ts'

/** A file that goes out with a reply (答复附件) as officers see it; `stops` counts what stands against it. */
export type ReplyFile = {
  id: string
  name: string
  bytes: number
  mediaType: string
  sha256: string
  scan: ReplyFileRow['scan']
  inspection: FileInspection
  stops: number
  /** staff id of who put it in */ addedBy: string
  /** what it was made from: sealed, and never handed out (原件) */
  original: { id: string; name: string; sha256: string } | null
}

/** What a reply's files are sealed as, in the store and in their rows. */
export const sealedAs = {
  bytes: (receipt: string): string => `application.reply-file|${receipt}`,
  inspection: (receipt: string, id: string): string => `application.inspection.${id}|${receipt}`,
} as const

/** What a file of a case is sealed as in the store, the applicant's or the reply's. */
export function caseFileField({ purpose, receipt }: { purpose: string; receipt: string }): string {
  return purpose === 'reply' ? sealedAs.bytes(receipt) : `application.file|${receipt}`
}

/** Opens the rows of a reply's files. */
export async function openReplyFiles(
  ctx: Pick<Ctx, 'keys'>,
  receipt: string,
  rows: readonly ReplyFileRow[],
): Promise<ReplyFile[]> {
  return Promise.all(rows.map((row) => openReplyFile(ctx, receipt, row)))
}

async function openReplyFile(
  { keys }: Pick<Ctx, 'keys'>,
  receipt: string,
  row: ReplyFileRow,
): Promise<ReplyFile> {
  const { id, bytes, mediaType, sha256, scan, addedBy, originalId, originalName } = row
  const json = await keys.open(sealedAs.inspection(receipt, id), row.inspection)
  const original =
    originalId === null || originalName === null
      ? null
      : {
          id: originalId,
          name: await openFileName(keys, receipt, originalId, originalName),
          sha256: row.originalSha256 ?? '',
        }
  return {
    id,
    name: await openFileName(keys, receipt, id, row.nameSealed),
    bytes,
    mediaType,
    sha256,
    scan,
    inspection: fileInspection.parse(JSON.parse(json)),
    stops: inspectionOf(json).findings.length,
    addedBy,
    original,
  }
}

/**
 * The files of a reply as the rules look at them (答复附件核对); with `deep` the stored bytes are read
 * and compared with the digests that were inspected.
 */
export async function readRelease(ctx: Ctx, receipt: string, deep: boolean): Promise<Release> {
  const [rows] = await readBatch<[ReplyFileRow]>(ctx.db, [selectReplyFiles(receipt)])
  const opened = await openReplyFiles(ctx, receipt, rows)
  const files = await Promise.all(
    opened.map(async ({ id, name, scan, stops, addedBy }): Promise<ReleaseFile> => {
      const row = rows.find((one) => one.id === id)
      const isIntact = !deep || (row !== undefined && (await isWhole(ctx, receipt, row)))
      return { name, scan, findings: stops, addedBy, isIntact }
    }),
  )
  return { digest: await releaseDigest(rows), files }
}

/** SHA-256 over the digests of a reply's files, in their order; '' for none (附件摘要值). */
export async function releaseDigest(files: readonly { sha256: string }[]): Promise<string> {
  if (files.length === 0) return ''
  const digests = files.map(({ sha256 }) => sha256).join('\n')
  return sha256Hex(new Uint8Array(new TextEncoder().encode(digests)))
}

/** The bytes of a file of a reply, or null when the store has not the ones that were inspected. */
export async function replyBytes(
  { files, keys }: Pick<Ctx, 'files' | 'keys'>,
  receipt: string,
  { objectKey, sha256 }: Pick<ReplyFileRow, 'objectKey' | 'sha256'>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const object = await files.get(objectKey)
  if (object === null) return null
  const sealed = new Uint8Array(await object.arrayBuffer())
  const bytes = await keys.openBytes(sealedAs.bytes(receipt), sealed).catch(() => null)
  return bytes !== null && (await sha256Hex(bytes)) === sha256 ? bytes : null
}

async function isWhole(ctx: Ctx, receipt: string, row: ReplyFileRow): Promise<boolean> {
  return (await replyBytes(ctx, receipt, row)) !== null
}
