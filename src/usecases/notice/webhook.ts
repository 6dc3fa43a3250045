import type { Agency } from '../../domain/agency/agency.ts'
import type { Delivery } from '../../domain/notice/types.ts'
import { webhookUrlFault } from '../../domain/notice/webhook-url.ts'
import { toRfc3339 } from '../../domain/time/instant.ts'
import type { Adapter, Outgoing } from './outbox.ts'

/** How the receivers of notices are reached: the keys of an agency sign, the newest first. */
export type WebhookParts = {
  secretsOf: (agency: Agency) => readonly Uint8Array<ArrayBuffer>[]
  /** hosts of private networks that the operator lets in */ allowed: readonly string[]
  /** the platform's `fetch` */ request: typeof fetch
  /** longest wait for an answer, in ms */ timeout?: number
}

const usualTimeout = 10_000
const gone = 410

/**
 * Tells applicants through a receiver of the agency's (通知接口): one POST of JSON, signed as Standard
 * Webhooks 1.0 says, without following redirects and without reading the answer. Any 2xx is
 * success; 410 ends it; everything else is tried again.
 */
export function webhookAdapter(parts: WebhookParts): Adapter {
  return async function tell(agency, outgoing) {
    const url = agency.settings.notices?.webhook
    const secrets = parts.secretsOf(agency)
    if (url === undefined || secrets.length === 0 || webhookUrlFault(url, parts.allowed) !== null) {
      return { ok: false, why: 'switched-off', final: true }
    }
    const body = JSON.stringify(payloadOf(agency, outgoing))
    const headers = await signedHeaders(secrets, outgoing, body)
    const signal = AbortSignal.timeout(parts.timeout ?? usualTimeout)
    try {
      const init = { method: 'POST', redirect: 'manual', headers, body, signal } as const
      const response = await parts.request(url, init)
      await response.body?.cancel()
      return outcomeOf(response.status)
    } catch {
      return { ok: false, why: signal.aborted ? 'timeout' : 'unreachable', final: false }
    }
  }
}

/** Signs a message as Standard Webhooks 1.0 does: HMAC-SHA-256 over id, seconds and body, in base64. */
export async function signWebhook(
  secret: Uint8Array<ArrayBuffer>,
  { id, seconds, body }: { id: string; seconds: number; body: string },
): Promise<string> {
  const method = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', secret, method, false, ['sign'])
  const signed = new TextEncoder().encode(`${id}.${String(seconds)}.${body}`)
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, signed))
  return `v1,${btoa(Array.from(mac, (byte) => String.fromCharCode(byte)).join(''))}`
}

async function signedHeaders(
  secrets: readonly Uint8Array<ArrayBuffer>[],
  { id, at }: Outgoing,
  body: string,
): Promise<Record<string, string>> {
  const seconds = Math.floor(at / 1000)
  const signatures = await Promise.all(
    secrets.map((secret) => signWebhook(secret, { id, seconds, body })),
  )
  return {
    'content-type': 'application/json; charset=utf-8',
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signatures.join(' '),
  }
}

function payloadOf(agency: Agency, outgoing: Outgoing): Record<string, unknown> {
  const { contact, to, subject, text, url, at } = outgoing
  return {
    type: 'application.progress',
    timestamp: toRfc3339(at),
    data: {
      agency: { id: agency.id, name: agency.name },
      channel: contact === 'phone' ? 'sms' : 'email',
      to,
      subject,
      text,
      url,
    },
  }
}

function outcomeOf(status: number): Delivery {
  if (status >= 200 && status < 300) return { ok: true }
  // A redirect that is not followed has status 0 on some platforms.
  const isRedirect = status === 0 || (status >= 300 && status < 400)
  return { ok: false, why: isRedirect ? 'redirected' : 'refused', final: status === gone }
}
