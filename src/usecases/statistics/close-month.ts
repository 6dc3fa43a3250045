import { refuse, refuseField, ok, type Result } from '../../domain/shared/refusal.ts'
import { isOver, monthsToClose, usualClosingDay } from '../../domain/statistics/closing.ts'
import { readPeriod } from '../../domain/statistics/period.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { commit } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import { closeMonthRow, selectLastClosed } from '../../store/tenant/statistics/closed-month.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'

/**
 * Closes a month 'YYYY-MM' that is over (结账): from then on its figures change only by visible
 * corrections. A month that is closed already stays as it is. Refuses `invalid` for another period
 * and for a month that is not over.
 */
export async function closeMonth(ctx: Ctx, month: string): Promise<Result<null>> {
  const { actor } = ctx
  if (!may(actor, 'month.close')) return turnAway(actor)
  if (readPeriod(month)?.kind !== 'month') {
    return refuseField('/month', { problem: 'ill-formed', what: 'period' })
  }
  if (!isOver(month, localDateOf(ctx.now))) {
    return refuseField('/month', { problem: 'in-future' })
  }
  const by = actor.type === 'staff' ? actor.id : actor.type
  const outcome = await commit(ctx, {
    events: [{ entity: 'month', entityId: month, seq: 1, kind: 'month.closed', data: { month } }],
    statements: [closeMonthRow(month, ctx.now, by)],
  })
  // Whoever was faster has closed it.
  if (!outcome.ok && outcome.conflict !== 'event') return refuse({ code: 'busy' })
  await ctx.post({ v: 1, kind: 'sync', tenant: ctx.agency.id })
  return ok(null)
}

/** Closes the months whose closing day has come (定时结账), as the agency's settings name it. */
export async function closeDueMonths(ctx: Ctx): Promise<Result<{ closed: number }>> {
  if (!may(ctx.actor, 'month.close')) return turnAway(ctx.actor)
  const [[last]] = await readBatch<[{ month: string | null }]>(ctx.db, [selectLastClosed()])
  const day = ctx.agency.settings.monthClosesOn ?? usualClosingDay
  const due = monthsToClose(localDateOf(ctx.now), day, last?.month ?? null)
  for (const month of due) {
    const done = await closeMonth(ctx, month)
    if (!done.ok) return done
  }
  return ok({ closed: due.length })
}
