import { ok, refuse, type Result } from '../../../domain/shared/refusal.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import type { FileStore, Part } from '../../../store/files.ts'
import { readBatch } from '../../../store/read.ts'
import {
  type DraftFileRow,
  readPublishedFile,
  selectItemFiles,
} from '../../../store/tenant/item/file.ts'
import type { Ctx } from '../../context.ts'
import { may, turnAway } from '../../permissions.ts'
import { displayOver } from '../display-over.ts'

/** An attachment that may be sent (附件): its digest is its version. */
export type OpenedFile = {
  name: string
  mediaType: string
  bytes: number
  sha256: string
  /** Fetches it, or no more than a part of it; null when the bucket lost it. */
  read(part?: Part): Promise<ReadableStream | null>
}

/** Opens an attachment of a published item; refuses `not-found` for anything else. */
export async function readItemFile(
  { db, files, now }: Pick<Ctx, 'db' | 'files' | 'now'>,
  itemId: string,
  fileId: string,
): Promise<Result<OpenedFile>> {
  const file = await readPublishedFile(db, itemId, fileId)
  if (file === null || displayOver(file, localDateOf(now)) !== null) {
    return refuse({ code: 'not-found' })
  }
  return ok(opened(files, file))
}

/** Opens a file of an item at the desk (稿件附件), published or not; refuses `not-found` for others. */
export async function readDraftFile(
  { db, files, actor }: Pick<Ctx, 'db' | 'files' | 'actor'>,
  itemId: string,
  fileId: string,
): Promise<Result<OpenedFile>> {
  if (!may(actor, 'item.list-desk')) return turnAway(actor)
  const [rows] = await readBatch<[DraftFileRow]>(db, [selectItemFiles(itemId)])
  const file = rows.find(({ id }) => id === fileId)
  return file === undefined ? refuse({ code: 'not-found' }) : ok(opened(files, file))
}

function opened(
  files: FileStore,
  file: Omit<OpenedFile, 'read'> & { objectKey: string },
): OpenedFile {
  const { name, mediaType, bytes, sha256, objectKey } = file
  return {
    name,
    mediaType,
    bytes,
    sha256,
    read: async (part) => (await files.get(objectKey, part))?.body ?? null,
  }
}
