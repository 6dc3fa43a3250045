import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import * as z from 'zod'
import type { AppEnv } from '../../app-env.ts'
import { cookieAttributes } from '../../session-cookie.ts'

const slipShape = z.strictObject({
  receipt: z.string(),
  secret: z.string(),
  submittedAt: z.string(),
  until: z.number(),
})

/** What the applicant has to keep (回执): receipt, query password, instant of submission. */
export type Slip = Omit<z.output<typeof slipShape>, 'until'>

const minutes = 10

/** Hands the slip over in a sealed cookie for ten minutes, so that a reload shows it and submits nothing. */
export async function handSlip(c: Context<AppEnv>, slip: Slip): Promise<void> {
  const { keys, now } = c.var.ctx
  const sealed = await keys.seal('slip', JSON.stringify({ ...slip, until: now + minutes * 60_000 }))
  setCookie(c, nameOf(c), sealed, { ...cookieAttributes, maxAge: minutes * 60 })
}

/** Reads the slip of this browser, or null when there is none any more. */
export async function readSlip(c: Context<AppEnv>): Promise<Slip | null> {
  const sealed = getCookie(c, nameOf(c))
  if (sealed === undefined) return null
  const { keys, now } = c.var.ctx
  try {
    const opened: unknown = JSON.parse(await keys.open('slip', sealed))
    const { until, ...slip } = slipShape.parse(opened)
    if (now < until) return slip
  } catch {
    // Not made by this agency: the same as none.
  }
  deleteCookie(c, nameOf(c), cookieAttributes)
  return null
}

function nameOf(c: Context<AppEnv>): string {
  return `__Host-yg-slip-${c.var.site.agency.slug}`
}
