import * as z from 'zod'
import { incidentReport } from '../../domain/incident/input.ts'
import { refuse, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { commit } from '../../store/commit.ts'
import type { Ctx } from '../context.ts'
import { findReferences } from '../item/find-references.ts'
import { may, turnAway } from '../permissions.ts'
import { recall } from '../recall.ts'
import { planIncident } from './plan-incident.ts'
import { type IncidentView, showIncident } from './show.ts'

const remembered = z.strictObject({ id: z.string() })

/** Opens an incident (报告信息安全事件) before or besides a removal; only heads and administrators see it. */
export async function openIncident(
  ctx: Ctx,
  raw: unknown,
  idempotencyKey: string | null = null,
): Promise<Result<IncidentView>> {
  const { actor } = ctx
  if (!may(actor, 'incident.handle') || actor.type !== 'staff') return turnAway(actor)
  const input = parseInput(incidentReport, raw)
  if (!input.ok) return input
  const { what, level, item } = input.value
  const named = await findReferences(ctx, item === undefined ? [] : [item], '/item')
  if (!named.ok) return named
  const repeat = await recall(ctx, 'incident.open', idempotencyKey, input.value, remembered)
  if (!repeat.ok) return repeat
  if (repeat.value.earlier !== null) return showIncident(ctx, repeat.value.earlier.id)
  const id = ctx.newId()
  const plan = planIncident({
    id,
    what,
    level,
    itemId: named.value[0]?.id ?? null,
    staffId: actor.id,
    now: ctx.now,
    isRemoved: false,
  })
  const outcome = await commit(ctx, {
    events: plan.events,
    statements: [...plan.statements, ...repeat.value.remember({ id })],
  })
  if (!outcome.ok) return refuse({ code: 'busy' })
  await ctx.post({ v: 1, kind: 'sync', tenant: ctx.agency.id })
  return showIncident(ctx, id)
}
