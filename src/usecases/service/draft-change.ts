import * as z from 'zod'
import { changeDraft } from '../../domain/service/input.ts'
import { refuse, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { commit } from '../../store/commit.ts'
import { insertPowerChange } from '../../store/tenant/service/power-change.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { recall } from '../recall.ts'
import { planChange } from './plan-change.ts'
import { type ChangeView, showPowerChange } from './show-change.ts'

const remembered = z.strictObject({ id: z.string() })

/** Draws up a change of the list of powers (起草职权调整); refuses entries that do not fit the list. */
export async function draftPowerChange(
  ctx: Ctx,
  raw: unknown,
  idempotencyKey: string | null = null,
): Promise<Result<ChangeView>> {
  const { actor } = ctx
  if (!may(actor, 'power.draft') || actor.type !== 'staff') return turnAway(actor)
  const input = parseInput(changeDraft, raw)
  if (!input.ok) return input
  const repeat = await recall(ctx, 'power-change.draft', idempotencyKey, input.value, remembered)
  if (!repeat.ok) return repeat
  const { earlier, remember } = repeat.value
  if (earlier !== null) return showPowerChange(ctx, earlier.id)
  const plan = await planChange(ctx, input.value.entries)
  if (!plan.ok) return plan
  const id = ctx.newId()
  const outcome = await commit(ctx, {
    events: [
      {
        entity: 'power-change',
        entityId: id,
        seq: 1,
        kind: 'power-change.drafted',
        data: { entries: input.value.entries.length },
      },
    ],
    statements: [
      insertPowerChange({ id, ...input.value, draftedBy: actor.id, draftedAt: ctx.now }),
      ...remember({ id }),
    ],
  })
  return outcome.ok ? showPowerChange(ctx, id) : refuse({ code: 'busy' })
}
