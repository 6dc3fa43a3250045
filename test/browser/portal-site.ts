import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import type { Hono } from 'hono'
import type { AppEnv } from '../../src/http/app-env.ts'
import { assemble } from '../../src/http/app.tsx'
import { arrive } from '../../src/http/arrival.ts'
import { withSecurityHeaders } from '../../src/http/middleware/security-headers.ts'
import { createResolver } from '../../src/tenancy/resolve.ts'
import { agencies } from '../support/agencies.ts'
import type { House } from '../support/house.ts'
import { openDoor } from '../support/http.ts'
import { portalNow } from '../http/portal-house.ts'

/** A house served over real HTTP, for browsers: every agency at its own local host name. */
export type PortalSite = { url(agency: string, path: string): string; close(): Promise<void> }

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

/** Serves the real app and the real assets of a house on a free port; `extend` may add pages. */
export async function serveHouse(
  house: House,
  extend: (app: Hono<AppEnv>) => void = () => undefined,
): Promise<PortalSite> {
  const door = openDoor(house, { at: portalNow })
  const floor: { app: Hono<AppEnv> | null } = { app: null }
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const requestId = door.parts.newId()
      const request = await requestOf(incoming)
      const made = await floor.app?.fetch(request, { ...arrive(parts, request), requestId })
      const response = withSecurityHeaders(made ?? new Response(null, { status: 503 }), requestId)
      outgoing.writeHead(response.status, Object.fromEntries(response.headers))
      outgoing.end(Buffer.from(await response.arrayBuffer()))
    })()
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const resolver = createResolver(agencies, `http://{slug}.localhost:${port}`)
  const assets = { fetch: async (request: Request) => asset(new URL(request.url).pathname) }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of the platform's binding only fetch is used
  const parts = { ...door.parts, resolver, assets: assets as unknown as Fetcher }
  floor.app = assemble(parts)
  extend(floor.app)
  return {
    url: (agency, path) => {
      const found = resolver.byId(agency)
      if (found === null) throw new Error(`no test agency ${agency}`)
      return `${resolver.originOf(found)}${path}`
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => {
          resolve()
        })
      }),
  }
}

async function asset(path: string): Promise<Response> {
  const name = /^\/assets\/([a-z.-]+)$/.exec(path)?.[1]
  if (name === undefined) return new Response(null, { status: 404 })
  const bytes = await readFile(new URL(`../../src/http/static/assets/${name}`, import.meta.url))
  return new Response(bytes, {
    headers: { 'content-type': types[name.split('.').at(-1) ?? ''] ?? '' },
  })
}

async function requestOf(incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk))
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value))
  return new Request(`http://${headers.get('host') ?? ''}${incoming.url ?? '/'}`, {
    method: incoming.method ?? 'GET',
    headers,
    ...(incoming.method === 'POST' ? { body: Buffer.concat(chunks) } : {}),
  })
}
