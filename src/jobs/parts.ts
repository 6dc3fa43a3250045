import type { Resolver } from '../tenancy/resolve.ts'
import type { Tenancy } from '../tenancy/open.ts'
import type { Ctx } from '../usecases/context.ts'

/** What the queue and the clock work with; made once per isolate by the worker. */
export type JobParts = {
  resolver: Resolver
  tenancy: Tenancy
  region: D1Database
  work: Queue
  post: Ctx['post']
  scanner: Ctx['scanner']
  now: () => number
  newId: () => string
}
