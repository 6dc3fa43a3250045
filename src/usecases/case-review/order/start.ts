import type * as z from 'zod'
import type { Agency } from '../../../domain/agency/agency.ts'
import { orderInput } from '../../../domain/case-review/order.ts'
import { redrawOf } from '../../../domain/case-review/redraw.ts'
import { drawRule } from '../../../domain/case-review/sample.ts'
import { ok, refuse, refuseField, type Result } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { commit } from '../../../store/commit.ts'
import { readBatch } from '../../../store/read.ts'
import {
  insertAnswers,
  insertOrder,
  type OrderRow,
  selectOrderCount,
  selectOrders,
} from '../../../store/tenant/case-review/order.ts'
import type { Ctx, RegionCtx } from '../../context.ts'
import { planLetter } from '../../letter/plan-letter.ts'
import { may, turnAway } from '../../permissions.ts'
import { recallId } from '../../recall.ts'
import { type OrderView, showOrder } from './show.ts'

type Asked = z.output<typeof orderInput>
type Region = Pick<RegionCtx, 'agencies'>

/** Orders that are looked at for days that meet those of another. */
const looked = 50

/** The agencies that an office may order reviews of (可以抽查的机关): right below it and not closed. */
export function agenciesBelow({ agency }: Pick<Ctx, 'agency'>, { agencies }: Region): Agency[] {
  return agencies.filter(({ parentId, closed }) => parentId === agency.id && closed === undefined)
}

/**
 * Orders reviews of agencies right below (部署评查): days, share and seed go down to each by letter, and each draws by
 * them itself. Refuses other agencies, days that are not over, a due day that is past, and days that were ordered
 * before as a further draw of one's own is refused.
 */
export async function orderReviews(
  ctx: Ctx,
  region: Region,
  raw: unknown,
  idempotencyKey: string | null = null,
): Promise<Result<OrderView>> {
  const { actor } = ctx
  if (!may(actor, 'case-review.order') || actor.type !== 'staff') return turnAway(actor)
  const input = parseInput(orderInput, raw)
  if (!input.ok) return input
  const repeat = await recallId(ctx, 'case-review.order', idempotencyKey, input.value)
  if (!repeat.ok) return repeat
  const { earlier, remember } = repeat.value
  if (earlier !== null) return showOrder(ctx, region, earlier)
  const wrong = checkDays(ctx, input.value) ?? checkAgencies(ctx, region, input.value)
  if (wrong !== null) return wrong
  const again = await reordered(ctx, input.value)
  if (!again.ok) return again
  const [id, seed] = [ctx.newId(), ctx.newId()]
  const { agencies, fromDay, toDay, percent, reportBy: dueOn } = input.value
  const letters = [...new Set(agencies)].map((to) => ({
    to,
    planned: planLetter(ctx, {
      to,
      kind: 'case-review-order',
      subject: `案卷评查（${fromDay} 至 ${toDay} 办结）`,
      about: id,
      dueOn,
      payload: { order: id, fromDay, toDay, percent, seed, rule: drawRule, dueOn },
    }),
  }))
  const outcome = await commit(ctx, {
    events: [
      {
        entity: 'case-review-order',
        entityId: id,
        seq: 1,
        kind: 'case-review.ordered',
        data: { agencies: letters.length, seed },
      },
      {
        entity: 'case-review-order',
        entityId: 'orders',
        seq: again.value.orders + 1,
        kind: 'case-review.drawn',
        data: { review: id },
      },
      ...letters.flatMap(({ planned }) => planned.events),
    ],
    statements: [
      insertOrder({
        id,
        version: 1,
        state: 'open',
        from_day: fromDay,
        to_day: toDay,
        percent,
        seed,
        rule: drawRule,
        due_on: dueOn,
        reason: again.value.reason,
        ordered_by: actor.id,
        ordered_at: ctx.now,
        remarks: '',
        drawn_by: '[]',
        result: null,
        approved_by: null,
        issued_on: null,
        number_year: null,
        number: null,
      }),
      ...insertAnswers(
        letters.map(({ to, planned }) => ({ order_id: id, agency: to, letter_id: planned.id })),
      ),
      ...letters.flatMap(({ planned }) => planned.statements),
      ...remember(id),
    ],
  })
  if (!outcome.ok) return refuse({ code: 'busy' })
  for (const { planned } of letters) await ctx.post(planned.message)
  return showOrder(ctx, region, id)
}

function checkDays({ now }: Pick<Ctx, 'now'>, asked: Asked): Result<never> | null {
  const today = localDateOf(now)
  if (asked.toDay >= today) return refuseField('/toDay', { problem: 'in-future' })
  if (asked.toDay < asked.fromDay) {
    return refuseField('/toDay', { problem: 'before', other: '/fromDay' })
  }
  return asked.reportBy > today ? null : refuseField('/reportBy', { problem: 'not-ahead' })
}

function checkAgencies(ctx: Ctx, region: Region, { agencies }: Asked): Result<never> | null {
  const allowed = agenciesBelow(ctx, region).map(({ id }) => id)
  return agencies.every((id) => allowed.includes(id))
    ? null
    : refuseField('/agencies', { problem: 'not-listed', allowed })
}

async function reordered(
  { db }: Ctx,
  { fromDay: from, toDay: to, reason }: Asked,
): Promise<Result<{ reason: string | null; orders: number }>> {
  const [[count], rows] = await readBatch<[{ orders: number }, OrderRow]>(db, [
    selectOrderCount(),
    selectOrders(looked),
  ])
  const others = rows.map((row) => ({
    from: row.from_day,
    to: row.to_day,
    isIssued: row.state === 'issued',
  }))
  const need = redrawOf({ from, to }, others)
  if (need === 'still-open') return refuseField('/fromDay', { problem: 'draw-still-open' })
  if (need === 'needs-reason' && reason === undefined) {
    return refuseField('/reason', { problem: 'required' })
  }
  return ok({ reason: need === 'free' ? null : (reason ?? null), orders: count?.orders ?? 0 })
}
