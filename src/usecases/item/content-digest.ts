import { canonicalJson } from '../../domain/item/canonical-json.ts'
import type { ItemContent } from '../../domain/item/content.ts'
import { sha256Hex } from '../sha256-hex.ts'

/** SHA-256 (hex) of everything an edition says, attachments by their digests (内容摘要值): what reviews are bound to. */
export async function contentDigest(content: ItemContent): Promise<string> {
  return sha256Hex(new Uint8Array(new TextEncoder().encode(canonicalJson(content))))
}
