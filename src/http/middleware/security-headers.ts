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

/**
 * Puts the security headers on a response (安全响应头), whoever made it: pages, files, errors.
 * A response that set a stricter policy of its own (a file's sandbox) keeps it.
 */
export function withSecurityHeaders(response: Response, requestId: string): Response {
  const sealed = isOpen(response) ? response : new Response(response.body, response)
  const { headers } = sealed
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', policy)
  headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains')
  headers.set('x-content-type-options', 'nosniff')
  headers.set('referrer-policy', 'same-origin')
  headers.set('cross-origin-opener-policy', 'same-origin')
  headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=()')
  headers.set('x-request-id', requestId)
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
