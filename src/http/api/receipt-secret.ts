import type { Context } from 'hono'
import type { AppEnv } from '../app-env.ts'

/** The query password that a call shows (`Authorization: Receipt …`), '' when it shows none. */
export function receiptSecret(c: Context<AppEnv>): string {
  return /^Receipt +(\S{1,64})$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? ''
}
