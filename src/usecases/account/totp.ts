import { codeOf, openSteps, readCode } from '../../domain/account/second-factor.ts'

/** Draws the secret of a second factor: 160 bits, the length of its HMAC (RFC 4226 4). */
export function drawTotpSecret(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(20))
}

/** The code of a step (动态口令): HMAC-SHA-1 over its number (RFC 6238). */
export async function totpAt(secret: Uint8Array<ArrayBuffer>, step: number): Promise<number> {
  const algorithm = { name: 'HMAC', hash: 'SHA-1' }
  const key = await crypto.subtle.importKey('raw', secret, algorithm, false, ['sign'])
  const counter = new Uint8Array(8)
  new DataView(counter.buffer).setBigUint64(0, BigInt(step))
  return codeOf(new Uint8Array(await crypto.subtle.sign('HMAC', key, counter)))
}

/** The step of which a typed code is, among those that are open now and later than `after`; or null. */
export async function stepOfCode(
  secret: Uint8Array<ArrayBuffer>,
  typed: string,
  { now, after }: { now: number; after: number },
): Promise<number | null> {
  const given = readCode(typed)
  if (given === null) return null
  let found: number | null = null
  for (const step of openSteps(now)) {
    const differs = (await totpAt(secret, step)) ^ given
    if (differs === 0 && step > after) found = step
  }
  return found
}
