import * as z from 'zod'
import {
  type ReviewAction,
  reviewLifecycle,
  type ReviewState,
  reviewStates,
} from '../../../domain/case-review/lifecycle.ts'
import { resultLetter } from '../../../domain/case-review/order.ts'
import {
  type Asked,
  type OrderResult,
  orderResult,
  orderResultOf,
} from '../../../domain/case-review/order-result.ts'
import { sheetOn, type SheetRow } from '../../../domain/case-review/sheet.data.ts'
import { openActions } from '../../../domain/shared/machine.ts'
import { ok, refuse, type Result } from '../../../domain/shared/refusal.ts'
import { localDateOf, toRfc3339 } from '../../../domain/time/instant.ts'
import { readBatch } from '../../../store/read.ts'
import {
  type AnswerRow,
  type OrderRow,
  selectAnswers,
  selectOrder,
  selectOrders,
} from '../../../store/tenant/case-review/order.ts'
import type { Ctx, RegionCtx } from '../../context.ts'
import { may, turnAway } from '../../permissions.ts'
import { namesOf } from '../show.ts'

type Region = Pick<RegionCtx, 'agencies'>

/** An order in the list (部署条目). */
export type OrderLine = {
  id: string
  version: number
  state: ReviewState
  from: string
  to: string
  percent: number
  dueOn: string
  orderedAt: string
  issuedOn: string | null
  number: { year: number; serial: number } | null
}

/** An agency of an order as the office sees it (报送情况). */
export type AskedView = {
  agency: string
  name: string
  answeredOn: string | null
  /** nothing came by the due day */
  isOverdue: boolean
  /** it came after the notice was drawn up, which does not count it */
  isLate: boolean
}

/** An order with what came, what it comes to and what this person may do (部署的评查). */
export type OrderView = OrderLine & {
  seed: string
  rule: string
  reason: string | null
  orderedBy: string
  remarks: string
  drawnBy: string[]
  approvedBy: string | null
  rows: SheetRow[]
  asked: AskedView[]
  result: OrderResult
  actions: ReviewAction[]
}

/** An order as it is stored, with what its agencies sent. */
export type StoredOrder = {
  row: OrderRow
  state: ReviewState
  drawnBy: string[]
  answers: AnswerRow[]
  /** as it is now, or as it was frozen with the notice */
  result: OrderResult
}

const shown = 50
const ids = z.array(z.string())

/** Reads an order and what came for it; null where there is none. */
export async function readOrder(
  { db }: Pick<Ctx, 'db'>,
  { agencies }: Region,
  id: string,
): Promise<StoredOrder | null> {
  const [[row], answers] = await readBatch<[OrderRow, AnswerRow]>(db, [
    selectOrder(id),
    selectAnswers(id),
  ])
  if (row === undefined) return null
  const asked = answers.map(({ agency, result }): Asked => ({
    agency,
    name: nameOf(agencies, agency),
    sent: result === null ? null : resultLetter.parse(JSON.parse(result)),
  }))
  return {
    row,
    state: z.enum(reviewStates).parse(row.state),
    drawnBy: ids.parse(JSON.parse(row.drawn_by)),
    answers,
    result: row.result === null ? orderResultOf(asked) : orderResult.parse(JSON.parse(row.result)),
  }
}

/** Whether a notice may be drawn up (可以起草通报): everybody has sent his result, or the due day is past. */
export function isDue({ row, answers }: StoredOrder, now: number): boolean {
  return row.due_on < localDateOf(now) || answers.every(({ result }) => result !== null)
}

/** Lists the newest orders (部署列表). */
export async function listOrders(ctx: Ctx): Promise<Result<{ items: OrderLine[]; next: null }>> {
  if (!may(ctx.actor, 'case-review.list')) return turnAway(ctx.actor)
  const [rows] = await readBatch<[OrderRow]>(ctx.db, [selectOrders(shown)])
  return ok({ items: rows.map(lineOf), next: null })
}

/** Shows an order (查看部署的评查): who sent what, ranking, common faults, who is silent past the due day. */
export async function showOrder(ctx: Ctx, region: Region, id: string): Promise<Result<OrderView>> {
  const { actor } = ctx
  if (!may(actor, 'case-review.list') || actor.type !== 'staff') return turnAway(actor)
  const stored = await readOrder(ctx, region, id)
  if (stored === null) return refuse({ code: 'not-found' })
  const { row, drawnBy, answers, result, state } = stored
  const people = [
    row.ordered_by,
    ...drawnBy,
    ...(row.approved_by === null ? [] : [row.approved_by]),
  ]
  const nameOfStaff = await namesOf(ctx, people)
  const today = localDateOf(ctx.now)
  const counted = new Set(result.agencies.map(({ agency }) => agency))
  return ok({
    ...lineOf(row),
    seed: row.seed,
    rule: row.rule,
    reason: row.reason,
    orderedBy: nameOfStaff(row.ordered_by),
    remarks: row.remarks,
    drawnBy: drawnBy.map(nameOfStaff),
    approvedBy: row.approved_by === null ? null : nameOfStaff(row.approved_by),
    rows: sheetOn(localDateOf(row.ordered_at)),
    asked: answers.map(({ agency, answered_at: at }) => ({
      agency,
      name: nameOf(region.agencies, agency),
      answeredOn: at === null ? null : localDateOf(at),
      isOverdue: at === null && row.due_on < today,
      isLate: at !== null && !counted.has(agency),
    })),
    result,
    actions: openActions<ReviewState, ReviewAction>(reviewLifecycle, state, actor.roles).filter(
      (action) => {
        if (action === 'draw-up') return isDue(stored, ctx.now)
        return action !== 'approve' || !drawnBy.includes(actor.id)
      },
    ),
  })
}

function lineOf(row: OrderRow): OrderLine {
  const { number_year: year, number: serial } = row
  return {
    id: row.id,
    version: row.version,
    state: z.enum(reviewStates).parse(row.state),
    from: row.from_day,
    to: row.to_day,
    percent: row.percent,
    dueOn: row.due_on,
    orderedAt: toRfc3339(row.ordered_at),
    issuedOn: row.issued_on,
    number: year === null || serial === null ? null : { year, serial },
  }
}

function nameOf(agencies: Region['agencies'], id: string): string {
  return agencies.find((agency) => agency.id === id)?.name ?? id
}
