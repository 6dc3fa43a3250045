import { pngParts } from './parts.ts'
import { unpackPng, type Pixels } from './unpack.ts'

/**
 * Takes an 8-bit RGBA picture apart (拆出颜色和透明度); null when it is none or broken. Its size is that
 * of its head, whatever it unpacks to.
 */
export function decodePng(bytes: Uint8Array): Pixels | null {
  const parts = pngParts(bytes)
  return parts === null || !parts.isPlain ? null : unpackPng(parts)
}
