import { parseReceipt } from '../../domain/application/receipt.ts'
import type { Keyring } from '../../store/keyring.ts'
import { makeReceipt } from '../application/receipt-secret.ts'

/** Makes the receipt of a topic request (点题回执编号): DT- and 20 characters, 100 bits. */
export async function makeTopicReceipt(
  keys: Keyring,
  idempotencyKey: string | null,
): Promise<string> {
  const own = idempotencyKey === null ? null : await keys.mac('topic-receipt', idempotencyKey)
  return (await makeReceipt(keys, own)).replace(/^SQ/, 'DT')
}

/** Reads a receipt of a topic as people type it; null when it is none. */
export function parseTopicReceipt(text: string): string | null {
  const bare = text.length > 64 ? '' : text.toUpperCase().replaceAll(/[\s-]/g, '')
  if (!bare.startsWith('DT') && bare.length !== 20) return null
  const read = parseReceipt(bare.length === 22 ? bare.slice(2) : bare)
  return read === null ? null : read.replace(/^SQ/, 'DT')
}
