import type { HttpParts } from '../../src/http/app-env.ts'
import { createApp } from '../../src/http/app.tsx'
import { ok, refuse } from '../../src/domain/shared/refusal.ts'
import { createResolver, type Resolver } from '../../src/tenancy/resolve.ts'
import {
  createSessionTokens,
  type SessionSecrets,
} from '../../src/usecases/account/session-token.ts'
import { builtInScanner } from '../../src/usecases/scanner.ts'
import { newId } from '../../src/usecases/new-id.ts'
import { agencies } from './agencies.ts'
import type { House } from './house.ts'
import { staticAssets } from './static-assets.ts'

/** What a test may say of a request; a record as `json` is sent as a JSON body by POST. */
export type DoorInit = {
  method?: string
  headers?: Readonly<Record<string, string>>
  body?: BodyInit
  json?: unknown
}

/** The HTTP floor of a house, asked by agency and path as from outside. */
export type Door = {
  /** Asks an agency; `path` begins with / and lies below the agency's origin and channel prefix. */
  request(agencyId: string, path: string, init?: DoorInit): Promise<Response>
  /** The same below /api/v1, answering status, headers and the parsed body. */
  api(
    agencyId: string,
    path: string,
    init?: DoorInit,
  ): Promise<{ status: number; headers: Headers; body: unknown }>
  resolver: Resolver
  parts: HttpParts
}

/** Reads a text out of an answer's body; throws when it is not there. */
export function textIn(body: unknown, name: string): string {
  if (typeof body === 'object' && body !== null) {
    const value: unknown = Reflect.get(body, name)
    if (typeof value === 'string') return value
  }
  throw new Error(`no text ${name}`)
}

/** Secret of session tokens in tests. */
export const sessionKey = 'test-session-key-0123456789abcdefghijklmnopqrstuv'

/** How a door differs from the usual one: the clock, limits, and by which keys it knows sessions. */
type DoorOptions = {
  at?: string | (() => number)
  limits?: boolean
  sessionKeys?: SessionSecrets
}

/** Opens the door of a house: the real app on real D1 and R2 handles; `at` fixes the clock. */
export function openDoor(
  house: House,
  { at, limits = false, sessionKeys = [sessionKey] }: DoorOptions = {},
): Door {
  const resolver = createResolver(agencies, null)
  const parts: HttpParts = {
    resolver,
    tenancy: {
      open: async (id) =>
        resolver.byId(id) === null ? refuse({ code: 'not-found' }) : ok(await house.tenant(id)),
    },
    region: house.region,
    assets: staticAssets,
    tokens: createSessionTokens(sessionKeys),
    limits,
    contacts: new Map(),
    post: async (message) => {
      house.posted.push(message)
    },
    now: typeof at === 'function' ? at : () => (at === undefined ? Date.now() : Date.parse(at)),
    newId,
    scanner: builtInScanner,
  }
  const app = createApp(parts)
  const request: Door['request'] = async (agencyId, path, init = {}) => {
    const agency = resolver.byId(agencyId)
    if (agency === null) throw new Error(`no test agency ${agencyId}`)
    const url = new URL(`${resolver.originOf(agency)}${path}`)
    const headers = new Headers({ host: url.host, ...init.headers })
    const { json } = init
    if (json !== undefined && !headers.has('content-type')) {
      headers.set('content-type', 'application/json')
    }
    const body = json === undefined ? init.body : JSON.stringify(json)
    return app(
      new Request(url, {
        method: init.method ?? (body === undefined ? 'GET' : 'POST'),
        headers,
        ...(body === undefined ? {} : { body }),
      }),
    )
  }
  return {
    request,
    resolver,
    parts,
    async api(agencyId, path, init) {
      const response = await request(agencyId, `/api/v1${path}`, init)
      const text = await response.text()
      const body: unknown = text === '' ? null : JSON.parse(text)
      return { status: response.status, headers: response.headers, body }
    },
  }
}
