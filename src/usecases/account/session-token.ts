import { decode, sign, verify } from '@tsndr/cloudflare-worker-jwt'

/** What a session token says: whose session, of which agency, until when (epoch seconds). */
export type SessionClaims = { sessionId: string; staffId: string; agencyId: string; exp: number }

/** Makes and checks session tokens; the only place that touches the JWT package. */
export type SessionTokens = {
  issue(claims: SessionClaims, nowMs: number): Promise<string>
  /** The claims of a token that is wholly in order for this agency now, or null. */
  read(token: string, agencyId: string, nowMs: number): Promise<SessionClaims | null>
}

const issuer = 'yangguang'
const kind = 'yg-session+jwt'
const keyId = '1'
const maxLength = 1024
const part = /^[A-Za-z0-9_-]+$/

/**
 * Builds the token maker (会话令牌): HS256 only, every registered claim required and typed,
 * audience = agency id, three canonical base64url parts; whatever is off reads as null.
 */
export function createSessionTokens(secret: string): SessionTokens {
  return {
    async issue({ sessionId, staffId, agencyId, exp }, nowMs) {
      const iat = Math.floor(nowMs / 1000)
      return sign(
        { iss: issuer, aud: agencyId, sub: staffId, jti: sessionId, iat, nbf: iat, exp },
        secret,
        { algorithm: 'HS256', header: { typ: kind, kid: keyId } },
      )
    },
    async read(token, agencyId, nowMs) {
      if (!isCanonical(token)) return null
      try {
        const verified = await verify(token, secret, {
          algorithm: 'HS256',
          throwError: false,
          // The package would ask the machine's clock; the claims below are held against `nowMs`.
          clockTolerance: Number.MAX_SAFE_INTEGER,
        })
        if (verified === undefined) return null
        const { header, payload } = decode(token)
        return hasOurHeader(header) ? claimsOf(payload, agencyId, nowMs / 1000) : null
      } catch {
        return null
      }
    },
  }
}

/** Three unpadded base64url parts, each spelled the one way that encodes its bytes. */
function isCanonical(token: string): boolean {
  if (token.length > maxLength) return false
  const parts = token.split('.')
  return (
    parts.length === 3 &&
    parts.every((text) => {
      if (!part.test(text) || text.length % 4 === 1) return false
      const unused = text.length % 4 === 2 ? 0b1111 : text.length % 4 === 3 ? 0b11 : 0
      return (alphabet.indexOf(text.at(-1) ?? '') & unused) === 0
    })
  )
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const headerNames = new Set(['alg', 'typ', 'kid'])

function hasOurHeader(header: unknown): boolean {
  if (!isRecord(header)) return false
  return (
    header['alg'] === 'HS256' &&
    header['typ'] === kind &&
    header['kid'] === keyId &&
    Object.keys(header).every((name) => headerNames.has(name))
  )
}

function claimsOf(payload: unknown, agencyId: string, now: number): SessionClaims | null {
  if (!isRecord(payload)) return null
  const { iss, aud, sub, jti, iat, nbf, exp } = payload
  if (iss !== issuer || aud !== agencyId) return null
  if (!isName(sub) || !isName(jti)) return null
  if (!isSecond(iat) || !isSecond(nbf) || !isSecond(exp)) return null
  const isOfNow = iat <= now + 60 && nbf <= now + 60 && exp > now
  return isOfNow ? { sessionId: jti, staffId: sub, agencyId, exp } : null
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function isSecond(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
