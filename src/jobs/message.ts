import * as z from 'zod'
import type { Message } from '../usecases/context.ts'

const tenant = z.string().min(1).max(64)
const tenants = z.array(tenant).min(1).max(100)

const schema = z.discriminatedUnion('kind', [
  z.strictObject({ v: z.literal(1), kind: z.literal('register'), tenant, key: z.string().max(64) }),
  z.strictObject({ v: z.literal(1), kind: z.literal('compare'), tenant, key: z.string().max(64) }),
  z.strictObject({ v: z.literal(1), kind: z.literal('letter'), tenant, key: z.string().max(64) }),
  z.strictObject({ v: z.literal(1), kind: z.literal('deliver'), tenant, key: z.string().max(64) }),
  z.strictObject({ v: z.literal(1), kind: z.literal('scan'), tenant, key: z.string().max(64) }),
  z.strictObject({ v: z.literal(1), kind: z.literal('destroy'), tenant, key: z.string().max(64) }),
  z.strictObject({ v: z.literal(1), kind: z.literal('notice'), tenant, key: z.string().max(64) }),
  z.strictObject({ v: z.literal(1), kind: z.literal('overwrite'), tenant }),
  z.strictObject({ v: z.literal(1), kind: z.literal('calendar'), tenant }),
  z.strictObject({
    v: z.literal(1),
    kind: z.literal('calendar-trial'),
    tenant,
    key: z.string().max(64),
  }),
  z.strictObject({ v: z.literal(1), kind: z.literal('sync'), tenant }),
  z.strictObject({ v: z.literal(1), kind: z.literal('seal'), tenant }),
  z.strictObject({
    v: z.literal(1),
    kind: z.literal('search-miss'),
    tenant,
    sealed: z.string().max(400),
  }),
  z.strictObject({ v: z.literal(1), kind: z.literal('publish-due'), tenant }),
  z.strictObject({ v: z.literal(1), kind: z.literal('sweep'), tenants }),
  z.strictObject({ v: z.literal(1), kind: z.literal('recompute'), tenants }),
  z.strictObject({ v: z.literal(1), kind: z.literal('anchor'), tenants }),
])

/** Reads a queue message; null when it is none of ours. */
export function parseMessage(body: unknown): Message | null {
  const parsed = schema.safeParse(body)
  return parsed.success ? parsed.data : null
}
