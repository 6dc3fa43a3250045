import type { SealImage } from '../../domain/document/seal-image.ts'
import { sha256Hex } from '../sha256-hex.ts'
import type { Ctx } from '../context.ts'

const sealing = 'seal-image'

/** Where a picture of the seal lies, and what it must be (印章图样的位置和摘要值). */
export type SealRef = { key: string; sha256: string }

/** Keeps a picture of the seal once, sealed, under a name made of its digest. */
export async function keepPicture(
  { files, keys }: Pick<Ctx, 'files' | 'keys'>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<SealRef> {
  const sha256 = await sha256Hex(bytes)
  const name = await keys.mac(sealing, sha256)
  const sealed = await keys.sealBytes(sealing, bytes)
  return { key: await files.put('seal', name, sealed, 'application/octet-stream'), sha256 }
}

/** Reads the picture that an instrument was issued with; throws when it is not that picture any more. */
export async function readPicture(
  { files, keys }: Pick<Ctx, 'files' | 'keys'>,
  { key, sha256 }: SealRef,
): Promise<SealImage> {
  const object = await files.get(key)
  if (object === null) throw new Error('a picture of the seal is missing')
  const png = await keys.openBytes(sealing, new Uint8Array(await object.arrayBuffer()))
  if ((await sha256Hex(png)) !== sha256) throw new Error('a picture of the seal was changed')
  return { png }
}
