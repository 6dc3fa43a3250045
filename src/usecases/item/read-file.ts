import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { readPublishedFile } from '../../store/tenant/item-file.ts'
import type { Ctx } from '../context.ts'

/** An attachment ready to be sent (附件): its digest is its version. */
export type OpenedFile = {
  name: string
  mediaType: string
  bytes: number
  sha256: string
  body: ReadableStream
}

/** Opens an attachment of a published item; refuses `not-found` for anything else. */
export async function readItemFile(
  { db, files }: Pick<Ctx, 'db' | 'files'>,
  itemId: string,
  fileId: string,
): Promise<Result<OpenedFile>> {
  const file = await readPublishedFile(db, itemId, fileId)
  const object = file === null ? null : await files.get(file.objectKey)
  if (file === null || object === null) return refuse({ code: 'not-found' })
  const { name, mediaType, bytes, sha256 } = file
  return ok({ name, mediaType, bytes, sha256, body: object.body })
}
