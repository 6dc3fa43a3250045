import { decode, sign, verify } from '@tsndr/cloudflare-worker-jwt'
import { toBase64Url } from '../../store/keyring.ts'

/** What a session token says: whose session, of which agency, until when (epoch seconds). */
export type SessionClaims = { sessionId: string; staffId: string; agencyId: string; exp: number }

/** Keys of session tokens (会话密钥): the one that signs, and while it changes one more that is accepted. */
export type SessionSecrets = readonly [string, ...string[]]

/** Makes and checks session tokens; the only place that touches the JWT package. */
export type SessionTokens = {
  issue(claims: SessionClaims, nowMs: number): Promise<string>
  /** The claims of a token that is wholly in order for this agency now, or null. */
  read(token: string, agencyId: string, nowMs: number): Promise<SessionClaims | null>
}

const issuer = 'yangguang'
const kind = 'yg-session+jwt'
const maxLength = 1024
const part = /^[A-Za-z0-9_-]+$/

/**
 * Builds the token maker (会话令牌): HS256 only, every registered claim required and typed,
 * audience = agency id, three canonical base64url parts; whatever is off reads as null. The first
 * of `secrets` signs, each of them is accepted (轮换): a token says which by an id derived from it.
 */
export function createSessionTokens(secrets: SessionSecrets): SessionTokens {
  // Ids, not promises of them: a promise made in one request may never settle for another.
  const known = new Map<string, string>()
  const idOf = async (secret: string): Promise<string> => {
    const made = known.get(secret) ?? (await sessionKeyId(secret))
    known.set(secret, made)
    return made
  }
  const secretNamed = async (id: unknown): Promise<string | null> => {
    for (const secret of secrets) if ((await idOf(secret)) === id) return secret
    return null
  }
  return {
    async issue({ sessionId, staffId, agencyId, exp }, nowMs) {
      const iat = Math.floor(nowMs / 1000)
      return sign(
        { iss: issuer, aud: agencyId, sub: staffId, jti: sessionId, iat, nbf: iat, exp },
        secrets[0],
        { algorithm: 'HS256', header: { typ: kind, kid: await idOf(secrets[0]) } },
      )
    },
    async read(token, agencyId, nowMs) {
      if (!isCanonical(token)) return null
      try {
        const { header, payload }: { header: unknown; payload: unknown } = decode(token)
        const secret = hasOurHeader(header) ? await secretNamed(header['kid']) : null
        if (secret === null) return null
        const verified = await verify(token, secret, {
          algorithm: 'HS256',
          throwError: false,
          // The package would ask the machine's clock; the claims below are held against `nowMs`.
          clockTolerance: Number.MAX_SAFE_INTEGER,
        })
        return verified === undefined ? null : claimsOf(payload, agencyId, nowMs / 1000)
      } catch {
        return null
      }
    },
  }
}

/** The id of a key in a token (kid): a digest of which 96 bits show, and none of the key. */
export async function sessionKeyId(secret: string): Promise<string> {
  const bytes = new TextEncoder().encode(`${kind}|${secret}`)
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).slice(0, 12))
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

function hasOurHeader(header: unknown): header is Record<string, unknown> {
  if (!isRecord(header)) return false
  return (
    header['alg'] === 'HS256' &&
    header['typ'] === kind &&
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
