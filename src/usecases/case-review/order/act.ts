import type * as z from 'zod'
import { reviewInputs } from '../../../domain/case-review/input.ts'
import {
  type ReviewAction,
  reviewActions,
  reviewLifecycle,
} from '../../../domain/case-review/lifecycle.ts'
import { orderNoticeNumber } from '../../../domain/case-review/order-notice.ts'
import { toText } from '../../../domain/document/to-text.ts'
import { ok, refuse, type Result } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { yearOf } from '../../../domain/time/local-date.ts'
import { commit } from '../../../store/commit.ts'
import { readBatch } from '../../../store/read.ts'
import {
  type OrderRow,
  selectLastOrderNumber,
  updateOrder,
} from '../../../store/tenant/case-review/order.ts'
import type { Ctx, RegionCtx } from '../../context.ts'
import { planLetter, type PlannedLetter } from '../../letter/plan-letter.ts'
import { openStep } from '../../open-step.ts'
import { may, turnAway } from '../../permissions.ts'
import { documentOf } from './notice.ts'
import { isDue, type OrderView, readOrder, showOrder, type StoredOrder } from './show.ts'

type Input = z.output<(typeof reviewInputs)[ReviewAction]>
type Planned = { row: OrderRow; letters: PlannedLetter[] }

/** Longest text of a notice in its letter; the office's file has the whole. */
const longestNotice = 18_000

/**
 * Takes a step of an order (部署的评查办理): the notice is drawn up when all have sent their results or the due day is
 * past, which freezes its figures; approved by a head who had no part in it, it is numbered and goes down to every
 * agency that was asked. Refuses `step-not-open`, `same-person`, `stale`.
 */
export async function actOnOrder(
  ctx: Ctx,
  region: Pick<RegionCtx, 'agencies'>,
  id: string,
  action: string,
  raw: unknown,
): Promise<Result<OrderView>> {
  const { actor } = ctx
  if (!may(actor, 'case-review.order') || actor.type !== 'staff') return turnAway(actor)
  const asked = reviewActions.find((one) => one === action)
  const stored = asked === undefined ? null : await readOrder(ctx, region, id)
  if (stored === null || asked === undefined) return refuse({ code: 'not-found' })
  const input = parseInput<Input>(reviewInputs[asked], raw)
  if (!input.ok) return input
  const subject = { state: stored.state, version: stored.row.version }
  const open = openStep(reviewLifecycle, subject, asked, actor.roles, input.value.version)
  if (!open.ok) return open
  const row = { ...stored.row, version: stored.row.version + 1, state: open.value.to }
  const remarks = 'remarks' in input.value ? input.value.remarks : undefined
  const planned = await plan(ctx, asked, { ...stored, row }, { remarks, who: actor.id })
  if (!planned.ok) return planned
  const done = await settle(ctx, asked, planned.value)
  return done.ok ? showOrder(ctx, region, id) : done
}

/** Commits a step with the letters that go with it. */
async function settle(
  ctx: Ctx,
  step: ReviewAction,
  { row, letters }: Planned,
): Promise<Result<null>> {
  const outcome = await commit(ctx, {
    events: [
      {
        kind: 'case-review.order-stepped',
        entity: 'case-review-order',
        entityId: row.id,
        seq: row.version,
        data: { step },
      },
      ...letters.flatMap(({ events }) => events),
    ],
    statements: [updateOrder(row), ...letters.flatMap(({ statements }) => statements)],
  })
  if (!outcome.ok) return refuse({ code: outcome.conflict === 'event' ? 'stale' : 'busy' })
  for (const { message } of letters) await ctx.post(message)
  return ok(null)
}

async function plan(
  ctx: Ctx,
  action: ReviewAction,
  stored: StoredOrder,
  { remarks, who }: { remarks: string | undefined; who: string },
): Promise<Result<Planned>> {
  const { row, drawnBy } = stored
  switch (action) {
    case 'draw-up': {
      if (!isDue(stored, ctx.now)) return refuse({ code: 'step-not-open', state: 'open', action })
      const result = JSON.stringify(stored.result)
      const drawn = { drawn_by: JSON.stringify([who]), remarks: remarks ?? row.remarks, result }
      return ok({ row: { ...row, ...drawn }, letters: [] })
    }
    case 'edit': {
      const by = JSON.stringify([...new Set([...drawnBy, who])])
      return ok({ row: { ...row, remarks: remarks ?? row.remarks, drawn_by: by }, letters: [] })
    }
    case 'reopen':
      return ok({ row: { ...row, result: null, drawn_by: '[]' }, letters: [] })
    case 'approve':
      return drawnBy.includes(who)
        ? refuse({ code: 'same-person' })
        : ok(await issue(ctx, stored, who))
    default:
      return action satisfies never
  }
}

/** The notice with its number, and a letter with its words to every agency that was asked (印发通报). */
async function issue(ctx: Ctx, stored: StoredOrder, who: string): Promise<Planned> {
  const on = localDateOf(ctx.now)
  const year = yearOf(on)
  const [[last]] = await readBatch<[{ number: number }]>(ctx.db, [selectLastOrderNumber(year)])
  const serial = (last?.number ?? 0) + 1
  const issued = { approved_by: who, issued_on: on, number_year: year, number: serial }
  const row = { ...stored.row, ...issued }
  const notice = documentOf(ctx, { ...stored, row })
  const letters = stored.answers.map(({ agency }) =>
    planLetter(ctx, {
      to: agency,
      kind: 'case-review-notice',
      subject: notice.title,
      about: row.id,
      payload: {
        order: row.id,
        title: notice.title,
        docNumber: orderNoticeNumber({ year, serial }),
        issuedOn: on,
        notice: toText(notice.tree).slice(0, longestNotice),
      },
    }),
  )
  return { row, letters }
}
