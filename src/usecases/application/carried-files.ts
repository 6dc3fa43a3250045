import { type FileRow, selectFiles } from '../../store/tenant/application/application.ts'
import { readBatch } from '../../store/read.ts'
import type { Ctx } from '../context.ts'
import type { Storable } from './attachments.ts'
import { openFileName } from './instrument/seal.ts'

/** Opens the files of an application one after another (取出附件), for a case that takes them along. */
export async function* openAttachments(ctx: Ctx, receipt: string): AsyncGenerator<Storable> {
  const [rows] = await readBatch<[FileRow]>(ctx.db, [selectFiles(receipt)])
  for (const row of rows) {
    const { purpose } = row
    if (purpose !== 'request' && purpose !== 'authorisation') continue
    const object = await ctx.files.get(row.object_key)
    if (object === null) throw new Error('a file of a case is missing')
    const sealed = new Uint8Array(await object.arrayBuffer())
    yield {
      purpose,
      name: await openFileName(ctx.keys, receipt, row.id, row.name_sealed),
      mediaType: row.media_type,
      sha256: row.sha256,
      bytes: await ctx.keys.openBytes(`application.file|${receipt}`, sealed),
    }
  }
}
