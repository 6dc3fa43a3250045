import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../app-env.ts'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Computes the key by which one client's tries are counted (来访限次): a keyed digest of the
 * address that the edge tells, never the address. Plain reads need none and pay for none.
 */
export const client = createMiddleware<AppEnv>(async function client(c, next) {
  const address = c.req.header('cf-connecting-ip')
  const isCounted = !reading.has(c.req.method) || c.req.header('authorization') !== undefined
  c.set(
    'clientKey',
    address === undefined || !isCounted
      ? 'unknown'
      : await c.get('ctx').keys.mac('client', address),
  )
  return next()
})
