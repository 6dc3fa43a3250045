import type { Agency } from '../domain/agency/agency.ts'
import type { SiteContacts } from '../domain/catalog/site-contacts.ts'
import type { Ctx, RegionCtx } from '../usecases/context.ts'
import type { Resolver } from '../tenancy/resolve.ts'
import type { Tenancy } from '../tenancy/open.ts'
import type { SessionTokens } from '../usecases/account/session-token.ts'
import type { Arrival } from './arrival.ts'
import type { Paths } from './paths.ts'

/** What the HTTP floor is built from; made once per isolate by the worker. */
export type HttpParts = {
  resolver: Resolver
  tenancy: Tenancy
  region: D1Database
  assets: Fetcher
  tokens: SessionTokens
  limits: boolean
  /** contacts of agencies as they were last read in this isolate */
  contacts: Map<string, SiteContacts>
  post: Ctx['post']
  scanner: Ctx['scanner']
  now: () => number
  newId: () => string
}

/** The public face of the agency that a request asks. */
export type Site = { agency: Agency; base: string; origin: string; to: Paths }

/** What the middleware has found out about a request before a route runs. */
export type AppEnv = {
  Bindings: Arrival
  Variables: {
    parts: HttpParts
    requestId: string
    site: Site
    ctx: Ctx
    region: RegionCtx
    /** Digest of the client's address for limits; never the address itself */
    clientKey: string
    /** whoever acts has yet to turn on a second factor that the agency requires */
    needsFactor?: boolean
    /** receipt and query password that a form named open nothing */
    isWrongPair?: boolean
  }
}
