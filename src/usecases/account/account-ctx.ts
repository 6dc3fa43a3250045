import type { Ctx } from '../context.ts'

/** What the verbs on accounts need of a context (人员账号): neither files nor the queue. */
export type AccountCtx = Pick<Ctx, 'actor' | 'db' | 'keys' | 'now' | 'newId'>
