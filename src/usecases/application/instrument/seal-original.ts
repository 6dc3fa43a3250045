import type { Statement } from '../../../store/statement.ts'
import { insertOriginal } from '../../../store/tenant/application/reply-file.ts'
import type { Ctx } from '../../context.ts'
import { sealFileName } from './seal.ts'

/** An original on its way into its seal. */
export type Original = {
  name: string
  mediaType: string
  bytes: Uint8Array<ArrayBuffer>
  sha256: string
}

/**
 * Seals what a redacted file was made from (原件封存, 条例第37条): under a prefix of its own, encrypted
 * under a key of its own. Its id follows from its content, so that a repeated try meets its own seal.
 */
export async function sealOriginal(
  { files, keys, now }: Pick<Ctx, 'files' | 'keys' | 'now'>,
  receipt: string,
  staff: string,
  { name, mediaType, bytes, sha256 }: Original,
): Promise<{ id: string; nameSealed: string; statement: Statement }> {
  const id = await keys.mac('original', `${receipt}|${sha256}`)
  const key = await keys.original(id)
  const nameSealed = await sealFileName(keys, receipt, id, name)
  const objectKey = await files.put(
    `original/${receipt}`,
    id,
    await key.seal(bytes),
    'application/octet-stream',
  )
  const row = { id, applicationId: receipt, nameSealed, bytes: bytes.length, mediaType, sha256 }
  const sealed = { ...row, objectKey, sealedBy: staff, sealedAt: now }
  return { id, nameSealed, statement: insertOriginal(sealed) }
}
