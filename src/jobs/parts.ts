import type { Resolver } from '../tenancy/resolve.ts'
import type { Tenancy } from '../tenancy/open.ts'
import type { Ctx } from '../usecases/context.ts'
import type { Outbox } from '../usecases/notice/outbox.ts'

/** What the queue and the clock work with; made once per isolate by the worker. */
export type JobParts = {
  resolver: Resolver
  tenancy: Tenancy
  region: D1Database
  work: Queue
  post: Ctx['post']
  scanner: Ctx['scanner']
  outbox: Outbox
  now: () => number
  newId: () => string
}
