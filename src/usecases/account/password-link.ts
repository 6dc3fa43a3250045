import { toBase64Url } from '../../store/keyring.ts'

/** How long a link may be used (设密码链接时限), in milliseconds. */
export const linkLifeMs: number = 30 * 60_000

const secretBytes = 32

/** Draws the secret of a link: 256 bits, which nobody guesses. */
export function drawLinkSecret(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(secretBytes)))
}

/** Says whether a text may be such a secret, before anything is looked up. */
export function isLinkSecret(text: string): boolean {
  return /^[\w-]{43}$/.test(text)
}

/** Under what a link is stored: a digest, so a stolen database sets no password. */
export async function linkDigest(secret: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))
  return toBase64Url(new Uint8Array(digest))
}
