import { toBase64Url } from '../../store/keyring.ts'

/** How long a session may last and may rest (会话时限), in milliseconds. */
export const sessionLife = {
  /** From log-in, however busy */
  absolute: 12 * 3_600_000,
  /** Since it was last used */
  idle: 30 * 60_000,
  /** How often its last use is written */
  touchEvery: 5 * 60_000,
} as const

/** The id under which a session is stored: a digest, so a stolen database opens no session. */
export async function sessionRowId(sessionId: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(sessionId))
  return toBase64Url(new Uint8Array(digest))
}
