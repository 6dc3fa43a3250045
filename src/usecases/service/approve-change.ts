import { decideApproval } from '../../domain/service/decide-change.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { commit } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import { beginPowers, endPowers, insertPowerLog } from '../../store/tenant/service/power.ts'
import {
  type PowerChangeRow,
  selectRevision,
  updatePowerChange,
} from '../../store/tenant/service/power-change.ts'
import type { Ctx } from '../context.ts'
import { changeSubjectOf, entriesOf } from './change-view.ts'
import { planChange } from './plan-change.ts'

/**
 * Approves a checked change (批准公布): the list changes as of today and the log says why. Refuses
 * `invalid` when another change has meanwhile taken a matter or its code.
 */
export async function approveChange(
  ctx: Ctx,
  row: PowerChangeRow,
  staff: string,
): Promise<Result<null>> {
  // The revision is read before the list: whoever is faster then takes its number and this one is told.
  const [[newest]] = await readBatch<[{ n: number }]>(ctx.db, [selectRevision()])
  const plan = await planChange(ctx, entriesOf(row))
  if (!plan.ok) return plan
  const today = localDateOf(ctx.now)
  const n = (newest?.n ?? 0) + 1
  const { closed, opened, log } = plan.value
  const { events, patch } = decideApproval(changeSubjectOf(row), staff, plan.value, { n, today })
  const outcome = await commit(ctx, {
    events,
    statements: [
      ...endPowers([...closed], today),
      ...beginPowers(opened, today),
      ...insertPowerLog(log, today, row.id),
      updatePowerChange(row.id, patch, n),
    ],
  })
  if (!outcome.ok) return refuse({ code: 'stale' })
  await ctx.post({ v: 1, kind: 'sync', tenant: ctx.agency.id })
  return ok(null)
}
