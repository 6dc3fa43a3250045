import * as z from 'zod'
import { findings } from '../../domain/dispute/complaint.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { pageLimit } from '../../domain/shared/validate/fields.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { parsePeriod } from '../../domain/statistics/period.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import type { LocalDate } from '../../domain/time/local-date.ts'
import { readBatch } from '../../store/read.ts'
import {
  type AnsweredFilter,
  type ComplaintRow,
  selectAnsweredComplaints,
  selectOpenComplaints,
} from '../../store/tenant/dispute/complaint.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { readPlace, signPlace } from '../signed-place.ts'
import { type Complaint, complaintView, mayRead } from './complaint-view.ts'

/**
 * What the list of complaints may be asked: those that wait, or those answered, these also by the period of the
 * answer and the finding; `confirmed` is 属实 or 部分属实.
 */
export const complaintQuery = {
  state: z.enum(['open', 'answered']).optional(),
  period: z.string().max(10).optional(),
  finding: z.enum([...findings, 'confirmed']).optional(),
  limit: pageLimit.optional(),
  cursor: z.string().max(200).optional(),
}

type Query = z.output<z.ZodObject<typeof complaintQuery>>

/** A page of complaints (投诉列表). */
export type Complaints = { items: Complaint[]; next: string | null }

const usualLimit = 20
const mostOpen = 200

/** Lists complaints at the desk: those that wait, the oldest first; answered ones newest first. */
export async function listComplaints(ctx: Ctx, raw: unknown): Promise<Result<Complaints>> {
  if (!may(ctx.actor, 'complaint.list')) return turnAway(ctx.actor)
  const query = parseInput(z.strictObject(complaintQuery), raw)
  if (!query.ok) return query
  const filter = filterOf(query.value, localDateOf(ctx.now))
  if (!filter.ok) return filter
  return query.value.state === 'answered'
    ? listAnswered(ctx, query.value, filter.value)
    : listOpen(ctx, query.value)
}

async function listAnswered(
  ctx: Ctx,
  { period, finding, limit = usualLimit, cursor }: Query,
  filter: AnsweredFilter,
): Promise<Result<Complaints>> {
  const asked = ['complaints', ...[period, finding].filter((one) => one !== undefined)].join('|')
  const place = await readPlace(ctx.keys, asked, cursor)
  if (!place.ok) return place
  const [rows] = await readBatch<[ComplaintRow]>(ctx.db, [
    selectAnsweredComplaints(filter, placeOf(place.value), limit + 1),
  ])
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  const next = last === undefined ? null : `${last.answered_on ?? ''}.${last.id}`
  return shown(ctx, page, next === null ? null : await signPlace(ctx.keys, asked, next))
}

/** All that wait, or as many of them as are asked for. */
async function listOpen(ctx: Ctx, { limit, cursor }: Query): Promise<Result<Complaints>> {
  const asked = 'complaints|open'
  const place = await readPlace(ctx.keys, asked, cursor)
  if (!place.ok) return place
  const [rows] = await readBatch<[ComplaintRow]>(ctx.db, [selectOpenComplaints(mostOpen)])
  const from = Number(place.value ?? 0)
  const to = from + (limit ?? mostOpen)
  const next = to < rows.length ? await signPlace(ctx.keys, asked, String(to)) : null
  return shown(ctx, rows.slice(from, to), next)
}

async function shown(
  ctx: Ctx,
  rows: readonly ComplaintRow[],
  next: string | null,
): Promise<Result<Complaints>> {
  const readable = rows.filter((row) => mayRead(ctx, row))
  return ok({ items: await Promise.all(readable.map((row) => complaintView(ctx, row))), next })
}

function filterOf(
  { period, finding }: Pick<Query, 'period' | 'finding'>,
  today: LocalDate,
): Result<AnsweredFilter> {
  const wanted = finding === undefined ? findings : (groups[finding] ?? [finding])
  if (period === undefined) return ok({ from: '', to: '~', findings: wanted })
  const read = parsePeriod(period, today)
  if (!read.ok) return read
  const { months } = read.value
  return ok({ from: `${months[0] ?? ''}-01`, to: `${months.at(-1) ?? ''}-31`, findings: wanted })
}

const groups: Readonly<Record<string, readonly string[]>> = {
  confirmed: ['founded', 'partlyFounded'],
}

function placeOf(text: string | null): { on: string; id: string } | null {
  if (text === null) return null
  const [on = '', id = ''] = text.split('.', 2)
  return { on, id }
}
