import type { Resolved, Resolver } from '../tenancy/resolve.ts'

/** A request as it arrives (来访): its address taken apart once, and whose house it asks. */
export type Arrival = { requestId: string; url: URL; found: Resolved | null }

/**
 * Takes a request's address apart; `found` is null for nobody's host, and where the Host header
 * and the address do not name the same one.
 */
export function arrive(
  { resolver, newId }: { resolver: Resolver; newId: () => string },
  request: Request,
): Arrival {
  const url = new URL(request.url)
  const host = request.headers.get('host')
  const isSame = host !== null && host.split(':', 1)[0] === url.hostname
  return {
    requestId: newId(),
    url,
    found: isSame ? resolver.resolve(host, url.pathname) : null,
  }
}
