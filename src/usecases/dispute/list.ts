import * as z from 'zod'
import { kinds, results } from '../../domain/dispute/types.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { pageLimit } from '../../domain/shared/validate/fields.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { parsePeriod } from '../../domain/statistics/period.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { readBatch } from '../../store/read.ts'
import {
  type DayPlace,
  type DisputeFilter,
  type DisputeRow,
  selectDecidedDisputes,
  selectOpenDisputes,
  selectPendingDisputes,
} from '../../store/tenant/dispute/dispute.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { readPlace, signPlace } from '../signed-place.ts'
import { disputeLine, type DisputeLine } from './view.ts'

/**
 * What the list of disputes may be asked: what is open or what is decided, or the records behind a
 * figure of table 4 (`kind`, `result` or `pending`, `period`).
 */
export const disputeQuery = {
  state: z.enum(['open', 'decided', 'pending']).optional(),
  kind: z.enum(kinds).optional(),
  result: z.enum(results).optional(),
  period: z.string().max(10).optional(),
  limit: pageLimit.optional(),
  cursor: z.string().max(200).optional(),
}

type Query = z.output<z.ZodObject<typeof disputeQuery>>

/** A page of disputes (复议诉讼列表). */
export type Disputes = { items: DisputeLine[]; next: string | null }

const usualLimit = 20
/** Most open disputes that are listed: an agency has few. */
const mostOpen = 200

/**
 * Lists disputes at the desk (复议诉讼): open ones by the day for their answer, decided ones newest
 * first; with a period, those that its figures count.
 */
export async function listDisputes(ctx: Ctx, raw: unknown): Promise<Result<Disputes>> {
  const { actor } = ctx
  if (!may(actor, 'dispute.list') || actor.type !== 'staff') return turnAway(actor)
  const query = parseInput(z.strictObject(disputeQuery), raw)
  if (!query.ok) return query
  const span = spanOf(query.value.period, localDateOf(ctx.now))
  if (!span.ok) return span
  const { state = 'open', kind = null, result = null } = query.value
  return state === 'open'
    ? listOpen(ctx, query.value)
    : listCounted(ctx, query.value, { kind, result, ...span.value })
}

/** Those behind a figure: decided in the span, or filed by its end and not decided then. */
async function listCounted(
  ctx: Ctx,
  { state, period = '', limit = usualLimit, cursor }: Query,
  filter: DisputeFilter,
): Promise<Result<Disputes>> {
  const isPending = state === 'pending'
  const asked = `disputes|${state ?? ''}|${filter.kind ?? ''}|${filter.result ?? ''}|${period}`
  const place = await readPlace(ctx.keys, asked, cursor)
  if (!place.ok) return place
  const select = isPending ? selectPendingDisputes : selectDecidedDisputes
  const [rows] = await readBatch<[DisputeRow]>(ctx.db, [
    select(filter, placeOf(place.value), limit + 1),
  ])
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return ok({
    items: shown.map((row) => disputeLine(ctx, row)),
    next: last === undefined ? null : await signPlace(ctx.keys, asked, placeText(last, isPending)),
  })
}

/** All that are open, or as many of them as are asked for. */
async function listOpen(ctx: Ctx, { kind, limit, cursor }: Query): Promise<Result<Disputes>> {
  const asked = `disputes|open|${kind ?? ''}`
  const place = await readPlace(ctx.keys, asked, cursor)
  if (!place.ok) return place
  const [rows] = await readBatch<[DisputeRow]>(ctx.db, [selectOpenDisputes(mostOpen)])
  const lines = rows
    .filter((row) => kind === undefined || row.kind === kind)
    .map((row) => disputeLine(ctx, row))
    .toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
  const from = Number(place.value ?? 0)
  const to = from + (limit ?? mostOpen)
  const next = to < lines.length ? await signPlace(ctx.keys, asked, String(to)) : null
  return ok({ items: lines.slice(from, to), next })
}

/** What waits for an answer comes first, by its last day; the rest by when it was filed. */
function orderOf({ state, due, acceptedOn }: DisputeLine): string {
  return state === 'registered' ? `0${due?.dueOn ?? '0'}` : `1${acceptedOn}`
}

/** The days of a period as texts that every day of it lies between; all days without one. */
function spanOf(
  text: string | undefined,
  today: ReturnType<typeof localDateOf>,
): Result<{ from: string; to: string }> {
  if (text === undefined) return ok({ from: '0', to: '9' })
  const period = parsePeriod(text, today)
  if (!period.ok) return period
  const { months } = period.value
  return ok({ from: `${months[0] ?? ''}-01`, to: `${months.at(-1) ?? ''}-31` })
}

function placeText(
  { id, filed_on: filed, decided_on: decided }: DisputeRow,
  isPending: boolean,
): string {
  return `${isPending ? filed : (decided ?? '')}.${id}`
}

function placeOf(text: string | null): DayPlace | null {
  if (text === null) return null
  const [on = '', id = ''] = text.split('.', 2)
  return { on, id }
}
