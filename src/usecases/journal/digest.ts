import { type JournalSeal, type SealedEvent, sealText } from '../../domain/journal/seal.ts'
import { sha256Hex } from '../sha256-hex.ts'

/** The digest of a seal (封存摘要值): SHA-256 over the digest before and what it covers. */
export function digestOf(
  agencyId: string,
  previous: string,
  seal: Omit<JournalSeal, 'digest'>,
  events: readonly SealedEvent[],
): Promise<string> {
  return sha256Hex(
    new Uint8Array(new TextEncoder().encode(sealText(agencyId, previous, seal, events))),
  )
}
