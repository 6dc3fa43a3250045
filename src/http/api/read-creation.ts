import type { Context } from 'hono'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { parseIdempotencyKey } from '../../usecases/idempotency.ts'
import type { AppEnv } from '../app-env.ts'
import { readJson } from './read-body.ts'

/** Reads what a call that creates something brings (新建): its JSON and its Idempotency-Key, null without one. */
export async function readCreation(
  c: Context<AppEnv>,
): Promise<Result<{ raw: unknown; key: string | null }>> {
  const key = parseIdempotencyKey(c.req.header('idempotency-key'))
  if (!key.ok) return key
  const body = await readJson(c)
  return body.ok ? ok({ raw: body.value, key: key.value }) : body
}
