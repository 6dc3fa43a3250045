import type { BulletinContent } from '../../../domain/report/bulletin/content.ts'
import type { AgencyFacts } from '../../../domain/report/bulletin/facts.ts'
import type { BulletinKind } from '../../../domain/report/bulletin/kinds.data.ts'
import { ok, type Result } from '../../../domain/shared/refusal.ts'
import type { Ctx } from '../../context.ts'
import { inspectSelf } from '../../self-inspection/inspect.ts'
import { ownRules } from '../../../domain/self-inspection/own-rules.ts'

/** The rules of the self-inspection as they stand, and those that are tripped (自查情况). */
export type GatheredRules = {
  rules: BulletinContent['rules']
  tripped: AgencyFacts['tripped']
}

/** Gathers how the self-inspection stands (自查取数), with the days left before each rule trips; nothing for other kinds. */
export async function gatherRules(ctx: Ctx, kind: BulletinKind): Promise<Result<GatheredRules>> {
  if (kind !== 'self-inspection') return ok({ rules: [], tripped: [] })
  const inspected = await inspectSelf(ctx)
  if (!inspected.ok) return inspected
  const clauses = new Map(ownRules(ctx.agency).map(({ id, clause }) => [id, clause]))
  const rules = inspected.value.outcomes.map((outcome) => {
    const { rule, state, measured, threshold, daysLeft, tripsOn, points } = outcome
    const clause = clauses.get(rule) ?? rule
    return { rule, clause, state, measured, threshold, daysLeft, tripsOn, points }
  })
  return ok({
    rules,
    tripped: rules
      .filter(({ state }) => state === 'tripped')
      .map(({ rule, clause }) => ({ rule, what: `自查触发 ${clause}` })),
  })
}
