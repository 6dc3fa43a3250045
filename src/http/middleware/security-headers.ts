const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** A header that nothing but {@link withSecurityHeaders} and {@link securedHeaders} writes. */
const written = 'permissions-policy'

const usual = {
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  [written]: 'camera=(), geolocation=(), microphone=()',
}

/** Headers with the security headers in them, for answers whose headers are written once and for all. */
export function securedHeaders(own: Readonly<Record<string, string>>): Headers {
  return new Headers({ ...usual, 'content-security-policy': policy, ...own })
}

/**
 * Puts the security headers on a response (安全响应头), whoever made it: pages, files, errors.
 * A response that set a stricter policy of its own (a file's sandbox) keeps it.
 */
export function withSecurityHeaders(response: Response, requestId: string): Response {
  const sealed = isOpen(response) ? response : new Response(response.body, response)
  const { headers } = sealed
  headers.set('x-request-id', requestId)
  if (headers.has(written)) return sealed
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', policy)
  for (const [name, value] of Object.entries(usual)) headers.set(name, value)
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
  return sealed
}

/** Whether headers may still be set: those of an answer that came from elsewhere may not. */
function isOpen({ headers }: Response): boolean {
  try {
    headers.set('x-content-type-options', 'nosniff')
    return true
  } catch {
    return false
  }
}
