import { ok, type Result } from '../../domain/shared/refusal.ts'
import { readBatch } from '../../store/read.ts'
import {
  type PowerChangeRow,
  selectApprovedPowerChanges,
  selectOpenPowerChanges,
} from '../../store/tenant/service/power-change.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { type ChangeRow, changeRowOf } from './change-view.ts'
import { type DueCounts, dueCountsOf, selectDueCounts } from './due-checks.ts'

/** Changes of the list at the desk: under way, and the newest approved ones; powers to be checked. */
export type PowerChanges = { open: ChangeRow[]; approved: ChangeRow[]; toCheck: DueCounts }

const longest = 200
const newest = 30

/** Lists changes of the list of powers (职权调整列表), those under way oldest first. */
export async function listPowerChanges(ctx: Ctx): Promise<Result<PowerChanges>> {
  const { actor } = ctx
  if (!may(actor, 'power.list') || actor.type !== 'staff') return turnAway(actor)
  const [open, approved, overdue, both] = await readBatch<
    [PowerChangeRow, PowerChangeRow, { n: number }, { n: number }]
  >(ctx.db, [
    selectOpenPowerChanges(longest),
    selectApprovedPowerChanges(newest),
    ...selectDueCounts(ctx, 'power'),
  ])
  return ok({
    open: open.map((row) => changeRowOf(row, actor)),
    approved: approved.map((row) => changeRowOf(row, actor)),
    toCheck: dueCountsOf(overdue, both),
  })
}
