import { parseSecret, receiptOf, secretOf } from '../../domain/application/receipt.ts'
import type { Keyring } from '../../store/keyring.ts'

/**
 * Makes a receipt (回执编号): derived from the idempotency key where there is one, so that a repeated
 * try meets its own files again; random otherwise.
 */
export async function makeReceipt(keys: Keyring, idempotencyKey: string | null): Promise<string> {
  if (idempotencyKey === null) return receiptOf(crypto.getRandomValues(new Uint8Array(32)))
  return receiptOf(await keys.derive('receipt', idempotencyKey))
}

/** Derives the query password (查询密码) of a receipt; it is stored nowhere. */
export async function secretFor(keys: Keyring, receipt: string): Promise<string> {
  return secretOf(await keys.derive('receipt-secret', receipt))
}

/** Tells whether a typed password opens a receipt, in the same time whatever is wrong with it. */
export async function opens(keys: Keyring, receipt: string, typed: string): Promise<boolean> {
  const [a, b] = await Promise.all([
    secretFor(keys, receipt).then((secret) => keys.derive('compare', secret)),
    keys.derive('compare', parseSecret(typed) ?? ''),
  ])
  let difference = 0
  for (const [index, byte] of a.entries()) difference |= byte ^ (b[index] ?? 0)
  return difference === 0
}
