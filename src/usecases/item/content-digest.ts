import { canonicalJson } from '../../domain/item/canonical-json.ts'
import type { ItemContent } from '../../domain/item/content.ts'

/** SHA-256 (hex) of everything an edition says, attachments by their digests (内容摘要值): what reviews are bound to. */
export async function contentDigest(content: ItemContent): Promise<string> {
  return sha256Hex(new Uint8Array(new TextEncoder().encode(canonicalJson(content))))
}

/** SHA-256 of bytes in hexadecimal. */
export async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
