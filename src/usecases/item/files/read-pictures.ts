import type { Pictures } from '../../../domain/document/picture.ts'
import { readBatch } from '../../../store/read.ts'
import { type OpenFile, selectOpenFiles } from '../../../store/tenant/item/file.ts'
import type { Ctx } from '../../context.ts'

/** Most bytes of pictures that go into one document: an isolate has 128 MiB for everything. */
const mostBytes = 24 * 1024 * 1024

/**
 * Reads the pictures that the text of a published item shows (正文图片), for its document as a file: only what
 * the public may read, in the order of the text, as many as memory holds.
 */
export async function readPictures(
  { db, files }: Pick<Ctx, 'db' | 'files'>,
  itemId: string,
  ids: readonly string[],
): Promise<Pictures> {
  const [rows] = await readBatch<[OpenFile]>(db, [selectOpenFiles(itemId)])
  const pictures = new Map<string, Uint8Array<ArrayBuffer>>()
  let left = mostBytes
  for (const id of ids) {
    const row = rows.find((one) => one.id === id)
    if (row === undefined || row.bytes > left) continue
    const object = await files.get(row.objectKey)
    if (object === null) continue
    left -= row.bytes
    pictures.set(id, new Uint8Array(await object.arrayBuffer()))
  }
  return pictures
}
