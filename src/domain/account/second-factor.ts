/** Length of a step of time, in milliseconds, of which each has its code (RFC 6238). */
const stepMs = 30_000
const digits = 6
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Says of which steps a code is taken now (动态口令时差): this one and its neighbours, clocks being what they are. */
export function openSteps(now: number): readonly number[] {
  const step = Math.floor(now / stepMs)
  return [step - 1, step, step + 1]
}

/** Takes the code out of an HMAC-SHA-1 value (RFC 4226 5.3). */
export function codeOf(mac: Uint8Array<ArrayBuffer>): number {
  const offset = (mac.at(-1) ?? 0) & 15
  const bits = new DataView(mac.buffer, mac.byteOffset + offset, 4).getUint32(0) & 0x7fff_ffff
  return bits % 10 ** digits
}

/** Reads a code as it is typed (动态口令): six digits, blanks and wide figures forgiven; null for what is none. */
export function readCode(typed: string): number | null {
  const text = typed.normalize('NFKC').replaceAll(/\s/g, '')
  return /^\d{6}$/.test(text) ? Number(text) : null
}

/** Writes a secret as authenticators take it (密钥): RFC 4648 base 32 without padding. */
export function toBase32(bytes: Uint8Array): string {
  let [text, kept, bits] = ['', 0, 0]
  for (const byte of bytes) {
    kept = (kept << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet[(kept >> bits) & 31] ?? ''
    }
    kept &= (1 << bits) - 1
  }
  return bits === 0 ? text : text + (alphabet[(kept << (5 - bits)) & 31] ?? '')
}

/** The address by which an authenticator takes a secret at one go (otpauth). */
export function otpauthUri(issuer: string, username: string, secret: string): string {
  const [of, whose] = [encodeURIComponent(issuer), encodeURIComponent(username)]
  return `otpauth://totp/${of}:${whose}?secret=${secret}&issuer=${of}&algorithm=SHA1&digits=${digits}&period=${stepMs / 1000}`
}
