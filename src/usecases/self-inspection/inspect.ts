import type { SelfInspection } from '../../domain/self-inspection/types.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'

/** Inspects the agency's own site by the national table of checks (政府网站自查, 国办秘函〔2019〕19号). */
// oxlint-disable-next-line typescript/require-await -- reads follow
export async function inspectSelf(ctx: Ctx): Promise<Result<SelfInspection>> {
  if (!may(ctx.actor, 'self-inspection.show')) return turnAway(ctx.actor)
  const on = localDateOf(ctx.now)
  return ok({ on, outcomes: [], vetoed: false, score: 100, unknown: 0, verdict: 'incomplete' })
}
