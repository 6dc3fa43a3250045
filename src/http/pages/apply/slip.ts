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

/** Of what a slip is: an application, or a topic request. */
type SlipKind = 'slip' | 'topic'

const minutes = 10

/** Hands the slip over in a sealed cookie for ten minutes, so that a reload shows it and submits nothing. */
export async function handSlip(
  c: Context<AppEnv>,
  slip: Slip,
  kind: SlipKind = 'slip',
): Promise<void> {
  const { keys, now } = c.var.ctx
  const sealed = await keys.seal(kind, JSON.stringify({ ...slip, until: now + minutes * 60_000 }))
  setCookie(c, nameOf(c, kind), sealed, { ...cookieAttributes, maxAge: minutes * 60 })
}

/** Reads the slip of this browser, or null when there is none any more. */
export async function readSlip(c: Context<AppEnv>, kind: SlipKind = 'slip'): Promise<Slip | null> {
  const sealed = getCookie(c, nameOf(c, kind))
  if (sealed === undefined) return null
  const { keys, now } = c.var.ctx
  try {
    const opened: unknown = JSON.parse(await keys.open(kind, sealed))
    const { until, ...slip } = slipShape.parse(opened)
    if (now < until) return slip
  } catch {
    // Not made by this agency: the same as none.
  }
  deleteCookie(c, nameOf(c, kind), cookieAttributes)
  return null
}

function nameOf(c: Context<AppEnv>, kind: SlipKind): string {
  return `__Host-yg-${kind}-${c.var.site.agency.slug}`
}
