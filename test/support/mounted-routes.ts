import type { HttpParts } from '../../src/http/app-env.ts'
import { assemble } from '../../src/http/app.tsx'

/** A route as it is mounted: `path` in the router's form, `method` ALL where any is answered. */
export type MountedRoute = { method: string; path: string }

/** Every route of the HTTP floor once, without the middleware, which stands on patterns with a star. */
export function mountedRoutes(parts: HttpParts): MountedRoute[] {
  const seen = new Map<string, MountedRoute>()
  for (const { method, path } of assemble(parts).routes) {
    if (method === 'ALL' && path.includes('*')) continue
    seen.set(`${method} ${path}`, { method, path })
  }
  return [...seen.values()]
}
