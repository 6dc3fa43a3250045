import { changeEdit } from '../../domain/service/input.ts'
import { refuse, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { commit } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import {
  type PowerChangeRow,
  rewritePowerChange,
  selectPowerChange,
} from '../../store/tenant/service/power-change.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { planChange } from './plan-change.ts'
import { type ChangeView, showPowerChange } from './show-change.ts'

/** Writes a drafted change again (修改职权调整稿); closed once it is proposed. */
export async function editPowerChange(
  ctx: Ctx,
  id: string,
  raw: unknown,
): Promise<Result<ChangeView>> {
  const { actor } = ctx
  if (!may(actor, 'power.draft') || actor.type !== 'staff') return turnAway(actor)
  const [[row]] = await readBatch<[PowerChangeRow]>(ctx.db, [selectPowerChange(id)])
  if (row === undefined) return refuse({ code: 'not-found' })
  const input = parseInput(changeEdit, raw)
  if (!input.ok) return input
  const { version: seen, ...text } = input.value
  if (seen !== undefined && seen !== row.version) return refuse({ code: 'stale' })
  if (row.state !== 'draft') {
    return refuse({ code: 'step-not-open', state: row.state, action: 'edit' })
  }
  const plan = await planChange(ctx, text.entries)
  if (!plan.ok) return plan
  const version = row.version + 1
  const outcome = await commit(ctx, {
    events: [
      {
        entity: 'power-change',
        entityId: id,
        seq: version,
        kind: 'power-change.edited',
        data: { entries: text.entries.length },
      },
    ],
    statements: [rewritePowerChange({ id, version, ...text, draftedBy: actor.id })],
  })
  return outcome.ok ? showPowerChange(ctx, id) : refuse({ code: 'stale' })
}
