import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { countWrongPair, mayNamePair } from '../../usecases/application/receipt-tries.ts'
import type { AppEnv } from '../app-env.ts'
import { refusalResponse } from '../refusal.tsx'

/**
 * Looks after the tries of receipt and query password (查询限次) of a call: a client with too many wrong
 * ones gets 429 before anything is looked at, and a pair that opened nothing is counted.
 */
export async function withReceiptTries(
  c: Context<AppEnv>,
  handle: () => Response | Promise<Response>,
): Promise<Response> {
  const admitted = await mayNamePair(c.var.ctx, c.var.clientKey)
  if (!admitted.ok) return refusalResponse(c, admitted.refusal)
  const response = await handle()
  if (response.status === 404) await countWrongPair(c.var.ctx, c.var.clientKey)
  return response
}

/** The same for the pages whose forms name the pair. */
export const receiptTries = createMiddleware<AppEnv>(async function receiptTries(c, next) {
  const { ctx, clientKey } = c.var
  const admitted = await mayNamePair(ctx, clientKey)
  if (!admitted.ok) return refusalResponse(c, admitted.refusal)
  await next()
  if (c.res.status === 404 || c.get('isWrongPair') === true) await countWrongPair(ctx, clientKey)
  return undefined
})
