import { judgeAll } from '../../domain/self-inspection/judge-all.ts'
import type { SelfInspection } from '../../domain/self-inspection/types.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { gather } from './gather.ts'
import { ownRules } from '../../domain/self-inspection/own-rules.ts'

/**
 * Inspects the agency's own site by the national table of checks (政府网站自查, 国办秘函〔2019〕19号): two
 * round trips, at most some 900 rows of lists beside the columns and the list of services.
 */
export async function inspectSelf(ctx: Ctx): Promise<Result<SelfInspection>> {
  if (!may(ctx.actor, 'self-inspection.show')) return turnAway(ctx.actor)
  return ok(judgeAll(ownRules(ctx.agency), await gather(ctx, true)))
}

/** How many rules are near, and how many tripped. */
export type Trips = { near: number; tripped: number }

/** How many rules are near or tripped today, of those that one round trip tells (今日待办). */
export async function countTrips(ctx: Ctx): Promise<Trips | null> {
  if (!may(ctx.actor, 'self-inspection.show')) return null
  const { outcomes } = judgeAll(ownRules(ctx.agency), await gather(ctx, false))
  return {
    near: outcomes.filter(({ state }) => state === 'near').length,
    tripped: outcomes.filter(({ state }) => state === 'tripped').length,
  }
}
